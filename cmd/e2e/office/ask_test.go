package officetest_test

import (
	"reflect"
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/bot/office"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows/parse"
)

// plan is a room with a form of every field, which keeps what was filled in.
type plan struct{ got []map[string][]string }

func (*plan) Verb() string              { return "plan" }
func (*plan) Commands() []parse.Command { return nil }

func (p *plan) Form(v *office.Visit) (bot.Form, bool, error) {
	if v.Arg != "new" {
		return bot.Form{}, false, nil
	}
	long := strings.Repeat("x", 60)
	return bot.Form{Title: "Plan", Fields: []bot.Field{
		{ID: "title", Kind: bot.TextField, Label: "Titre ?", Value: []string{"Séance 2"}},
		{ID: "place", Kind: bot.ChoiceField, Label: "Où ?", Options: []bot.FieldOption{{ID: "hall", Label: "À l'atelier"}, {ID: long, Label: "En ligne"}}},
		{ID: "none", Kind: bot.ChoiceField, Label: "Rien à choisir"},
		{ID: "who", Kind: bot.TicksField, Label: "Qui ?", Options: []bot.FieldOption{{ID: "e1", Label: "Atelier un"}, {ID: "e2", Label: "Atelier deux"}, {ID: "e3", Label: "Atelier trois"}}, Value: []string{"e1"}},
		{ID: "day", Kind: bot.DateField, Label: "Quel jour ?"},
		{ID: "hour", Kind: bot.TimeField, Label: "À quelle heure ?"},
		{ID: "note", Kind: bot.LongField, Label: "Un mot ?", Optional: true},
	}}, true, nil
}

func (p *plan) Serve(v *office.Visit) error {
	p.got = append(p.got, v.Fields)
	v.Tell("servi " + v.Arg)
	return nil
}

func asked(t *testing.T) (*officetest.World, *plan) {
	p := &plan{}
	w := officetest.New(t, p)
	w.Partner("odile")
	w.Fills("odile", "o~plan~new", nil)
	return w, p
}

// odileReads wants the last card of odile to say something.
func odileReads(t *testing.T, w *officetest.World, want ...string) {
	t.Helper()
	for _, words := range want {
		if got := w.Channel.Last("odile"); !strings.Contains(got, words) {
			t.Fatalf("%q is not in\n%s", words, got)
		}
	}
}

// Where a channel has no forms, a form is asked field by field: what is typed is
// read in the person's language, and what is not understood is asked again.
func TestAskedFieldByField(t *testing.T) {
	w, p := asked(t)
	odileReads(t, w, "Titre ?", "[Garder", "Séance 2]")
	w.Says("odile", "Séance du printemps")
	odileReads(t, w, "Où ?")
	w.Says("odile", "sur la lune")
	odileReads(t, w, "Où ?", "pas bien compris")
	w.Says("odile", "en ligne")
	odileReads(t, w, "Qui ?", "Atelier un")
	w.Presses("odile", "Atelier un")
	w.Says("odile", "2 et 3")
	odileReads(t, w, "Qui ?")
	w.Presses("odile", "Terminé")
	odileReads(t, w, "Quel jour ?", "Une date")
	w.Says("odile", "bientôt")
	odileReads(t, w, "Quel jour ?", "pas bien compris")
	w.Says("odile", "vendredi prochain")
	odileReads(t, w, "À quelle heure ?")
	w.Says("odile", "tôt")
	odileReads(t, w, "À quelle heure ?", "pas bien compris")
	w.Says("odile", "9 h 30")
	odileReads(t, w, "Un mot ?")
	w.Presses("odile", "Passer")
	odileReads(t, w, "servi new")
	want := map[string][]string{
		"title": {"Séance du printemps"}, "place": {strings.Repeat("x", 60)}, "none": {}, "who": {"e2", "e3"},
		"day": {"2027-03-05"}, "hour": {"09:30"}, "note": {},
	}
	if len(p.got) != 1 || !reflect.DeepEqual(p.got[0], want) {
		t.Errorf("filled in was %v", p.got)
	}
	w.Says("odile", "et maintenant ?")
	odileReads(t, w, "Votre programme")
}

// One can go back, keep what stood there, and leave; an old button leads nowhere
// else.
func TestAskedBackAndAway(t *testing.T) {
	w, p := asked(t)
	w.Presses("odile", "Garder")
	w.Presses("odile", "À l'atelier")
	odileReads(t, w, "Qui ?")
	w.Presses("odile", "‹ Retour")
	w.Says("odile", "retour")
	odileReads(t, w, "Titre ?")
	w.Says("odile", "retour")
	odileReads(t, w, "Où ?")
	w.Presses("odile", "En ligne")
	w.Says("odile", "terminé")
	odileReads(t, w, "Quel jour ?")
	w.Presses("odile", "Abandonner")
	odileReads(t, w, "rien n'a été fait")
	if len(p.got) != 0 {
		t.Errorf("filled in was %v", p.got)
	}
	w.Presses("odile", "En ligne")
	odileReads(t, w, "rien n'a été fait")
	w.Fills("odile", "o~plan~new", nil)
	w.Presses("odile", "Garder")
	w.Says("odile", "/programme")
	odileReads(t, w, "Votre programme")
	w.Says("odile", "vendredi")
	odileReads(t, w, "Votre programme")
	w.Fills("odile", "o~plan~new", map[string][]string{"title": {}, "note": {}})
	if len(p.got) != 1 || p.got[0]["title"] == nil {
		t.Errorf("a form with nothing in it arrived as %v", p.got)
	}
}
