package slack_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func pictureFile() form.File {
	return form.File{ID: "phases", Name: "phases.png", Type: "image/png", Size: int64(len(png()))}
}

func pngReader() io.Reader { return bytes.NewReader(png()) }

// sheets gives one form, whatever is pressed; none for "none", and fails for
// "broken".
type sheets struct{ form bot.Form }

func (s *sheets) Form(_ context.Context, a bot.Address, press string) (bot.Form, error) {
	switch {
	case a == "":
		return bot.Form{}, errors.New("of nobody")
	case press == "none":
		return bot.Form{}, bot.ErrNotFound
	case press == "broken":
		return bot.Form{}, errors.New("the store does not answer")
	}
	f := s.form
	f.Press = press
	return f, nil
}

func options(n int) (all []bot.FieldOption) {
	for i := range n {
		all = append(all, bot.FieldOption{ID: fmt.Sprintf("o%d", i+1), Label: fmt.Sprintf("Keuze %d %s", i+1, strings.Repeat("x", 80))})
	}
	return all
}

// everything asks one of each.
func everything() *sheets {
	return &sheets{bot.Form{
		Lang: "nl", Title: "Een titel die veel te lang is voor Slack", Submit: "Versturen naar iedereen in de groep",
		Lines: []flows.Line{line(flows.Body, "Aan wie, en wanneer?")},
		Fields: []bot.Field{
			{ID: "name", Kind: bot.TextField, Label: "Naam", Hint: "kort", Value: []string{"Bezoek"}},
			{ID: "note", Kind: bot.LongField, Label: strings.Repeat("lang ", 900), Optional: true},
			{ID: "cohort", Kind: bot.ChoiceField, Label: "Groep", Options: options(120), Value: []string{"o2"}},
			{ID: "few", Kind: bot.TicksField, Label: "Enkele", Options: options(3), Value: []string{"o1", "o3"}},
			{ID: "many", Kind: bot.TicksField, Label: "Vele", Options: options(30), Value: []string{"o30"}, Optional: true},
			{ID: "day", Kind: bot.DateField, Label: "Dag", Value: []string{"2027-03-01"}},
			{ID: "hour", Kind: bot.TimeField, Label: "Uur", Value: []string{"09:00"}},
			{ID: "nothing", Kind: bot.ChoiceField, Label: "Niets te kiezen", Optional: true},
		},
	}}
}

func formButton(press string) bot.Message {
	m := say(line(flows.Body, "Zullen we?"))
	m.Buttons = [][]flows.Button{{{Label: "Uitnodigen", Data: press, Kind: "form"}, {Label: "Later", Data: "later"}}}
	return m
}

func TestSheet(t *testing.T) {
	for _, overHTTP := range []bool{false, true} {
		l := newLab(t, overHTTP, func(o *slack.Options) { o.Forms = everything() })
		p := l.people[0]
		l.send(p, formButton("o~meet~new"))
		if err := p.Press("Uitnodigen"); err != nil {
			t.Fatal(err)
		}
		f := l.loaded(p)
		want := map[string]string{"name": "Bezoek", "note": "", "cohort": "o2", "few": "o1,o3", "many": "o30", "day": "2027-03-01", "hour": "09:00"}
		if !reflect.DeepEqual(f.Fields, want) || f.Title != "Een titel die veel te la" {
			t.Fatalf("it shows %+v", f)
		}
		values := map[string][]string{"name": {" "}, "cohort": {"o7"}, "day": {"2027-04-02"}, "hour": {"14:30"}, "few": {"o2", "o3"}}
		if err := p.SubmitAll(values); err != nil {
			t.Fatal(err)
		}
		if f, open := p.Form(); !open || f.Errors["name"] == "" || len(f.Errors) != 1 {
			t.Fatalf("an empty name: %+v", f)
		}
		values["name"] = []string{"Bezoek & <rondleiding>"}
		if err := p.SubmitAll(values); err != nil {
			t.Fatal(err)
		}
		u := l.got(1)
		values["note"], values["many"] = []string{}, []string{}
		if u.Press != "o~meet~new" || u.Text != "" || !reflect.DeepEqual(u.Fields, values) {
			t.Errorf("it arrived as %+v", u)
		}
		opened, filled := l.platform.Calls("views.open"), l.platform.Calls("views.update")
		if len(opened) != 1 || len(filled) != 1 || filled[0].Args["hash"] == nil {
			t.Errorf("opened %d, filled %d", len(opened), len(filled))
		}
	}
}

