package form_test

import (
	"reflect"
	"strings"
	"testing"

	"visesbot/flows/form"
)

// Documents of every length are written whole, and each in bytes of its own.
func TestEncodeWritesWholeDocumentsOfEveryLength(t *testing.T) {
	var written [][]byte
	var want []form.Answer
	for _, n := range []int{0, 10, 1500, 1900, 1950, 1990, 2000, 2048, 2100, 5000, 70000, 3} {
		a := form.Answer{Place: "P1-05", State: form.Given, Value: form.Value{Text: strings.Repeat("é\"\n", n/4)}, Revision: n}
		raw, err := form.Encode(&a)
		if err != nil {
			t.Fatal(err)
		}
		written, want = append(written, raw), append(want, a)
	}
	for i, raw := range written {
		var got form.Answer
		if err := form.Decode(raw, &got); err != nil || !reflect.DeepEqual(got, want[i]) {
			t.Errorf("document %d: %v, want it as it was (%d bytes)", i, err, len(raw))
		}
	}
}
