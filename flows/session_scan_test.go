package flows_test

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"visesbot/flows"
	"visesbot/flows/form"
)

// A session that is read fast is read as easyjson reads it.
func TestSessionsAreScannedAsTheyWereWritten(t *testing.T) {
	moment := rapid.Map(rapid.Int64Range(0, 4e9), func(s int64) time.Time { return time.Unix(s, 0).UTC() })
	sessions := rapid.MakeCustom[flows.Session](rapid.MakeConfig{Types: map[reflect.Type]*rapid.Generator[any]{
		reflect.TypeFor[time.Time](): moment.AsAny(),
		reflect.TypeFor[float64]():   rapid.Float64Range(-1e12, 1e12).AsAny(),
	}})
	rapid.Check(t, func(t *rapid.T) {
		s := sessions.Draw(t, "session")
		raw, err := form.Encode(&s)
		if err != nil {
			t.Fatal(err)
		}
		var got, want flows.Session
		if err := form.Decode(raw, &got); err != nil {
			t.Fatal(err)
		}
		if err := want.UnmarshalJSON(raw); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("scanned\n%+v, want\n%+v (%v)", got, want, err)
		}
	})
}