// TestSheetThatOpensNone holds that a button of which there is no form (any more)
// is a press like any other, and that nobody is left before an empty modal.
func TestSheetThatOpensNone(t *testing.T) {
	for _, press := range []string{"none", "broken"} {
		l := newLab(t, false, func(o *slack.Options) { o.Forms = everything() })
		p := l.people[0]
		l.send(p, formButton(press))
		if err := p.Press("Uitnodigen"); err != nil {
			t.Fatal(err)
		}
		if u := l.got(1); u.Press != press || u.Fields != nil {
			t.Errorf("%s arrived as %+v", press, u)
		}
		if n := len(l.platform.Calls("views.update")); n != 1 {
			t.Errorf("%s: the view was told %d times", press, n)
		}
	}
}

// TestSheetAfterItsTrigger holds the same of a trigger that has died, and of a
// channel that has no forms.
func TestSheetAfterItsTrigger(t *testing.T) {
	l := newLab(t, false, func(o *slack.Options) { o.Forms = everything() })
	p := l.people[0]
	l.send(p, formButton("o~meet~new"))
	l.platform.Fail(fakeslack.Fault{Method: "views.open", Error: "expired_trigger_id"})
	if err := p.Press("Uitnodigen"); err != nil {
		t.Fatal(err)
	}
	if u := l.got(1); u.Press != "o~meet~new" {
		t.Errorf("it arrived as %+v", u)
	}
	plain := newLab(t, false)
	p = plain.people[0]
	plain.send(p, formButton("o~meet~new"))
	if err := p.Press("Uitnodigen"); err != nil {
		t.Fatal(err)
	}
	if u := plain.got(1); u.Press != "o~meet~new" {
		t.Errorf("without forms it arrived as %+v", u)
	}
}

// The words of the office are handed on; the bare command is the front page
// where there is one.
func TestCommandsOfTheOffice(t *testing.T) {
	l := newLab(t, false, func(o *slack.Options) { o.Forms = noForms{} })
	p := l.people[0]
	for i, c := range []struct{ typed, arrives string }{
		{"", "/vises"}, {"search  water ", "/search  water"}, {"menu", "/menu"}, {"Search", "/Search"},
	} {
		p.Command(c.typed, true)
		if u := l.got(i + 1); u.Text != c.arrives {
			t.Errorf("%q arrived as %q", c.typed, u.Text)
		}
	}
	p.Command("help", true)
	l.eventually("help is whispered", func() bool { return strings.Contains(strings.Join(p.Whispers(), " "), "/vises zoeken WOORD") })
}

// A form that cannot be filled says so: it does not load for ever.
func TestFormThatIsNeverFilled(t *testing.T) {
	l := newLab(t, true, func(o *slack.Options) { o.Forms = everything() })
	p := l.people[0]
	m := say(line(flows.Body, "Stuur iets"))
	m.Buttons = [][]flows.Button{{{Label: "Sturen", Data: "o~push", Kind: "form"}}}
	l.send(p, m)
	l.platform.Fail(fakeslack.Fault{Method: "views.update", Times: 3, Error: "internal_error"})
	if err := p.Press("Sturen"); err != nil {
		t.Fatal(err)
	}
	said := func() string {
		calls := l.platform.Calls("views.update")
		if len(calls) == 0 {
			return ""
		}
		return fmt.Sprint(calls[len(calls)-1].Args["view"])
	}
	l.eventually("it says that it cannot be filled", func() bool { return strings.Contains(said(), "kon niet open") })
}
