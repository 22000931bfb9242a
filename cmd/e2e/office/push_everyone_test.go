package officetest_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/bot/rooms/push"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows/form"
)

// gives has the desk give an order, and wants it to go to so many.
func gives(w *officetest.World, o push.Order, people int) {
	w.Helper()
	if _, to, err := push.Give(w.Ctx(), w.Store, o, w.Clock.Now()); err != nil || to.People != people {
		w.Fatalf("%s is given to %+v: %v", o.ID, to, err)
	}
}

// What the desk sends to everybody reaches all who take part, once, and those too
// who come in later; an accompanist who is about to send the same hears so, and is
// not led to a receipt that is the coordination's.
func TestPushEveryone(t *testing.T) {
	w := north(t)
	w.Staff("s-e6")
	gives(w, push.Order{ID: "all", Module: "M1", Everyone: true}, 6)
	w.Pass(time.Minute)
	for who, begin := range map[string]string{"s-e1": "Commencer", "s-e5": "Commencer", "s-e6": "stelt deze module voor"} {
		if n := shown(w, who, begin); n != 1 {
			t.Errorf("%s was offered it %d times", who, n)
		}
	}
	w.Fills("odile", newPush, filled("M1", "north"))
	says(t, w, "odile", "M1 part déjà ce jour-là vers Tout le monde", "[Modifier]")
	if got := w.Channel.Last("odile"); strings.Contains(got, "[Voir le suivi]") || strings.Contains(got, "[Reproposer") {
		t.Errorf("an accompanist is led on by\n%s", got)
	}
	w.Fills("odile", "o~push~show~all", nil)
	says(t, w, "odile", "pas ouvert pour vous")
	w.Partner("carla")
	w.Fills("carla", "o~push~show~all", nil)
	says(t, w, "carla", "Everybody", "received 6/6 · opened 0")
	w.Staff("s-e7")
	w.Pass(3 * 24 * time.Hour)
	if n := shown(w, "s-e7", "stelt deze module voor"); n != 1 {
		t.Errorf("who came in later was offered it %d times", n)
	}
}

// Who accompanies two enterprises is one person, and told once.
func TestPushAccompanists(t *testing.T) {
	w := north(t)
	for _, enterprise := range []string{"e1", "e2"} {
		w.Fills("odile", "o~cohort~open~"+enterprise, nil)
	}
	gives(w, push.Order{ID: "us", Say: form.Text{FR: "Réunion jeudi", NL: "a", EN: "a"}, Everyone: true, Roles: []string{"accompanist"}}, 1)
	w.Pass(time.Minute)
	if n := shown(w, "odile", "Réunion jeudi"); n != 1 {
		t.Errorf("odile was told %d times", n)
	}
}

// A message goes to whoever has agreed, on a working morning, and to nobody who
// comes in later.
func TestPushMessage(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Partner("carla")
	say := form.Text{FR: "À lundi, sans faute !", NL: "Tot maandag!", EN: "See you on Monday!"}
	sunday := time.Date(2027, 3, 7, 11, 0, 0, 0, officetest.Brussels())
	gives(w, push.Order{ID: "hi", Say: say, Everyone: true, At: sunday}, 1)
	w.Says("carla", "/programme")
	says(t, w, "carla", "See you on Monday! · Everybody")
	w.Fills("carla", "o~push~move~hi", map[string][]string{"day": {"2027-03-05"}, "hour": {"11:00"}})
	says(t, w, "carla", "Planned: 5 March 2027 at 11:00")
	w.Fills("carla", "o~push~move~hi", map[string][]string{"day": {"2027-03-07"}, "hour": {"11:00"}})
	says(t, w, "carla", "Planned: 8 March 2027 at 08:00")
	w.Until(sunday.Add(time.Hour))
	w.Staff("s-e2") // before it goes: they get it
	if n := shown(w, "s-e1", "À lundi"); n != 0 {
		t.Fatal("it went out on a Sunday")
	}
	w.Pass(24 * time.Hour)
	w.Staff("s-e3")
	w.Pass(5 * 24 * time.Hour)
	for who, n := range map[string]int{"s-e1": 1, "s-e2": 1, "s-e3": 0} {
		if got := shown(w, who, "À lundi"); got != n {
			t.Errorf("%s was told %d times", who, got)
		}
	}
	w.Fills("carla", "o~push~show~hi", nil)
	says(t, w, "carla", "See you on Monday!", "received 2/2")
	if got := w.Channel.Last("carla"); strings.Contains(got, "opened") || strings.Contains(got, "[Offer again") {
		t.Errorf("the receipt of a message is\n%s", got)
	}
	all := func(string) bool { return true }
	if told, err := push.Standings(w.Ctx(), w.Store, all, w.Clock.Now()); err != nil || len(told) > 0 {
		t.Errorf("a message stands as a module: %+v, %v", told, err)
	}
	gives(w, push.Order{ID: "some", Say: form.Text{FR: "a", NL: "a", EN: "a"}, To: []string{"test:s-e1", "test:nobody"}}, 1)
	w.Fills("carla", "o~push~show~some", nil)
	says(t, w, "carla", "2 conversations")
}
