package officetest_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"visesbot/bot/rooms/event"
	officetest "visesbot/cmd/e2e/office"
)

// day is a filled in form of a community day, with other values in some fields.
func day(pairs ...string) map[string][]string {
	f := map[string][]string{
		"title": {"Community day"}, "pool": {"all"}, "date": {"2027-03-22"}, "from": {"9:30"}, "until": {"16:00"}, "place": {"Maison du Peuple, Lille"},
		"link": {""}, "workshops": {"Mapping ; 1\nCounting: 20"}, "note": {"Bring a story."},
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		f[pairs[i]] = []string{pairs[i+1]}
	}
	return f
}

// announced is a world in which carla has announced a day.
func announced(t *testing.T, pairs ...string) (*officetest.World, string) {
	w := officetest.New(t)
	for _, who := range []string{"s-e1", "s-e2", "s-e6"} {
		w.Staff(who)
	}
	w.Partner("carla")
	w.Fills("carla", "o~event~new", day(pairs...))
	w.Presses("carla", "Send the announcement")
	all, err := w.Store.Entries(w.Ctx(), event.Events)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d events, %v: %s", len(all), err, w.Channel.Last("carla"))
	}
	return w, all[0].ID
}

// TestCommunityDay: announcement, sign-up until a workshop is full, withdrawal,
// cards, and a harvest of what may be shared and nothing else.
func TestCommunityDay(t *testing.T) {
	w, id := announced(t)
	newest(t, w, "s-e1", "Community day", "22 mars 2027, 09:30–16:00", "Lille", "Bring a story.", "Atelier « Mapping », places restantes : 1", "[Mapping]")
	among(t, w, "s-e6", "Workshop “Mapping”, vrije plaatsen: 1")
	w.Presses("s-e1", "Mapping")
	newest(t, w, "s-e1", "à l'atelier « Mapping »")
	awaits(t, w, "s-e1", id)
	w.Presses("s-e6", "Mapping")
	newest(t, w, "s-e6", "“Mapping” zit vol", "[Counting]")
	if got := w.Channel.Last("s-e6"); strings.Contains(got, "[Mapping]") {
		t.Errorf("a full workshop is offered: %s", got)
	}
	awaits(t, w, "s-e6")
	w.Presses("s-e1", "Je ne viens plus")
	newest(t, w, "s-e1", "plus sur la liste")
	awaits(t, w, "s-e1")
	w.Fills("s-e6", "event~"+id+"~in~0", nil)
	newest(t, w, "s-e6", "voor de workshop “Mapping”")
	w.Fills("carla", "o~event~show~"+id, nil)
	newest(t, w, "carla", "Mapping: 1 of 1", "Signed up: 1 · cards to share: 0")

	w.Presses("carla", "Ask for cards")
	newest(t, w, "s-e6", "Wat wil je de anderen meegeven", "[Een idee]")
	writes(t, w, "s-e6", id, "idea", "Samen *meten*\nmet de buurt", "Ja, met de naam")
	writes(t, w, "s-e6", id, "difficulty", "Te weinig tijd", "Ja, zonder de naam")
	writes(t, w, "s-e1", id, "experience", "Rien pour les autres", "Non, ne pas partager")
	w.Fills("s-e2", "event~"+id+"~c~experience", nil)
	w.Says("s-e2", "Sans accord donné")
	w.Presses("carla", "Send the harvest")
	got := among(t, w, "s-e2", "La récolte de « Community day »", "Une difficulté", "Te weinig tijd", "Une idée", "Samen *meten*", "— Atelier 6")
	if text := got.Text(); strings.Contains(text, "Rien pour") || strings.Contains(text, "Sans accord") || strings.Index(text, "Te weinig") > strings.Index(text, "Samen") {
		t.Errorf("the harvest is\n%s", text)
	}
	newest(t, w, "carla", "The harvest is sent.")
	harvestFile(t, w, "s-e2")
}

func writes(t *testing.T, w *officetest.World, who, id, kind, text, share string) {
	t.Helper()
	w.Fills(who, "event~"+id+"~c~"+kind, nil)
	w.Says(who, text)
	w.Presses(who, share)
}

// harvestFile reads the file that came with the harvest.
func harvestFile(t *testing.T, w *officetest.World, who string) {
	t.Helper()
	raw := firstFile(t, w, who)
	want := "## Difficultés\n\n> Te weinig tijd (nl)\n\n## Idées\n\n> Samen \\*meten\\*  \n> met de buurt (nl)\n>\n> — Atelier 6 (fictional)\n"
	if !strings.HasSuffix(unbound(raw), want) || strings.Contains(raw, "Sans accord") {
		t.Errorf("the file says\n%s", raw)
	}
}

