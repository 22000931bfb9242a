package officetest_test

import (
	"strings"
	"testing"

	"visesbot/bot/register"
	"visesbot/bot/rooms/intake"
	officetest "visesbot/cmd/e2e/office"
)

func opens(w *officetest.World, value string) {
	w.Helper()
	if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.Settings, ID: register.SettingIntake, Fields: map[string]string{"value": value}}); err != nil {
		w.Fatal(err)
	}
}

func asks(w *officetest.World, who string) {
	w.Fills(who, "o~intake~ask", map[string][]string{
		"name": {"L'Atelier d'Été"}, "country": {"BE"}, "pool": {"wi"}, "language": {"fr"}, "consent": {"yes"},
	})
}

// Somebody without an invitation asks to take part; the first partner who decides
// does so for all, and the enterprise is in the register and the person in.
func TestIntake(t *testing.T) {
	w := officetest.New(t)
	w.Partner("carla")
	w.Partner("odile")
	opens(w, "open")
	w.Starts("new", "")
	reads(w, "new", "Ask to take part")
	w.Presses("new", "Français")
	reads(w, "new", "Demander à participer")
	asks(w, "new")
	reads(w, "new", "La demande de L'Atelier d'Été est transmise")
	asks(w, "new")
	reads(w, "new", "est en cours")
	for who, want := range map[string]string{"carla": "asks to take part", "odile": "demande à participer"} {
		reads(w, who, want)
	}
	id := requests(w)[0].ID
	w.Fills("odile", "o~intake~take~"+id, map[string][]string{"cohort": {"north"}})
	reads(w, "odile", "est acceptée")
	e := finds(w, register.Enterprises, "latelier-dete")
	if e.Fields["pool"] != "wi" || !strings.HasSuffix(finds(w, register.Cohorts, "north").Fields["enterprises"], ";latelier-dete") {
		t.Errorf("the register has %+v", e)
	}
	if s := session(w, "new"); s.Dossier != "latelier-dete" || s.Member != "latelier-dete-1" {
		t.Errorf("who asked is %+v", s)
	}
	reads(w, "new", "?")
	w.Presses("carla", "Decline")
	reads(w, "carla", "is accepted")
	if len(requests(w)) != 1 {
		t.Errorf("kept are %+v", requests(w))
	}
}

func requests(w *officetest.World) []register.Entry {
	w.Helper()
	all, err := w.Store.Entries(w.Ctx(), intake.Requests)
	if err != nil {
		w.Fatal(err)
	}
	return all
}

// A declined request is answered kindly, and makes nothing; field by field it is
// asked where a channel has no forms.
func TestIntakeDeclined(t *testing.T) {
	w := officetest.New(t)
	w.Partner("carla")
	opens(w, "open")
	w.Starts("new", "")
	w.Presses("new", "Ask to take part")
	w.Says("new", "Chez Nous")
	for _, pick := range []string{"Belgium", "another", "English", "Yes, I agree", "Done"} {
		w.Presses("new", pick)
	}
	reads(w, "new", "was passed on")
	w.Presses("carla", "Decline")
	reads(w, "carla", "is declined")
	reads(w, "new", "cannot take it in for now")
	if session(w, "new").Dossier != "" || finds(w, register.Enterprises, "chez-nous").Fields["name"] != "" {
		t.Error("who was declined is in")
	}
}

// While it is closed, and without consent, nothing is kept; a trainer decides
// nothing.
func TestIntakeClosed(t *testing.T) {
	w := officetest.New(t)
	w.Partner("thea")
	w.Starts("new", "")
	reads(w, "new", "open the invitation link")
	asks(w, "new")
	opens(w, "open")
	w.Starts("new", "")
	w.Fills("new", "o~intake~ask", map[string][]string{"name": {"X"}, "consent": {}})
	reads(w, "new", "kept nothing")
	if all := requests(w); len(all) > 0 {
		t.Errorf("kept are %+v", all)
	}
	asks(w, "new")
	w.Fills("thea", "o~intake~take~"+requests(w)[0].ID, map[string][]string{"cohort": {"none"}})
	reads(w, "thea", "niet voor je open")
}

// The coordination opens the programme for requests in its own conversation, and
// closes it again; nobody else does, and whoever asked before is still answered.
func TestIntakeOpenedBySlack(t *testing.T) {
	w := officetest.New(t)
	w.Partner("carla")
	w.Partner("odile")
	w.Starts("new", "")
	reads(w, "new", "open the invitation link")
	w.Says("odile", "/demandes")
	reads(w, "odile", "pas ouvert pour vous")
	w.Fills("odile", "o~intake~set~open", nil)
	reads(w, "odile", "pas ouvert pour vous")
	w.Fills("new", "o~intake~set~open", nil)
	if settingNow(w) != "" {
		t.Fatal("somebody else has opened the programme")
	}
	w.Says("odile", "/programme")
	if got := w.Channel.Last("odile"); strings.Contains(got, "Demandes de participation") {
		t.Errorf("an accompanist is led to\n%s", got)
	}

	w.Says("carla", "/programme")
	w.Presses("carla", "Requests to take part")
	reads(w, "carla", "Closed: without an invitation nobody comes in")
	w.Presses("carla", "Open for requests")
	reads(w, "carla", "Since 1 March 2027, by Carla")
	if settingNow(w) != "open" {
		t.Fatal("not opened")
	}
	w.Starts("new", "")
	reads(w, "new", "Ask to take part")
	asks(w, "new")
	w.Says("carla", "/intake")
	w.Presses("carla", "Close for requests")
	reads(w, "carla", "Closed: without an invitation nobody comes in")
	w.Starts("other", "")
	reads(w, "other", "open the invitation link")
	asks(w, "other")
	if all := requests(w); len(all) != 1 {
		t.Errorf("kept are %+v", all)
	}
	w.Presses("carla", "Decline")
	reads(w, "new", "ne peut pas l'accueillir")
	w.Fills("carla", "o~intake~set~sometimes", nil)
	if settingNow(w) != "closed" {
		t.Errorf("it is set to %q", settingNow(w))
	}
}

func settingNow(w *officetest.World) string {
	w.Helper()
	all, err := w.Store.Entries(w.Ctx(), register.Settings)
	if err != nil {
		w.Fatal(err)
	}
	for _, e := range all {
		if e.ID == register.SettingIntake {
			return e.Fields["value"]
		}
	}
	return ""
}
