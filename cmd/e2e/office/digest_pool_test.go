package officetest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/bot/register"
	officetest "visesbot/cmd/e2e/office"
)

// pooled is a world in which odile's partner is in the pool of work integration,
// to which six enterprises belong, and the partner of bert and thea in none.
func pooled(t *testing.T) *officetest.World {
	t.Helper()
	w := officetest.New(t)
	put := func(e register.Entry) {
		if err := w.Store.PutEntries(w.Ctx(), e); err != nil {
			t.Fatal(err)
		}
	}
	for i := 1; i <= 6; i++ {
		put(register.Entry{Table: register.Enterprises, ID: fmt.Sprintf("e%d", i), Fields: map[string]string{
			"name": fmt.Sprintf("Atelier %d (fictional)", i), "country": "BE", "language": "fr", "pool": "wi",
		}})
	}
	put(register.Entry{Table: register.Enterprises, ID: "e9", Fields: map[string]string{"name": "Atelier 9 (fictional)", "country": "BE", "language": "nl", "pool": "other"}})
	put(register.Entry{Table: register.Partners, ID: "saw-b", Fields: map[string]string{"name": "SAW-B", "country": "BE", "status": "operator", "pools": "wi"}})
	put(register.Entry{Table: register.People, ID: "rik", Fields: map[string]string{"role": "researcher", "language": "en", "partner": "saw-b"}})
	put(register.Entry{Table: register.People, ID: "fien", Fields: map[string]string{"role": "financier", "language": "en", "partner": "saw-b"}})
	return w
}

// stalling lets the first of the enterprises begin and fall silent.
func stalling(w *officetest.World, n int) {
	w.Helper()
	for i := 1; i <= n; i++ {
		w.Staff(fmt.Sprintf("s-e%d", i))
		w.Says(fmt.Sprintf("s-e%d", i), "/continuer")
	}
}

// Who answers for a pool asks for its digest, at a time and in a language of
// their own; it comes every week, and not before it was asked for.
func TestPoolDigest(t *testing.T) {
	w := pooled(t)
	stalling(w, 6)
	for _, who := range []string{"odile", "rik"} {
		w.Partner(who)
		w.Says(who, "/digest")
	}
	says(t, w, "odile", "Pôle insertion : pas de synthèse", "[Voir : Pôle insertion]")
	says(t, w, "rik", "Work-integration pool: no digest")
	w.Until(at(time.March, 16, 9))
	if pools(w, "odile")+pools(w, "rik") != 0 {
		t.Fatal("it comes to who has not asked")
	}
	w.Fills("odile", "o~digest~when~pool_wi", fields("day", "3", "hour", "11", "state", "on", "lang", "nl"))
	says(t, w, "odile", "Pôle insertion : chaque mercredi à 11:00", "en néerlandais", "17 mars 2027")
	w.Until(at(time.March, 17, 10).Add(59 * time.Minute))
	if n := pools(w, "odile"); n != 0 {
		t.Errorf("before the hour there are %d", n)
	}
	w.Until(at(time.March, 17, 11).Add(time.Minute))
	says(t, w, "odile", "Pool inschakeling: overzicht van 17 maart 2027", "De evaluatie voorbereiden: 6", "langer: 6", "Alleen totalen", "[Later]")
	if got := w.Channel.Last("odile"); strings.Contains(got, "Atelier") || pools(w, "odile") != 1 || pools(w, "rik") != 0 {
		t.Errorf("%d came; an enterprise stands in\n%s", pools(w, "odile"), got)
	}
	before := w.Channel.Edits("odile")
	w.Until(at(time.March, 24, 10))
	if n := pools(w, "odile"); n != 1 {
		t.Errorf("within a week there are %d", n)
	}
	w.Until(at(time.March, 24, 11).Add(time.Minute))
	if n := pools(w, "odile"); n != 2 {
		t.Errorf("a week later there are %d", n)
	}
	if n := w.Channel.Edits("odile") - before; n > 3 { // her cohort's was sent on Monday, and is looked at too
		t.Errorf("in a week digests were shown anew %d times", n)
	}
	w.Presses("odile", "Later")
	w.Presses("odile", "Demain")
	w.Fills("odile", "o~digest~when~pool_wi", fields("day", "3", "hour", "11", "state", "off", "lang", "nl"))
	w.Channel.Forget("odile")
	w.Until(at(time.April, 8, 9))
	if n := pools(w, "odile"); n > 1 {
		t.Errorf("switched off, %d came", n)
	}
}

