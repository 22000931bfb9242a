package officetest_test

import (
	"slices"
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/bot/office"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// answerOf is what is kept at a place.
func answerOf(t *testing.T, w *officetest.World, dossier string, p form.Place) (a form.Answer) {
	t.Helper()
	err := office.Look(w.Ctx(), w.Store, dossier, func(s form.Source) error {
		if kept, ok := s.Answer(p); ok {
			a = *kept
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// choosing brings a member of staff to the question of their role.
func choosing(t *testing.T, w *officetest.World, who string) (dossier string, p form.Place) {
	t.Helper()
	w.Staff(who)
	answered(t, w, who)
	s := session(w, who)
	if !strings.HasPrefix(string(s.Place), "P0-02.role") {
		t.Fatalf("the question is %s", s.Place)
	}
	return s.Dossier, s.Place
}

// chose wants one choice at a place.
func chose(t *testing.T, w *officetest.World, dossier string, p form.Place, want string) {
	t.Helper()
	if a := answerOf(t, w, dossier, p); !slices.Equal(a.Value.Choices, []string{want}) || a.State != form.Given {
		t.Errorf("at %s there is %v (%s), want %s", p, a.Value.Choices, a.State, want)
	}
}

// What somebody changes in the message of an answer changes the answer, as long as
// it is still that message's; else they are told how to change it.
func TestEditedMessageChangesItsAnswer(t *testing.T) {
	w := officetest.New(t)
	dossier, p := choosing(t, w, "s-e1")
	w.Brings("s-e1", bot.Update{Text: "Direction", Ref: "m1"})
	next := session(w, "s-e1").Place
	first := answerOf(t, w, dossier, p).Value.Choices
	w.Brings("s-e1", bot.Update{Text: "Bénévole", Edits: "m1"})
	second := answerOf(t, w, dossier, p).Value.Choices
	if slices.Equal(first, second) || len(second) != 1 {
		t.Fatalf("%v became %v", first, second)
	}
	if now := session(w, "s-e1").Place; now != next {
		t.Errorf("the talk goes on at %s, not %s:\n%s", now, next, w.Channel.Last("s-e1"))
	}
	w.Brings("s-e1", bot.Update{Text: "Direction", Edits: "m1"})
	chose(t, w, dossier, p, first[0])

	w.Brings("s-e1", bot.Update{Press: flows.PressAt(flows.AtShow, p, "")})
	w.Presses("s-e1", "Bénévole")
	w.Brings("s-e1", bot.Update{Text: "Direction", Edits: "m1"})
	sees(t, w, "s-e1", "ne change pas tout seul", "[Modifier]")
	chose(t, w, dossier, p, second[0])
	w.Brings("s-e1", bot.Update{Text: "menus", Edits: "m-other"})
	sees(t, w, "s-e1", "ne change pas tout seul")
	chose(t, w, dossier, p, second[0])
}

// Whoever deletes the message of an answer is asked whether the answer goes too.
func TestDeletedMessageAsks(t *testing.T) {
	w := officetest.New(t)
	dossier, p := choosing(t, w, "s-e1")
	w.Brings("s-e1", bot.Update{Text: "Direction", Ref: "m1"})
	was := w.Channel.Last("s-e1")
	w.Brings("s-e1", bot.Update{Edits: "m-other", Deleted: true})
	if now := w.Channel.Last("s-e1"); now != was {
		t.Errorf("a message that answered nothing is asked about:\n%s", now)
	}
	w.Brings("s-e1", bot.Update{Edits: "m1", Deleted: true})
	sees(t, w, "s-e1", "retirer la réponse", "Direction", "[Oui, la retirer]", "[Non, la garder]")
	if a := answerOf(t, w, dossier, p); a.State != form.Given {
		t.Errorf("it is %s before anything is pressed", a.State)
	}
	w.Presses("s-e1", "Oui, la retirer")
	if a := answerOf(t, w, dossier, p); a.State != form.Unknown {
		t.Errorf("it is %s", a.State)
	}
}

// What is written for a question that is not on the table any more answers none.
func TestWordsForAnotherQuestion(t *testing.T) {
	w := officetest.New(t)
	dossier, p := choosing(t, w, "s-e1")
	table := session(w, "s-e1")
	asked := last(w, "s-e1")
	w.Says("s-e1", "Direction")
	next := session(w, "s-e1").Place
	w.Brings("s-e1", bot.Update{Text: "Telegram", For: table.Table()})
	sees(t, w, "s-e1", "La question a changé", "Telegram", "[À la question d'avant]", "[Continuer]")
	if a := answerOf(t, w, dossier, next); a.State != "" {
		t.Errorf("at %s there is %v", next, a.Value)
	}
	w.Presses("s-e1", "À la question d'avant")
	if now := session(w, "s-e1").Place; now != p {
		t.Errorf("the way back leads to %s", now)
	}
	w.Presses("s-e1", string(flows.VerbGo))

	for _, below := range []bot.Receipt{asked.Receipt, "unknown"} {
		w.Replies("s-e1", below, "Telegram")
		sees(t, w, "s-e1", "Ce fil ne répond à rien")
		if m := last(w, "s-e1"); m.Under != string(below) {
			t.Errorf("it is said below %q, not %q", m.Under, below)
		}
	}
	now := session(w, "s-e1")
	if a := answerOf(t, w, dossier, now.Place); a.State == form.Given {
		t.Errorf("a thread answered %s: %v", now.Place, a.Value)
	}
	w.Replies("s-e1", "unknown", "menu")
	sees(t, w, "s-e1", "[Récapitulatif]")
	w.Presses("s-e1", string(flows.VerbGo))
	place := session(w, "s-e1").Place
	w.Replies("s-e1", last(w, "s-e1").Receipt, "Telegram")
	if a := answerOf(t, w, dossier, place); a.State != form.Given {
		t.Errorf("below the question itself %s is %q", place, a.State)
	}
}

// A partner is told of an unknown thread too.
func TestUnknownThreadOfAPartner(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Replies("odile", "unknown", "je vous appelle demain")
	sees(t, w, "odile", "Ce fil ne répond à rien")
	w.Brings("odile", bot.Update{Text: "menus", Edits: "m1"})
	sees(t, w, "odile", "ne change pas tout seul")
}
