package engine_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form/formtest"
)

// What is stored comes back whole: a field that was added without making the
// generated code again would be lost in silence.
func TestStoredFormsAreWhole(t *testing.T) {
	survives(t, func(s *flows.Session) { s.Expects = flows.ReadExpects("rename:st1") })
	survives(t, func(*flows.Event) {})
	survives(t, func(*flows.Card) {})
}

func survives[T any](t *testing.T, set func(*T)) {
	t.Helper()
	want := formtest.Whole[T]()
	set(&want)
	raw, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got T
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%T is read back as\n%+v\nand not\n%+v: run make generate", want, got, want)
	}
}
