package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows"
)

// sheets gives one form; none for "none", and fails for "broken".
type sheets struct{}

func (sheets) Form(_ context.Context, a bot.Address, press string) (bot.Form, error) {
	switch {
	case press == "none" || a != "web:partner-1":
		return bot.Form{}, bot.ErrNotFound
	case press == "broken":
		return bot.Form{}, errors.New("the store does not answer")
	}
	return bot.Form{
		Press: press, Lang: "en", Title: "Invite the cohort", Submit: "Invite",
		Lines: []flows.Line{{Style: flows.Body, Text: "Everybody gets a calendar file."}},
		Fields: []bot.Field{
			{ID: "title", Kind: bot.TextField, Label: "What is it called?", Hint: "Short <b>and</b> clear", Value: []string{"Session 2"}},
			{ID: "note", Kind: bot.LongField, Label: "A note", Optional: true},
			{ID: "place", Kind: bot.ChoiceField, Label: "Where?", Options: []bot.FieldOption{{ID: "hall", Label: "In the hall"}, {ID: "link", Label: "By video"}}},
			{ID: "who", Kind: bot.TicksField, Label: "Who?", Options: []bot.FieldOption{{ID: "e1", Label: "Atelier 1"}, {ID: "e2", Label: "Atelier 2"}}, Value: []string{"e2"}},
			{ID: "day", Kind: bot.DateField, Label: "Which day?", Value: []string{"2026-03-12"}},
			{ID: "hour", Kind: bot.TimeField, Label: "At what time?", Value: []string{"09:00"}},
		},
	}, nil
}

func withForms(c *web.Config) { c.Forms = sheets{} }

func TestForm(t *testing.T) {
	l := newLab(t, withForms)
	answer := l.post("form", `{"chat":"partner","data":"o~meet~new"}`)
	var got struct {
		Title, Submit, Lang string
		Fields              []struct {
			ID, Kind, Label string
			Options         []struct{ ID, Label string }
			Value           []string
			Optional        bool
		}
	}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil || answer.StatusCode != 200 {
		t.Fatalf("answered %d: %v", answer.StatusCode, err)
	}
	if got.Title != "Invite the cohort" || len(got.Fields) != 6 || got.Fields[3].Options[1].Label != "Atelier 2" || !got.Fields[1].Optional {
		t.Errorf("the form is %+v", got)
	}
	l.want(l.post("press", `{"chat":"partner","id":"22223333-form","data":"o~meet~new","fields":{"title":["Session 3"],"note":[],"who":["e1","e2"]}}`), 204, "")
	want := map[string][]string{"title": {"Session 3"}, "note": {}, "who": {"e1", "e2"}}
	if u := l.toy.got()[0]; u.Press != "o~meet~new" || !reflect.DeepEqual(u.Fields, want) {
		t.Errorf("the update is %+v", u)
	}
}

func TestFormThatThereIsNot(t *testing.T) {
	l := newLab(t, withForms)
	l.want(l.post("form", `{"chat":"partner","data":"none"}`), 404, "no-form")
	l.want(l.post("form", `{"chat":"staff","data":"o~meet~new"}`), 404, "no-form")
	l.want(l.post("form", `{"chat":"partner","data":"broken"}`), 503, "again")
	l.want(l.post("form", `{"chat":"nobody","data":"o~meet~new"}`), 400, "bad-request")
	l.want(l.post("form", `{"chat":"partner"}`), 400, "bad-request")
	foreign := l.request("POST", "/api/form", `{"chat":"partner","data":"o~meet~new"}`)
	foreign.Header.Set("Origin", "https://example.org")
	l.want(l.do(foreign), 403, "foreign name")
	plain := l.request("POST", "/api/form", `{"chat":"partner","data":"o~meet~new"}`)
	plain.Header.Set("Content-Type", "text/plain")
	l.want(l.do(plain), 415, "bad-request")
	l.want(newLab(t).post("form", `{"chat":"partner","data":"o~meet~new"}`), 404, "no-form")
}
