package bot_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"visesbot/bot"
	"visesbot/flows/form/formtest"
)

// A job comes back whole from where it is stored, whatever fields it has.
func TestStoredJobsAreWhole(t *testing.T) {
	want := formtest.Whole[bot.Job]()
	raw, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got bot.Job
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("a job is read back as\n%+v\nand not\n%+v: run make generate", got, want)
	}
}
