package officetest_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/bot/rooms/push"
	officetest "visesbot/cmd/e2e/office"
)

// moving is the form of a push that is moved.
func moving(day, hour string) map[string][]string { return fields("day", day, "hour", hour) }

// only is the one push there is.
func only(t *testing.T, w *officetest.World) push.Order {
	t.Helper()
	o, _ := receipt(t, w)
	return o
}

// A planned push is moved, earlier or later, and goes out once, at its last
// moment; the receipt says where it was.
func TestPushMoved(t *testing.T) {
	for name, days := range map[string][]string{
		"later":   {"2027-03-10"},
		"earlier": {"2027-03-04"},
		"back":    {"2027-03-10", "2027-03-08"},
		"about":   {"2027-03-04", "2027-03-10", "2027-03-04"},
		"same":    {"2027-03-08"},
	} {
		t.Run(name, func(t *testing.T) {
			w := north(t)
			w.Fills("odile", newPush, filled("M1", "north", "day", "2027-03-08", "hour", "10:00"))
			w.Presses("odile", "Envoyer")
			says(t, w, "odile", "Prévu : 8 mars 2027 à 10:00", "[Déplacer]")
			for _, day := range days {
				w.Fills("odile", "o~push~move~"+only(t, w).ID, moving(day, "10:00"))
			}
			last := days[len(days)-1]
			when, err := time.ParseInLocation("2006-01-02 15", last+" 10", officetest.Brussels())
			if err != nil {
				t.Fatal(err)
			}
			if moved := strings.Contains(plain(w.Channel.Last("odile")), "(déplacé, c'était le"); moved != (name != "same") || shown(w, "odile", "Prévu :") != 1 {
				t.Errorf("the receipt says\n%s", w.Channel.Last("odile"))
			}
			w.Until(when.Add(-time.Minute))
			if n := shown(w, "s-e1", "Commencer"); n != 0 {
				t.Fatalf("before its moment it came %d times", n)
			}
			w.Until(when.Add(time.Minute))
			if n := shown(w, "s-e1", "Commencer"); n != 1 {
				t.Errorf("at its moment it came %d times", n)
			}
			says(t, w, "odile", "Parti : ", "reçu 5/5")
			w.Until(when.AddDate(0, 0, 10))
			if n := shown(w, "s-e1", "Commencer"); n != 1 {
				t.Errorf("in the end it came %d times", n)
			}
		})
	}
}

// It is not moved into the past, into the night, onto the day of another push of
// the same, or once it is gone or withdrawn; it stays where it was, and is said so.
func TestPushNotMoved(t *testing.T) {
	w := north(t)
	w.Fills("odile", newPush, filled("M1", "north", "day", "2027-03-08", "hour", "10:00"))
	w.Presses("odile", "Envoyer")
	id := only(t, w).ID
	for _, x := range []struct{ day, hour, words string }{
		{"2027-02-20", "10:00", "Ce moment est passé"},
		{"soon", "10:00", "ne se lit pas"},
		{"", "", "ne se lit pas"},
	} {
		w.Fills("odile", "o~push~move~"+id, moving(x.day, x.hour))
		says(t, w, "odile", x.words, "[Déplacer]")
	}
	if at := only(t, w).At.In(officetest.Brussels()).Format("01-02 15:04"); at != "03-08 10:00" {
		t.Errorf("it stands at %s", at)
	}
	w.Fills("odile", "o~push~move~"+id, moving("2027-03-06", "23:00")) // a Saturday
	among(t, w, "odile", "Prévu : 8 mars 2027 à 08:00")
	w.Fills("odile", newPush, filled("M1", "north", "day", "2027-03-12", "hour", "10:00"))
	w.Presses("odile", "Envoyer")
	w.Fills("odile", "o~push~move~"+id, moving("2027-03-12", "15:00"))
	says(t, w, "odile", "M1 part déjà ce jour-là", "12 mars 2027 à 10:00")
	w.Until(at(time.March, 9, 9)) // it is gone
	w.Fills("odile", "o~push~move~"+id, moving("2027-03-15", "15:00"))
	says(t, w, "odile", "Trop tard")
	w.Presses("odile", "Programme")
	w.Presses("odile", "12 mars")
	w.Presses("odile", "Retirer cet envoi")
	entries, err := w.Store.Entries(w.Ctx(), push.Table)
	if err != nil {
		t.Fatal(err)
	}
	all := push.Orders(entries)
	w.Fills("odile", "o~push~move~"+all[len(all)-1].ID, moving("2027-03-15", "15:00"))
	says(t, w, "odile", "Trop tard")
	w.Until(at(time.March, 20, 9))
	if n := shown(w, "s-e1", "Commencer"); n != 1 {
		t.Errorf("it came %d times", n)
	}
}