// pools counts the digests of pools that somebody was shown.
func pools(w *officetest.World, who string) (n int) {
	for _, m := range w.Channel.Shown(who) {
		if strings.HasPrefix(m.Card, "digest-pool_") {
			n++
		}
	}
	return n
}

// Of fewer than five enterprises nothing is told: neither how many there are of
// them, nor by what is left of the others; and of a pool of two nothing at all.
func TestPoolVeiled(t *testing.T) {
	w := pooled(t)
	stalling(w, 2)
	w.Staff("s-e8") // of the pool of two
	w.Says("s-e8", "/continuer")
	w.Partner("rik")
	w.Partner("carla")
	w.Until(at(time.March, 16, 9))
	w.Fills("rik", "o~digest~now~pool_wi", nil)
	says(t, w, "rik", "other phases, together: 6", "two weeks or more: fewer than 5")
	if got := w.Channel.Last("rik"); strings.Contains(got, ": 2") || strings.Contains(got, ": 4") {
		t.Errorf("a small cell is told:\n%s", got)
	}
	for _, who := range []string{"s-e3", "s-e4", "s-e5"} {
		w.Staff(who)
		w.Says(who, "/continuer")
	}
	w.Until(at(time.April, 5, 9))
	w.Fills("rik", "o~digest~now~pool_wi", nil)
	says(t, w, "rik", "two weeks or more: 5 or more", "other phases, together: 6")
	w.Fills("carla", "o~digest~when~pool_other", fields("day", "1", "hour", "9", "state", "on"))
	w.Channel.Forget("carla")
	w.Until(at(time.May, 10, 12))
	if n := pools(w, "carla"); n != 0 {
		t.Errorf("of a pool of two %d came", n)
	}
	w.Fills("carla", "o~digest~now~pool_other", nil)
	says(t, w, "carla", "Fewer than 5 enterprises: nothing is shown.")
}

// Nobody else reads it, and who stops answering for the pool gets it no more.
func TestPoolRefused(t *testing.T) {
	w := pooled(t)
	stalling(w, 6)
	for _, who := range []string{"bert", "thea", "fien", "odile", "rik"} {
		w.Partner(who)
	}
	refused := map[string]string{"bert": "staat niet voor je open", "thea": "staat niet voor je open", "fien": "not open to you", "odile": "pas ouvert pour vous", "rik": "not open to you"}
	for who, words := range refused {
		for _, what := range []string{"now", "when", "snooze", "later"} {
			for _, pool := range []string{"pool_wi", "pool_other", "pool_x"} {
				if pool == "pool_wi" && slices.Contains([]string{"odile", "rik"}, who) {
					continue
				}
				w.Channel.Forget(who)
				before := w.Log()
				w.Fills(who, "o~digest~"+what+"~"+pool, fields("day", "1", "hour", "9", "state", "on"))
				says(t, w, who, words)
				line := strings.TrimPrefix(w.Log(), before)
				act, on := "read a pool's digest", strings.TrimPrefix(pool, "pool_")
				if pool == "pool_x" {
					act, on = "read a digest", pool
				}
				if pools(w, who) != 0 || strings.Count(line, "\n") != 1 || !logged(line, who, act, on) {
					t.Errorf("%s, %s of %s: logged is %q", who, what, pool, line)
				}
			}
		}
	}
	for _, what := range []string{"open", "write", "nudge", "book"} { // also with a right to the pool: there is nobody to do it to
		w.Channel.Forget("odile")
		w.Fills("odile", "o~digest~"+what+"~pool_wi", fields("enterprise", "e6", "date", "2027-03-01", "minutes", "60"))
		says(t, w, "odile", "pas ouvert pour vous")
	}
	w.Fills("odile", "o~digest~when~pool_wi", fields("day", "1", "hour", "9", "state", "on"))
	if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.Partners, ID: "saw-b", Fields: map[string]string{"name": "SAW-B", "country": "BE", "status": "operator"}}); err != nil {
		t.Fatal(err)
	}
	w.Until(at(time.April, 1, 9))
	if n := pools(w, "odile"); n != 0 {
		t.Errorf("who answers for the pool no more got %d", n)
	}
}
