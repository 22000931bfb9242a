package officetest_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

// sets changes fields of an entry of the register, as an import does.
func sets(t *testing.T, w *officetest.World, table, id string, pairs ...string) {
	t.Helper()
	all, err := w.Store.Entries(w.Ctx(), table)
	at := slices.IndexFunc(all, func(e register.Entry) bool { return e.ID == id })
	if err != nil || at < 0 {
		t.Fatalf("%s holds no %s (%v)", table, id, err)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		all[at].Fields[pairs[i]] = pairs[i+1]
	}
	if err := w.Store.PutEntries(w.Ctx(), all[at]); err != nil {
		t.Fatal(err)
	}
}

// pressed are the data of all buttons that somebody ever had.
func pressed(w *officetest.World, who string) (all []string) {
	for _, m := range w.Channel.Shown(who) {
		for _, row := range m.Buttons {
			for _, b := range row {
				if b.Data != "" {
					all = append(all, b.Data)
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Whoever the register gives to another cohort, role or enterprise, or to none, has
// nothing any more of what they had: whichever button they ever had they press, and
// whatever they type, no planted answer is shown, and they are told kindly.
func TestRegisterTakesAway(t *testing.T) {
	for _, c := range []struct{ name, table, id, field, value, who, told string }{
		{"out of the cohort", register.Cohorts, "north", "accompanists", "bert", "odile", "ne vous est plus ouvert"},
		{"another role", register.People, "odile", "role", "financier", "odile", "ne vous est plus ouvert"},
		{"an accompanist left", register.People, "odile", register.Left, "yes", "odile", "ne vous est plus ouvert"},
		{"moved", register.People, "s-e1", "enterprise", "e2", "s-e1", "ne vous est plus ouvert"},
		{"left", register.People, "s-e1", register.Left, "yes", "s-e1", "ne vous est plus ouvert"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := officetest.New(t)
			w.Partner("odile")
			w.Staff("s-e1")
			_, planted := answered(t, w, "s-e1")
			w.Fills("s-e1", flows.NeedHelp(""), map[string][]string{"text": {"SECRET-CALL"}})
			w.Fills("odile", "o~cohort~open~e1", nil)
			w.Presses("odile", "review")
			had := pressed(w, c.who)
			root := last(w, c.who).Receipt
			sets(t, w, c.table, c.id, c.field, c.value)
			w.Channel.Forget(c.who)
			w.Says(c.who, "/review")
			if got := w.Channel.Last(c.who); !strings.Contains(got, c.told) {
				t.Errorf("%s is not told, but\n%s", c.who, got)
			}
			for _, data := range had {
				w.Fills(c.who, data, nil)
			}
			w.Says(c.who, "progress")
			w.Replies(c.who, root, "encore là ?")
			for _, m := range w.Channel.Shown(c.who) {
				if text := strings.ToLower(m.Text()); strings.Contains(text, strings.ToLower(planted)) || strings.Contains(text, "secret-call") {
					t.Errorf("%s still sees\n%s", c.who, m.Text())
				}
			}
		})
	}
}

// In a thread that somebody had part in, they hear nothing more and say nothing more
// once the enterprise is not theirs.
func TestRegisterTakesThreadsAway(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Staff("s-e1")
	w.Fills("s-e1", flows.NeedHelp(""), map[string][]string{"text": {"Au secours"}})
	root := last(w, "odile").Receipt
	sets(t, w, register.Cohorts, "north", "accompanists", "bert")
	w.Channel.Forget("odile")
	w.Replies("s-e1", last(w, "s-e1").Receipt, "SECRET-WORDS")
	if got := w.Channel.Last("odile"); got != "" {
		t.Errorf("odile hears\n%s", got)
	}
	w.Channel.Forget("s-e1")
	w.Replies("odile", root, "Je suis encore là")
	if got := w.Channel.Last("s-e1"); strings.Contains(got, "encore là") {
		t.Errorf("the enterprise hears\n%s", got)
	}
}

// Somebody whom no register knows is taken out by a note: they are told once, what
// they open afterwards shows nothing, an old shared invitation lets them in no more,
// and a new one does.
func TestRemovedWithoutMember(t *testing.T) {
	w := officetest.New(t)
	e := officetest.Enterprise("e1")
	in := flows.Invite{Dossier: "e1", Enterprise: e, Lang: "fr"}
	w.Opens("anon", in)
	w.Presses("anon", "consent~yes")
	w.Says("anon", "Noor anon")
	_, planted := answered(t, w, "anon")
	w.Says("anon", "/home")
	had := pressed(w, "anon")
	removes(t, w, "anon", "e1")
	sees(t, w, "anon", "Vous ne participez plus")
	told := len(w.Channel.Shown("anon"))
	removes(t, w, "anon", "e1")
	if now := len(w.Channel.Shown("anon")); now != told {
		t.Errorf("told again: %s", w.Channel.Last("anon"))
	}
	w.Channel.Forget("anon")
	for _, data := range had {
		w.Fills("anon", data, nil)
	}
	w.Says("anon", "/review")
	w.Opens("anon", in)
	w.Says("anon", "/review")
	for _, m := range w.Channel.Shown("anon") {
		if strings.Contains(strings.ToLower(m.Text()), strings.ToLower(planted)) {
			t.Errorf("who was removed still sees\n%s", m.Text())
		}
	}
	w.Pass(time.Minute)
	in.Made = w.Clock.Now()
	w.Opens("anon", in)
	w.Says("anon", "home")
	if s, err := w.Store.Session(w.Ctx(), officetest.Address("anon")); err != nil || s.Dossier != "e1" {
		t.Errorf("a new invitation does not let in again: %v, %v", s.Dossier, err)
	}
}

func removes(t *testing.T, w *officetest.World, who, enterprise string) {
	t.Helper()
	err := w.Store.Enqueue(w.Ctx(), officetest.Address(who), bot.Job{
		ID: "rm" + w.Clock.Now().String() + who, Kind: bot.JobNote, Due: w.Clock.Now(),
		Event: &flows.Event{Kind: flows.Told, At: w.Clock.Now(), Note: &flows.Note{Kind: flows.NoteRemoved, Dossier: enterprise}},
	})
	if err != nil {
		t.Fatal(err)
	}
	w.Drain()
	w.Pass(time.Second)
}
