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
	Scanned
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

// What Encode writes is scanned whole, and says what easyjson says it says.
func TestScanReadsWhatEncodeWrites(t *testing.T) {
	t.Run("head", scansWhatIsWritten[Head])
	t.Run("answer", scansWhatIsWritten[Answer])
	t.Run("list", scansWhatIsWritten[List])
	t.Run("item", scansWhatIsWritten[Item])
}

func scansWhatIsWritten[T any, P stored[T]](t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := anything[T]().Draw(t, "document")
		raw, err := Encode(P(&doc))
		if err != nil {
			t.Fatal(err)
		}
		var got, want T
		if s := new(Scan); !s.whole(raw, P(&got)) {
			t.Fatalf("not scanned as far as %q", raw)
		}
		if err := P(&want).UnmarshalJSON(raw); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("scanned\n%+v, want\n%+v (%v)", got, want, err)
		}
	})
}

// What is damaged, or written by somebody else, is read as easyjson reads it.
func TestScanReadsNothingOtherwise(t *testing.T) {
	t.Run("head", scansNothingOtherwise[Head])
	t.Run("answer", scansNothingOtherwise[Answer])
	t.Run("list", scansNothingOtherwise[List])
	t.Run("item", scansNothingOtherwise[Item])
}

func scansNothingOtherwise[T any, P stored[T]](t *testing.T) {
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
