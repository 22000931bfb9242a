package form_test

import (
	"testing"

	"visesbot/flows/form"
)

func TestPlace(t *testing.T) {
	for place, want := range map[form.Place]struct {
		question string
		path     form.Path
	}{
		"P1-07":          {"P1-07", ""},
		"P1-12.side@st2": {"P1-12.side", "st2"},
		"P1-16@st2/ch7":  {"P1-16", "st2/ch7"},
	} {
		if place.Question() != want.question || place.Path() != want.path {
			t.Errorf("%s: question %q at %q", place, place.Question(), place.Path())
		}
		if back := form.At(want.question, want.path); back != place {
			t.Errorf("At(%q, %q) = %q", want.question, want.path, back)
		}
	}
}

func TestPath(t *testing.T) {
	p := form.Path("st2").Join("ch7").Join("in1")
	for _, check := range []struct {
		what      string
		got, want any
	}{
		{"join", p, form.Path("st2/ch7/in1")},
		{"join to none", form.Path("").Join("st2"), form.Path("st2")},
		{"parent", p.Parent(), form.Path("st2/ch7")},
		{"parent of the outermost", form.Path("st2").Parent(), form.Path("")},
		{"id", p.ID(), "in1"},
		{"depth", p.Depth(), 3},
		{"depth of none", form.Path("").Depth(), 0},
		{"prefix 0", p.Prefix(0), form.Path("")},
		{"prefix 2", p.Prefix(2), form.Path("st2/ch7")},
		{"prefix beyond", p.Prefix(9), p},
		{"within itself", p.Within(p), true},
		{"within a parent", p.Within("st2"), true},
		{"within everything", p.Within(""), true},
		{"within one that only begins alike", form.Path("st22/ch7").Within("st2"), false},
		{"within its own child", form.Path("st2").Within(p), false},
	} {
		if check.got != check.want {
			t.Errorf("%s: %v, want %v", check.what, check.got, check.want)
		}
	}
}
