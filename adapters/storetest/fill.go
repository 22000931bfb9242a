package storetest

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// same compares what was kept with what came back.
func same(t testing.TB, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("it came back different (-want +got):\n%s", diff)
	}
}

// odd are strings that are kept faithfully or not at all.
func odd() []string {
	return []string{
		"plain", "Ça coûte 1 234,5 €", "\u200b\u200fשלום", "👩🏽‍🌾 🇧🇪", "a\tb\r\nc\x01\x7f",
		`{"$set": {"a.b": 1}}`, "'; DROP TABLE answers; --", "$where", "a.b.c", " ", "<b>&amp;</b>\u2028",
	}
}

// fill sets every field of what v points to, in a way that depends on n, so
// that a field added later is held too.
func fill(v any, n int) {
	(&filler{n: n}).value(reflect.ValueOf(v).Elem())
}

// filler counts, so that no two fields get the same.
type filler struct{ n int }

func (f *filler) value(v reflect.Value) {
	f.n++
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(noon().Add(time.Duration(f.n) * 3_661_001 * time.Millisecond)))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.value(v.Field(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.value(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.value(v.Index(0))
		f.value(v.Index(1))
	case reflect.Map: // its keys are names that the program gives
		held := reflect.New(v.Type().Elem()).Elem()
		f.value(held)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf(fmt.Sprintf("key%d", f.n)), held)
	default:
		f.scalar(v)
	}
}

func (f *filler) scalar(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%d %s", f.n, odd()[f.n%len(odd())]))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.n))
	case reflect.Float64:
		v.SetFloat(float64(f.n) + 0.1)
	default:
		panic("storetest: cannot fill a " + v.Type().String())
	}
}