// firstFile is what stands in the first file that somebody got.
func firstFile(t *testing.T, w *officetest.World, who string) string {
	t.Helper()
	for _, m := range w.Channel.Shown(who) {
		if len(m.Files) == 0 {
			continue
		}
		_, body, err := w.Store.File(w.Ctx(), m.Files[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		defer body.Close()
		raw, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	t.Fatalf("%s got no file", who)
	return ""
}

// TestCommunityWrong: what cannot be is said; only the coordination announces; a
// pool is not everybody; a cancelled day takes nobody.
func TestCommunityWrong(t *testing.T) {
	w := officetest.New(t)
	w.Partner("carla")
	w.Partner("odile")
	for _, c := range [][]string{
		{"until", "9:00", "ends before it begins"},
		{"date", "2027-01-01", "over already"},
		{"date", "soon", "not clear"},
		{"workshops", "Mapping", "one workshop a line"},
		{"workshops", "Mapping ; 0", "one workshop a line"},
		{"title", "", "Give a title"},
		{"place", "", "a place or a link"},
	} {
		w.Fills("carla", "o~event~new", day(c[0], c[1]))
		newest(t, w, "carla", c[2], "[Change]")
	}
	w.Fills("odile", "o~event~new", day())
	newest(t, w, "odile", "pas ouvert pour vous")

	w, id := announced(t, "pool", "solidarity") // e1, and not e2
	among(t, w, "s-e1", "Community day")
	if got := w.Channel.Last("s-e2"); strings.Contains(got, "Community day") {
		t.Errorf("another pool is invited: %s", got)
	}
	w.Fills("s-e2", "event~"+id+"~in", nil)
	all, err := w.Store.Below(w.Ctx(), event.Signups, id+"/")
	if err != nil || len(all) != 0 {
		t.Errorf("%d signed up who were not invited, %v", len(all), err)
	}
	w.Presses("s-e1", "Je viens")
	w.Presses("carla", "Cancel the day")
	newest(t, w, "s-e1", "est annulé")
	awaits(t, w, "s-e1")
	w.Fills("s-e1", "event~"+id+"~in", nil)
	newest(t, w, "s-e1", "est annulé")
}

// TestCommunityDayChanges: the title, the moment and the place can be changed when
// people know of them; those who are signed up are told once, stay so, and their
// calendars follow to the end.
func TestCommunityDayChanges(t *testing.T) {
	w, id := announced(t)
	w.Presses("s-e1", "Mapping")
	newest(t, w, "s-e1", "à l'atelier « Mapping »", "22 mars 2027, 09:30–16:00", "Lille")
	c, e := invited(t, w, "s-e1")
	uid := e.Props.Get(ical.PropUID).Value
	if e.Props.Get(ical.PropSequence).Value != "0" || c.Props.Get(ical.PropMethod).Value != "PUBLISH" {
		t.Errorf("at first the calendar says %v", e.Props)
	}
	other := second(w, "s-e1")
	told := map[string]int{}
	for _, who := range []string{"s-e1", other, "s-e2", "s-e6"} {
		told[who] = len(w.Channel.Shown(who))
	}
	form, err := w.Office.Form(w.Ctx(), officetest.Address("carla"), "o~event~edit~"+id)
	if err != nil || len(form.Fields) != 7 || form.Fields[0].Value[0] != "Community day" {
		t.Fatalf("the form is %+v, %v", form, err)
	}
	w.Fills("carla", "o~event~edit~"+id, day("date", "2027-01-01"))
	newest(t, w, "carla", "over already", "[Change]")
	w.Fills("carla", "o~event~edit~"+id, day("date", "2027-03-23", "from", "10:00", "place", "Mons", "title", "Our day", "workshops", "Other ; 3", "pool", "wi"))
	newest(t, w, "carla", "Our day", "23 March 2027, 10:00–16:00", "Mons", "Mapping: 1 of 1", "All enterprises")
	newest(t, w, other, "a changé", "Our day", "23 mars 2027, 10:00–16:00", "Mons", "[Je ne viens plus]")
	_, e = invited(t, w, other)
	at, err := e.DateTimeStart(time.UTC)
	if e.Props.Get(ical.PropUID).Value != uid || e.Props.Get(ical.PropSequence).Value != "1" || err != nil || at.Hour() != 9 {
		t.Errorf("changed, the calendar says %v", e.Props)
	}
	for who, want := range map[string]int{"s-e1": 0, other: 2, "s-e2": 0, "s-e6": 0} { // the file, and the words
		if got := len(w.Channel.Shown(who)) - told[who]; got != want {
			t.Errorf("%s is shown %d messages: %s", who, got, w.Channel.Last(who))
		}
	}
	for _, app := range []string{"s-e1", other} {
		s, err := w.Store.Session(w.Ctx(), officetest.Address(app))
		if err != nil || len(s.Appointments) != 1 || s.Appointments[0].At.UTC().Hour() != 9 {
			t.Errorf("%s awaits %+v, %v", app, s.Appointments, err)
		}
	}
	w.Presses("s-e6", "Ik kom")
	newest(t, w, "s-e6", "op de lijst", "23 maart 2027", "Mons")
	w.Fills("carla", "o~event~cancel~"+id, nil)
	for who, word := range map[string]string{other: "est annulé", "s-e6": "gaat niet door"} {
		times := 0
		for _, m := range w.Channel.Shown(who) {
			times += strings.Count(m.Text(), word)
		}
		if times != 1 {
			t.Errorf("%s is told %d times that it is cancelled", who, times)
		}
		c, e = invited(t, w, who)
		if c.Props.Get(ical.PropMethod).Value != "CANCEL" || e.Props.Get(ical.PropSequence).Value != "2" {
			t.Errorf("cancelled, the calendar of %s says %v", who, e.Props)
		}
	}
	newest(t, w, "s-e2", "est annulé")
	if got := enclosed(w, "s-e2"); len(got) != 0 {
		t.Errorf("who is not signed up is sent %v", got)
	}
	awaits(t, w, "s-e1")
	w.Fills("carla", "o~event~edit~"+id, day())
	newest(t, w, "carla", "Cancelled")
}
