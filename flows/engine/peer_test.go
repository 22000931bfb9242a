package engine_test

import (
	"testing"

	"visesbot/flows"
)

// peers is what the office brings of the group.
func peers(state string, pairs ...string) flows.Note {
	n := flows.Note{Kind: flows.NotePeers, Fields: map[string]string{"state": state}}
	for i := 0; i+1 < len(pairs); i += 2 {
		n.Fields[pairs[i]] = pairs[i+1]
	}
	return n
}

// TestQuestionToTheGroup: a question goes to the others and their answers come
// back, in the words and language of who wrote them; what stood on the table stays.
func TestQuestionToTheGroup(t *testing.T) {
	w, kim := gathered(t)
	w.press(kim, "peer~ask")
	w.silence()
	w.say(kim, "Hoe meten jullie vertrouwen?")
	w.hears(kim, "office:peer-d1", "text", "Hoe meten jullie vertrouwen?")
	w.brings(kim, peers(flows.PeerAsked, "id", "q7", "from", "De Brug", "text", "Qui compte ?", "lang", "fr"))
	w.shows(kim, "De Brug")
	if l := w.line(kim, flows.Own, "Qui compte ?"); l.Lang != "fr" {
		t.Errorf("the question is marked %q", l.Lang)
	}
	w.buttonsAre(kim, "peer~re~q7")
	w.press(kim, "peer~re~q7")
	w.say(kim, "Wij allemaal")
	w.hears(kim, "office:peer-d1", "ask", "q7", "text", "Wij allemaal")
	w.brings(kim, peers(flows.PeerAnswered, "ask", "Hoe meten jullie vertrouwen?", "from", "De Brug", "text", "Avec une échelle", "lang", "fr"))
	w.line(kim, flows.Hint, "Hoe meten jullie vertrouwen?")
	w.line(kim, flows.Own, "Avec une échelle")
	w.buttonsAre(kim, "peer~ask")
	w.say(kim, "mijn antwoord")
	w.has("A", "") // below their words it may be for them
	w.press(kim, w.button(kim, "meant~else"))
	w.has("A", "given mijn antwoord")
}

// TestSharedOnlyWhenTheySaySo: nothing is released, and nobody told, before
// somebody of the enterprise has said yes to that very answer; they can take it
// back.
func TestSharedOnlyWhenTheySaySo(t *testing.T) {
	w, kim := gathered(t)
	w.press(kim, "peer~yes~A") // there is no answer
	w.silence()
	w.say(kim, "ons antwoord")
	w.mail = nil
	released := func() int { return len(w.dossier().Head().Releases) }
	w.press(kim, "peer~share~A")
	w.line(kim, flows.Own, "ons antwoord")
	w.buttonsAre(kim, "peer~yes~A")
	w.silence()
	if released() != 0 {
		t.Fatal("it is released before anybody said yes")
	}
	w.press(kim, "peer~yes~A")
	w.hears(kim, "office:peer-d1", "place", "A", "state", "shared")
	w.press(kim, "peer~yes~A") // once is enough
	w.silence()
	if released() != 1 || w.dossier().Head().Releases[0].To != flows.PeersRelease {
		t.Fatalf("the releases are %+v", w.dossier().Head().Releases)
	}
	w.press(kim, w.shareBack(kim))
	w.hears(kim, "office:peer-d1", "place", "A", "state", "taken back")
	if released() != 0 {
		t.Errorf("after all it is released: %+v", w.dossier().Head().Releases)
	}
}

// shareBack opens what is released, and finds the button that takes it back.
func (w *world) shareBack(p *talker) string {
	w.say(p, "/sharing")
	return w.button(p, "V~")
}

// TestOthersShareNothing: who accompanies the enterprise, and who has not agreed
// that answers are kept, can share nothing of it and ask nobody.
func TestOthersShareNothing(t *testing.T) {
	w, kim := gathered(t)
	w.say(kim, "ons antwoord")
	odile := w.join("accompanist")
	w.enter(odile)
	for _, press := range []string{"peer~share~A", "peer~yes~A"} {
		w.press(odile, press)
	}
	sam := w.joinIn("nl")
	w.press(sam, "consent~no")
	w.mail = nil
	for _, press := range []string{"peer~share~A", "peer~yes~A", "peer~ask", "peer~group"} {
		w.press(sam, press)
	}
	w.say(sam, "een vraag")
	w.silence()
	if n := len(w.dossier().Head().Releases); n != 0 {
		t.Errorf("%d answers are released", n)
	}
}

// TestGroup: enterprises are counted by phase and not named; what others share has
// its name beside it, and there may be a next page.
func TestGroup(t *testing.T) {
	w, kim := gathered(t)
	w.press(kim, "peer~group")
	w.hears(kim, "office:peer-d1", "page", "")
	w.brings(kim, peers(flows.PeerGroup, "name", "Groep Zuid", "phase.mandate", "3", "more", "2",
		"from.0", "De Brug", "question.0", "Wie telt mee?", "answer.0", "Tout le monde", "lang.0", "fr"))
	w.line(kim, flows.Heading, "Groep Zuid")
	w.line(kim, flows.Bullet, ": 3")
	w.line(kim, flows.Body, "De Brug: Wie telt mee?")
	if l := w.line(kim, flows.Own, "Tout le monde"); l.Lang != "fr" {
		t.Errorf("the answer is marked %q", l.Lang)
	}
	w.buttonsAre(kim, "peer~group~2", "peer~ask")
	w.press(kim, "peer~group~2")
	w.hears(kim, "office:peer-d1", "page", "2")
	w.brings(kim, peers(flows.PeerNone))
	w.buttonsAre(kim)
}
