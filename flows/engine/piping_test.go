package engine_test

import (
	"slices"
	"strings"
	"testing"

	"visesbot/flows/engine"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// The talks of the content that the rules of piping are tried on: a day centre,
// and a food co-operative whose people answer in two languages.
const (
	dayCentre = cycleTalk
	bothSides = "transcripts/fr-nl-cycle-other.txt"
)

// resume takes a talk up where it was left.
func resume(t *testing.T, l life) *replay {
	r := &replay{
		t: t, engine: engine.Must(realScript()), model: l.dossier(), goals: map[string]goal{},
		mem: l.mem, cache: formtest.Share(l.mem), now: l.Now,
	}
	for _, told := range l.Talks {
		r.people = append(r.people, &replayer{session: told.Session})
	}
	return r
}

func author() form.Author {
	return form.Author{Person: "p1", Respondent: "rp1", Role: "worker", Lang: "fr"}
}

// edit changes the dossier behind everybody's back, as a test may.
func (r *replay) edit(f func(*form.Dossier)) {
	d := r.dossier()
	f(d)
	c := d.Changes()
	r.mem.Apply(c)
	r.cache.Forget(c)
}

// found is the item with this label.
func found(t *testing.T, d *form.Dossier, collection, label string) form.Path {
	t.Helper()
	c, _ := d.Questionnaire().Collection(collection)
	for _, p := range d.Items(c, "") {
		if d.Label(p, "fr") == label {
			return p
		}
	}
	t.Fatalf("there is no %s %q", collection, label)
	return ""
}

// status is what became of a question at a path.
func status(d *form.Dossier, question string, path form.Path) form.Status {
	return d.Status(form.At(question, path))
}

func textAt(d *form.Dossier, question string, path form.Path, lang string) string {
	q, _ := d.Questionnaire().Question(question)
	return d.Text(q.Text, form.At(question, path), lang)
}

// TestOwnWordsArePipedAsTheyAreAndOptionsInTheReadersLanguage (rule 1): a pipe
// names a thing by its id. What the enterprise wrote comes in its own words to
// every reader; what it chose from a list comes in the reader's language.
func TestOwnWordsArePipedAsTheyAreAndOptionsInTheReadersLanguage(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, bothSides, "The new year")
	d := l.dossier()
	const dutch = "Vaker een praatje met iemand uit de straat"
	change := found(t, d, "change", dutch)
	c, _ := d.Questionnaire().Collection("practice")
	practice := d.Items(c, "")[0]
	for lang, want := range map[string]string{"fr": "«\u00a0Wat verandert de winkel voor wie er komt? [NL]\u00a0»", "nl": "“Wat verandert de winkel voor wie er komt?”"} {
		if got := textAt(d, "P3-14", "", lang); !strings.Contains(got, want) {
			t.Errorf("%s: %q does not say %q", lang, got, want)
		}
	}
	chosen := map[string]bool{}
	for _, lang := range form.Langs() {
		if got := textAt(d, "P2-01", change, lang); !strings.Contains(got, dutch) {
			t.Errorf("%s: %q does not say %q", lang, got, dutch)
		}
		got := textAt(d, "P3-16", practice, lang)
		if label := d.Label(practice, lang); !strings.Contains(got, label) {
			t.Errorf("%s: %q does not say %q", lang, got, label)
		}
		chosen[d.Label(practice, lang)] = true
	}
	if len(chosen) != len(form.Langs()) {
		t.Errorf("the practice is called %v in %d languages", chosen, len(form.Langs()))
	}
}

// TestAnotherNameIsReadEverywhereAndWhatIsRemovedIsKept (rule 2): a new name is
// in every text at once; what is removed is listed and asked first, then put
// aside, and comes back whole.
func TestAnotherNameIsReadEverywhereAndWhatIsRemovedIsKept(t *testing.T) {
	t.Parallel()
	l, _ := lived(t, dayCentre, "More than a year later")
	r := resume(t, l)
	change := found(t, r.dossier(), "change", "Moins de journées seules")
	r.edit(func(d *form.Dossier) { d.Rename(change, "Des journées accompagnées", author()) })
	for _, lang := range form.Langs() {
		for _, question := range []string{"P1-15", "P2-01", "P2-02", "P3-02"} {
			if got := textAt(r.dossier(), question, change, lang); !strings.Contains(got, "Des journées accompagnées") {
				t.Errorf("%s in %s reads %q", question, lang, got)
			}
		}
	}
	hangs := r.dossier().Hanging(change)
	if !slices.Contains(hangs, form.At("P2-07", change.Join("in1"))) {
		t.Errorf("the method of its indicator does not hang on the change: %v", hangs)
	}
	r.edit(func(d *form.Dossier) { d.Reopen("diagnosis", "trop", author()) })
	list := string(form.At("P1-14", change.Parent()))
	r.press(r.people[0], "q~"+list)
	r.press(r.people[0], "r~"+list+"~"+change.ID())
	if r.dossier().Item(change).Archived {
		t.Error("it is taken away before anybody has said that it may")
	}
	if card := glimpse(r.people[0].newest); !strings.Contains(card, "Des journées accompagnées") || !strings.Contains(card, "x~") {
		t.Errorf("it is not asked first: %s", card)
	}
	r.press(r.people[0], "x~"+list+"~"+change.ID())
	if !r.dossier().Item(change).Archived || r.dossier().Answer(form.At("P2-07", change.Join("in1"))) == nil {
		t.Error("it is not put aside, or what hung on it is gone")
	}
	r.edit(func(d *form.Dossier) { d.Restore(change, author()) })
	if a := r.dossier().Answer(form.At("P1-15", change)); a == nil || a.Archived {
		t.Errorf("what hung on it does not come back: %+v", a)
	}
}
