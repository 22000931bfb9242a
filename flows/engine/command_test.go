package engine_test

import (
	"slices"
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// TestBareWordsAreAnswers: where an answer is given in one's own words, a word that
// is also a command is the answer; the few that lead out are asked about, and
// nothing typed is lost either way.
func TestBareWordsAreAnswers(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"Planning", "Langues", "Talen", "Partage", "Agenda", "Modules", "Feedback", "Overview", "Later", "Pause", "Groep", "Sharing", "Commentaire"} {
		w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
		p := w.people[0]
		w.press(p, "q~A")
		w.say(p, word)
		w.has("A", "given "+word)
		w.press(p, "q~LIST")
		w.say(p, word)
		w.shows(p, word)
	}
	for _, word := range []string{"retour", "Menu", "aide", "terug", "hulp", "back", "help", "Accueil"} {
		w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
		p := w.people[0]
		w.press(p, "q~A")
		w.say(p, word)
		w.has("A", "")
		if got := labels(p.newest); strings.Count(got, "\n") < 1 {
			t.Fatalf("%s is asked about with %q", word, got)
		}
		w.press(p, "W~A~"+word)
		w.has("A", "given "+word)
	}
}

// TestASlashIsNeverAnAnswer: a line that begins with "/" is a command, or said to
// be none, and then what was meant can be pressed.
func TestASlashIsNeverAnAnswer(t *testing.T) {
	t.Parallel()
	w := talkOf(t, 1, formtest.Ask("A", form.ShortTxt))
	p := w.people[0]
	w.press(p, "q~A")
	for _, typed := range []string{"/xyzzy", "/mneu", "/12", "/push M1", "/poll M1", "/ planning", "/"} {
		w.say(p, typed)
		w.has("A", "")
	}
	w.say(p, "/mneu")
	pressable := ""
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			if strings.HasPrefix(b.Data, string(flows.VerbCommand)+"~") {
				pressable = b.Data
			}
		}
	}
	if pressable != "cmd~menu" {
		t.Errorf("/mneu offers %q", labels(p.newest))
	}
	w.press(p, pressable)
	w.press(p, "q~A")
	w.say(p, "an answer")
	w.has("A", "given an answer")
}

// TestSeveralReadingsAreButtons: what can be read in two ways is asked with both,
// and is what the pressed one says.
func TestSeveralReadingsAreButtons(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind        form.Type
		typed       string
		press, want string
	}{
		{form.Date, "from 1 to 15 March 2027", "W~A~2027-03-15", "given 15 March 2027"},
		{form.Date, "March to June 2027", "W~A~2027-03-01", "given 1 March 2027"},
		{form.Period, "Jan - Mar 28", "W~A~2028-01-01+-+2028-03-31", "given 1 January 2028 – 31 March 2028"},
		{form.Number, "1,500", "W~A~1.5", "given 1.5"},
		{form.Number, "1,500", "W~A~1500", "given 1500"},
		{form.Number, "2,125", "W~A~2.1250", "given 2.12"},
	} {
		w := talkOf(t, 1, formtest.Ask("A", c.kind))
		p := w.people[0]
		w.press(p, "q~A")
		w.say(p, c.typed)
		w.has("A", "")
		var presses []string
		for _, row := range p.newest.Buttons {
			for _, b := range row {
				presses = append(presses, b.Data)
			}
		}
		if !strings.Contains(strings.Join(presses, "\n"), c.press) {
			t.Errorf("%q offers %q, want %q", c.typed, presses, c.press)
		}
		w.press(p, c.press)
		w.has("A", c.want)
	}
}

// TestWhatIsNoEntry: a greeting, a number, a question are asked about before they
// stand on a list.
func TestWhatIsNoEntry(t *testing.T) {
	t.Parallel()
	for typed, keep := range map[string]string{"1": "W~WHO~1", "Hello!": "W~WHO~Hello%21", "Hi, I am Amina of the reception": "W~WHO~Amina%2C+reception", "🙂": "W~WHO~%F0%9F%99%82"} {
		w := talkOf(t, 1)
		p := w.people[0]
		w.press(p, "q~WHO")
		before := len(w.dossier().Items(w.engine.Script.Questionnaire.Collections[0], ""))
		w.say(p, typed)
		if got := len(w.dossier().Items(w.engine.Script.Questionnaire.Collections[0], "")); got != before {
			t.Errorf("%q became an entry", typed)
		}
		w.press(p, keep)
		if got := len(w.dossier().Items(w.engine.Script.Questionnaire.Collections[0], "")); got != before+1 {
			t.Errorf("%q was not kept when it was said to be one", keep)
		}
	}
}

// TestWhatIsNoName: what looks like something else is no name until it is said to
// be one; "I am …" gives the name that follows.
func TestWhatIsNoName(t *testing.T) {
	t.Parallel()
	for typed, keep := range map[string]string{
		"oui": "name~oui", "ok": "name~ok", "🙂": "", "1": "", "pourquoi ?": "", "Bonjour": "name~Bonjour",
		"Bonjour, je suis Amina de la coordination": "name~Amina%2C+coordination", "je ne veux pas le dire": "name~je+ne+veux+pas+le+dire",
	} {
		w := newWorld(t, formtest.Seeded(1), realScript())
		p := w.joinIn("fr")
		w.say(p, "oui")
		w.say(p, typed)
		if s := w.memory(p); s.Respondent != "" {
			t.Errorf("%q became a name", typed)
		}
		if keep == "" {
			keep = "name~nobody"
		}
		w.press(p, keep)
		if s := w.memory(p); s.Respondent == "" {
			t.Errorf("%q was not kept when it was said to be a name", keep)
		}
		w.press(p, "name~Another")
		if got := labels(p.newest); strings.Contains(got, "Another") {
			t.Errorf("an old button gave another name: %s", got)
		}
	}
}

// TestHelpNamesEveryCommand: the card of help names every command that the person
// may type, in their language, and each is understood as it stands there.
func TestHelpNamesEveryCommand(t *testing.T) {
	t.Parallel()
	for _, lang := range form.Langs() {
		w := newWorld(t, formtest.Seeded(1), realScript())
		p := w.joinIn(lang)
		w.say(p, "oui")
		w.say(p, "Amina")
		w.say(p, "/help")
		card := glimpse(p.newest) + " "
		for _, e := range realScript().Commands.In(flows.InPrivate) {
			if named := strings.Contains(card, e.Typed(lang)+" "); named != slices.Contains(e.For, "staff") {
				t.Errorf("%s: %s is named: %v", lang, e.Typed(lang), named)
			}
		}
	}
}