// The front page of a trainer shows the pushes of others to the trainer's cohorts,
// with whose they are and no name; it shows no other. A colleague moves one, and
// whoever gave it reads so on the receipt.
func TestPushesOfOthers(t *testing.T) {
	w := north(t)
	for _, who := range []string{"s-e6", "s-e7"} {
		w.Staff(who)
	}
	for _, who := range []string{"bert", "thea", "carla"} {
		w.Partner(who)
	}
	w.Fills("odile", newPush, filled("M1", "north"))
	w.Presses("odile", "Envoyer")
	w.Fills("bert", newPush, filled("M2", "south", "day", "2027-03-08", "hour", "10:00"))
	w.Presses("bert", "Versturen")
	w.Fills("carla", newPush, filled("M3", "north south", "day", "2027-03-09", "hour", "10:00"))
	w.Presses("carla", "Send")
	w.Says("thea", "/programma")
	says(t, w, "thea", "[M2 · Groep Zuid · 8 maart 2027 · door 4Werk]")
	if got := w.Channel.Last("thea"); strings.Contains(got, "[M1") || strings.Contains(got, "[M3") || strings.Contains(got, "Bert") {
		t.Errorf("her page is\n%s", got)
	}
	w.Says("carla", "/programme")
	says(t, w, "carla", "[M1 · Groupe du Nord · 1 March 2027 · by SAW-B]", "[M2 · Groep Zuid · 8 March 2027 · by 4Werk]", "[M3 · Groupe du Nord, Groep Zuid · 9 March 2027]")
	home, err := w.Office.Dashboard(w.Ctx(), officetest.Address("thea"), "nl")
	if err != nil || !strings.Contains(officetest.Text(home), "door 4Werk") {
		t.Errorf("her tab is %s (%v)", officetest.Text(home), err)
	}
	w.Presses("thea", "door 4Werk")
	says(t, w, "thea", "Gepland: 8 maart 2027 om 10:00", "[Verplaatsen]")
	move := ""
	for _, row := range last(w, "thea").Buttons {
		for _, b := range row {
			if strings.HasPrefix(b.Data, "o~push~move~") {
				move = b.Data
			}
		}
	}
	if f, err := w.Office.Form(w.Ctx(), officetest.Address("thea"), move); err != nil || len(f.Fields) != 2 || f.Fields[0].Value[0] != "2027-03-08" || f.Fields[1].Value[0] != "10:00" {
		t.Errorf("the form is %+v (%v)", f, err)
	}
	if _, err := w.Office.Form(w.Ctx(), officetest.Address("odile"), move); err == nil {
		t.Error("another partner gets the form")
	}
	w.Fills("thea", move, moving("2027-03-11", "14:00"))
	says(t, w, "thea", "Gepland: 11 maart 2027 om 14:00", "(verplaatst, het was 8 maart 2027 om 10:00)")
	says(t, w, "bert", "Gepland: 11 maart 2027 om 14:00", "(verplaatst")
	w.Pass(time.Second)
	w.Presses("thea", "Deze zending intrekken")
	says(t, w, "bert", "Ingetrokken voor het vertrek")
}
