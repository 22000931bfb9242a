package mongo

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.mongodb.org/mongo-driver/v2/bson"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// through writes a document and reads it again.
func through[T any](t *testing.T, v T) (T, bson.Raw) {
	t.Helper()
	s := &Store{codec: codec{newRegistry()}}
	raw, err := s.encode(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := s.decode(raw, &back); err != nil {
		t.Fatal(err)
	}
	return back, raw
}

func TestDatesAreDates(t *testing.T) {
	zero := 0.0
	a := form.Answer{
		Place: "P1-16@st2/ch7", State: form.Given, At: at(3), Revision: 2, Version: "v1",
		Value: form.Value{Number: &zero, Unit: "h", Date: at(0)},
	}
	back, raw := through(t, stored[form.Answer]{ID: "acme/answer/P1-16@st2/ch7", Version: 12, Body: a})
	if diff := cmp.Diff(a, back.Body); diff != "" {
		t.Error(diff)
	}
	for path, want := range map[string]bson.Type{
		"_id": bson.TypeString, "dossierVersion": bson.TypeInt64, "version": bson.TypeString,
		"at": bson.TypeDateTime, "value.date": bson.TypeDateTime, "value.number": bson.TypeDouble,
		"value.until": 0, "value.text": 0, "due": 0, "reason": 0, "archived": 0,
	} {
		if got := lookup(raw, path).Type; got != want {
			t.Errorf("%s is a %s, want %s", path, got, want)
		}
	}
}

func lookup(raw bson.Raw, path string) bson.RawValue {
	var keys []string
	for i, j := 0, 0; j <= len(path); j++ {
		if j == len(path) || path[j] == '.' {
			keys, i = append(keys, path[i:j]), j+1
		}
	}
	return raw.Lookup(keys...)
}

func TestZeroValuesAreLeftOut(t *testing.T) {
	_, raw := through(t, form.Answer{Place: "P0-01"})
	if v := raw.Lookup("value"); v.Type != 0 {
		t.Errorf("an empty value stands as %s", v)
	}
}

func TestEventKeepsItsZone(t *testing.T) {
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("", 2*3600), time.FixedZone("", -(3*3600 + 1800))} {
		j := bot.Job{ID: "u1", Event: &flows.Event{Kind: flows.Said, At: at(5).In(zone), Text: "ja"}}
		back, raw := through(t, job{Job: j, Place: at(5)})
		if got, want := back.Event.At.Format(time.RFC3339), j.Event.At.Format(time.RFC3339); got != want {
			t.Errorf("an event at %s came back at %s", want, got)
		}
		if got := lookup(raw, "event.at").Type; got != bson.TypeDateTime {
			t.Errorf("its time stands as a %s", got)
		}
	}
}

func TestButtonsKeepTheirRows(t *testing.T) {
	m := &bot.Message{Card: "c1", Lines: []flows.Line{{Style: flows.Body, Text: "?"}}, Buttons: [][]flows.Button{
		{{Label: "Ja", Data: "y"}, {Label: "Nee", Data: "n", On: true}}, nil, {{Label: "Later", Data: "l", Kind: "quiet"}},
	}}
	back, _ := through(t, job{Job: bot.Job{ID: "s1", Message: m}})
	if diff := cmp.Diff(m, back.Message); diff != "" {
		t.Error(diff)
	}
}
