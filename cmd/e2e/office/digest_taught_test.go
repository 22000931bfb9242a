package officetest_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/bot/register"
	officetest "visesbot/cmd/e2e/office"
)

// taught is a world in which the coordination has pushed M1 to both cohorts, the
// people of two enterprises of the north and of three of the south are there, and
// so are thea, the trainer of the south, and carla.
func taught(t *testing.T) *officetest.World {
	t.Helper()
	w := officetest.New(t)
	for _, who := range []string{"s-e1", "s-e2", "s-e6", "s-e7", "s-e8"} {
		w.Staff(who)
	}
	w.Partner("thea")
	w.Partner("carla")
	w.Fills("carla", newPush, filled("M1", "north south"))
	w.Presses("carla", "Send")
	w.Pass(10 * time.Second)
	w.Channel.Forget("thea")
	return w
}

// A trainer's digest says how the modules stand that were sent to the trainer's
// cohorts, what was misunderstood most, and in its thread each check; nothing of
// other cohorts that got the same; and a week without news brings none.
func TestDigestTaught(t *testing.T) {
	w := taught(t)
	for _, who := range []string{"s-e1", "s-e2"} { // not hers: all wrong
		follows(w, who, 1)
	}
	follows(w, "s-e6", 0)
	follows(w, "s-e7", 1)
	w.Until(at(time.March, 8, 9).Add(time.Minute))
	got := digests(w, "thea")
	if len(got) != 1 || !strings.Contains(plain(got[0].Text()), "ontvangen 3/3 · geopend 2 · afgewerkt 2") || strings.Contains(got[0].Text(), "begrepen") {
		t.Fatalf("with two answers there are %d: %s", len(got), w.Channel.Last("thea"))
	}
	if detail := last(w, "thea"); detail.Under != string(got[0].Receipt) || !strings.Contains(plain(detail.Text()), "zodra 3 mensen") || strings.Contains(detail.Text(), "juist") {
		t.Errorf("two answers are told in detail:\n%s", detail.Text())
	}
	w.Until(at(time.March, 10, 9))
	follows(w, "s-e8", 1)
	w.Until(at(time.March, 15, 9).Add(time.Minute))
	got = digests(w, "thea")
	if len(got) != 2 {
		t.Fatalf("a week later there are %d", len(got))
	}
	text := plain(got[1].Text())
	for _, words := range []string{"M1 (versie ", "geopend 3 · afgewerkt 3", "Het minst goed begrepen: ", "meteen juist: ", "/3 · meest gemaakte fout: “", "Groep Zuid"} {
		if !strings.Contains(text, words) {
			t.Errorf("the digest does not say %q:\n%s", words, text)
		}
	}
	detail := plain(last(w, "thea").Text())
	if n := strings.Count(detail, "meteen juist: "); n < 3 || strings.Contains(detail, "/5") || !strings.Contains(detail, "Vraag per vraag") || strings.Contains(detail, "Noor") {
		t.Errorf("the detail, check by check, is\n%s", detail)
	}
	w.Until(at(time.March, 29, 8))
	if n := len(digests(w, "thea")); n != 2 {
		t.Errorf("without news there are %d", n)
	}
}

// Who answers a check after the digest has gone is in the next one, also if
// nothing else was heard of them: and a module pushed twice counts nobody twice.
func TestDigestTaughtAgain(t *testing.T) {
	w := taught(t)
	w.Until(at(time.March, 3, 9))
	w.Fills("carla", newPush, filled("M1", "south"))
	w.Presses("carla", "Send")
	w.Presses("s-e6", "Beginnen")
	w.Until(at(time.March, 8, 9).Add(time.Minute))
	if got := digests(w, "thea"); len(got) != 1 || !strings.Contains(plain(got[0].Text()), "ontvangen 3/3 · geopend 1 · afgewerkt 0") {
		t.Fatalf("pushed twice there are %d: %s", len(got), w.Channel.Last("thea"))
	}
	for range 60 { // up to the first check, and no further
		if presses(w, "s-e6", "check~") {
			break
		}
		if !presses(w, "s-e6", "next~") {
			t.Fatal(w.Channel.Last("s-e6"))
		}
	}
	w.Until(at(time.March, 15, 9).Add(time.Minute))
	if got := digests(w, "thea"); len(got) != 2 || !strings.Contains(plain(last(w, "thea").Text()), "zodra 3 mensen") {
		t.Errorf("a check later there are %d: %s", len(got), w.Channel.Last("thea"))
	}
}

// presses has somebody press the first button of the newest message whose data
// begins so.
func presses(w *officetest.World, who, prefix string) bool {
	w.Helper()
	for _, row := range last(w, who).Buttons {
		for _, b := range row {
			if strings.HasPrefix(b.Data, prefix) {
				w.Presses(who, b.Data)
				return true
			}
		}
	}
	return false
}

// What stands there already is not sent again: in a week in which nothing
// changes no digest is shown anew, whoever reads it; of what changes only the
// part is that says something else.
func TestDigestUnchanged(t *testing.T) {
	w := taught(t)
	w.Partner("odile")
	w.Says("s-e1", "/continuer")
	w.Until(at(time.March, 22, 9).Add(time.Minute))
	edits := map[string]int{}
	for _, who := range []string{"odile", "thea", "carla"} {
		if edits[who] = w.Channel.Edits(who); who != "thea" && len(digests(w, who)) == 0 {
			t.Fatalf("%s has no digest", who)
		}
	}
	w.Notes("digest-e1", "o~digest~changed", "e1")
	w.Until(at(time.March, 28, 9)) // all moments at which they are looked at
	for who, before := range edits {
		if n := w.Channel.Edits(who) - before; n != 0 {
			t.Errorf("%s was shown the same %d times: %s", who, n, w.Channel.Last(who))
		}
	}
	w.Until(at(time.March, 30, 9).Add(time.Minute)) // after Easter
	before, all := w.Channel.Edits("carla"), digests(w, "carla")
	main := all[len(all)-1].Text()
	err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.Targets, ID: "saw-b/wi", Fields: map[string]string{"partner": "saw-b", "pool": "wi", "target": "69", "realised": "68"}})
	if err != nil {
		t.Fatal(err)
	}
	w.Until(at(time.March, 31, 9))
	if n := w.Channel.Edits("carla") - before; n != 1 {
		t.Errorf("a number of the detail shows %d messages anew", n)
	}
	if all := digests(w, "carla"); all[len(all)-1].Text() != main || !strings.Contains(last(w, "carla").Text(), "68") {
		t.Errorf("the digest is\n%s\n%s", main, w.Channel.Last("carla"))
	}
}
