package formtest

import (
	"fmt"
	"reflect"
	"time"
)

// Whole gives a value in which every field is set, to see whether all of it
// survives being written and read. It panics at a kind of field that it cannot
// set.
func Whole[T any]() T {
	var v T
	(&filling{}).fill(reflect.ValueOf(&v).Elem(), 0)
	return v
}

type filling struct{ n int64 }

// deep is how far into values of the same type fields are set.
const deep = 6

func (f *filling) fill(v reflect.Value, depth int) {
	f.n++
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		v.Set(reflect.ValueOf(time.Date(2027, 1, 1, 0, 0, int(f.n), 0, time.UTC)))
		return
	case depth > deep:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), depth+1)
		}
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key, depth+1)
		f.fill(value, depth+1)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), depth+1)
	case reflect.String:
		v.SetString(fmt.Sprint("text", f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(f.n)
	case reflect.Float64:
		v.SetFloat(float64(f.n))
	default:
		panic(fmt.Sprintf("formtest: a field of kind %s", v.Kind()))
	}
}
