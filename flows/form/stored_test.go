package form

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// stored is a document as a store gives it back.
type stored[T any] interface {
	*T
	json.Marshaler
	json.Unmarshaler
}

// anything draws documents of a type with whatever in their fields, as far as
// JSON can say it.
func anything[T any]() *rapid.Generator[T] {
	moment := rapid.Custom(func(t *rapid.T) time.Time {
		at := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "unix"), 0).UTC()
		if rapid.Bool().Draw(t, "elsewhere") {
			return at.In(time.FixedZone("", 3600))
		}
		return at
	})
	return rapid.MakeCustom[T](rapid.MakeConfig{Types: map[reflect.Type]*rapid.Generator[any]{
		reflect.TypeFor[time.Time](): moment.AsAny(),
		reflect.TypeFor[float64]():   rapid.Float64Range(-1e12, 1e12).AsAny(),
	}})
}

// What Encode writes is read back as it was, and is what encoding/json writes
// when it is asked to: the stored form is plain JSON.
func TestDecodeReadsWhatEncodeWrites(t *testing.T) {
	t.Run("head", readsWhatIsWritten[Head])
	t.Run("answer", readsWhatIsWritten[Answer])
	t.Run("list", readsWhatIsWritten[List])
	t.Run("item", readsWhatIsWritten[Item])
}

func readsWhatIsWritten[T any, P stored[T]](t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := anything[T]().Draw(t, "document")
		raw, err := Encode(P(&doc))
		if err != nil {
			t.Fatal(err)
		}
		var got T
		if err := Decode(raw, P(&got)); err != nil {
			t.Fatal(err)
		}
		again, err := Encode(P(&got))
		if err != nil || string(again) != string(raw) {
			t.Fatalf("read and written again\n%s, want\n%s (%v)", again, raw, err)
		}
	})
}

// What is damaged is refused or read, as a reader of its own does, and what is
// read is never what was read before: readers are used again.
func TestDamageIsReadAsAReaderOfItsOwnReadsIt(t *testing.T) {
	t.Run("head", readsDamageAlike[Head])
	t.Run("answer", readsDamageAlike[Answer])
	t.Run("list", readsDamageAlike[List])
	t.Run("item", readsDamageAlike[Item])
}

func readsDamageAlike[T any, P stored[T]](t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := anything[T]().Draw(t, "document")
		raw, err := Encode(P(&doc))
		if err != nil {
			t.Fatal(err)
		}
		raw = damaged(t, raw)
		var got, want T
		failed, wanted := Decode(raw, P(&got)), P(&want).UnmarshalJSON(raw)
		if (failed == nil) != (wanted == nil) {
			t.Fatalf("%q: %v, want %v", raw, failed, wanted)
		}
		if wanted == nil && !reflect.DeepEqual(got, want) {
			t.Fatalf("%q read as\n%+v, want\n%+v", raw, got, want)
		}
	})
}

// damaged changes, adds or leaves out a few bytes.
func damaged(t *rapid.T, raw []byte) []byte {
	for range rapid.IntRange(1, 3).Draw(t, "damages") {
		at := rapid.IntRange(0, len(raw)-1).Draw(t, "at")
		piece := []byte(rapid.SampledFrom([]string{"", "\"", "{", "}", "[", "]", ",", ":", "\\", "0", "+", "-", "e", ".", " ", "null", "true", "é"}).Draw(t, "piece"))
		raw = append(append(append([]byte{}, raw[:at]...), piece...), raw[at+rapid.IntRange(0, 1).Draw(t, "less"):]...)
		if len(raw) == 0 {
			return []byte(" ")
		}
	}
	return raw
}
