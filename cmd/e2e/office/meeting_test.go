package officetest_test

import (
	"bytes"
	"image/png"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"visesbot/bot/register"
	"visesbot/bot/rooms/meeting"
	officetest "visesbot/cmd/e2e/office"
)

// planning is a filled in form of a session, with other values in some fields.
func planning(pairs ...string) map[string][]string {
	f := map[string][]string{
		"title": {"Chaîne d'impact, ensemble"}, "kind": {"session"}, "for": {"c_north"}, "date": {"2027-03-29"}, "from": {"14:00"}, "until": {"16h30"},
		"place": {"Rue du Moulin 3; Namur"}, "link": {""}, "module": {"M1"}, "note": {"Venez à deux.\nLe café est prêt."},
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		f[pairs[i]] = []string{pairs[i+1]}
	}
	return f
}

// session is a world in which odile has planned a session; its id comes with it.
func planned(t *testing.T, pairs ...string) (*officetest.World, string) {
	w := officetest.New(t)
	for _, who := range []string{"s-e1", "s-e2", "s-e3"} {
		w.Staff(who)
	}
	w.Partner("odile")
	w.Fills("odile", "o~meet~new", planning(pairs...))
	w.Presses("odile", "Envoyer l'invitation")
	all, err := w.Store.Entries(w.Ctx(), meeting.Meetings)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d meetings, %v: %s", len(all), err, w.Channel.Last("odile"))
	}
	return w, all[0].ID
}

// newest fails unless the last message of somebody has all these words.
func newest(t *testing.T, w *officetest.World, who string, words ...string) {
	t.Helper()
	for _, word := range words {
		if got := unbound(w.Channel.Last(who)); !strings.Contains(got, word) {
			t.Fatalf("%s does not see %q, but\n%s", who, word, got)
		}
	}
}

// unbound is a text with spaces that may break.
func unbound(text string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(text)
}

// among fails unless one of the messages of somebody, as they stand now, has all
// these words.
func among(t *testing.T, w *officetest.World, who string, words ...string) officetest.Shown {
	t.Helper()
	all := w.Channel.Shown(who)
	for i := len(all) - 1; i >= 0; i-- {
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(unbound(all[i].Text()), word) }) {
			return all[i]
		}
	}
	t.Fatalf("%s never sees %q; the last is\n%s", who, words, w.Channel.Last(who))
	return officetest.Shown{}
}

// invited reads the calendar file that somebody was sent last, by another library.
func invited(t *testing.T, w *officetest.World, who string) (*ical.Calendar, ical.Event) {
	t.Helper()
	var m officetest.Shown
	for _, one := range w.Channel.Shown(who) {
		if len(one.Files) > 0 {
			m = one
		}
	}
	if len(m.Files) != 1 || m.Files[0].Size == 0 {
		t.Fatalf("%s has no calendar file: %+v", who, m.Files)
	}
	_, body, err := w.Store.File(w.Ctx(), m.Files[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	c, err := ical.NewDecoder(body).Decode()
	if err != nil || len(c.Events()) != 1 {
		t.Fatalf("the calendar is no calendar: %v", err)
	}
	return c, c.Events()[0]
}

// awaits fails unless somebody is to be reminded of exactly these appointments.
func awaits(t *testing.T, w *officetest.World, who string, ids ...string) {
	t.Helper()
	s, err := w.Store.Session(w.Ctx(), officetest.Address(who))
	var got []string
	for _, a := range s.Appointments {
		got = append(got, a.ID)
	}
	if err != nil || !slices.Equal(got, ids) {
		t.Errorf("%s awaits %q, not %q", who, got, ids)
	}
}

// TestSession: planning, invitation, answers, calendar file, a change, attendance,
// block, poll with its picture, parking list, and what to do before the next time.
func TestSession(t *testing.T) {
	w, id := planned(t)
	newest(t, w, "s-e1", "Une invitation pour Atelier 1", "Chaîne d'impact", "29 mars 2027, 14:00–16:30", "Rue du Moulin", "Venez à deux", "[Je viens]")
	c, e := invited(t, w, "s-e1")
	at, err := e.DateTimeStart(time.UTC)
	if err != nil || !at.Equal(time.Date(2027, 3, 29, 12, 0, 0, 0, time.UTC)) { // the day after the clocks change
		t.Errorf("it begins at %v, %v", at, err)
	}
	place, _ := e.Props.Text(ical.PropLocation)
	about, _ := e.Props.Text(ical.PropDescription)
	if place != "Rue du Moulin 3; Namur" || !strings.Contains(about, "Séance collective\nVenez à deux.\nLe café est prêt.") {
		t.Errorf("the calendar says %q, %q", place, about)
	}
	if got := c.Props.Get(ical.PropMethod).Value; got != "PUBLISH" || e.Props.Get(ical.PropSequence).Value != "0" {
		t.Errorf("its method is %s", got)
	}
	uid := e.Props.Get(ical.PropUID).Value

	w.Presses("s-e1", "Je viens")
	newest(t, w, "s-e1", "à bientôt")
	w.Presses("s-e2", "Je ne peux pas")
	awaits(t, w, "s-e1", id)
	awaits(t, w, "s-e2")
	among(t, w, "odile", "Viennent : 1 · ne peuvent pas : 1 · sans réponse : 1", "✓ Atelier 1 (fictional) · Noor s-e1", "✗ Atelier 2", "? Atelier 3")

	w.Fills("odile", "o~meet~edit~"+id, planning("from", "13:00"))
	newest(t, w, "s-e3", "a changé", "13:00–16:30")
	_, e = invited(t, w, "s-e3")
	if e.Props.Get(ical.PropUID).Value != uid || e.Props.Get(ical.PropSequence).Value != "1" {
		t.Errorf("changed, it is %v", e.Props)
	}
	w.Presses("s-e1", "Je viens")
	w.Presses("s-e3", "Je viens")

	w.Until(time.Date(2027, 3, 29, 13, 0, 0, 0, officetest.Brussels()))
	leads(t, w, id)
}

// leads is what happens on the day.
func leads(t *testing.T, w *officetest.World, id string) {
	t.Helper()
	form, err := w.Office.Form(w.Ctx(), officetest.Address("odile"), "o~meet~here~"+id)
	if err != nil || len(form.Fields[0].Options) != 3 || len(form.Fields[0].Value) != 2 {
		t.Fatalf("who is there is asked by %+v, %v", form, err)
	}
	w.Fills("odile", "o~meet~here~"+id, map[string][]string{"here": {form.Fields[0].Options[0].ID, form.Fields[0].Options[1].ID}})
	among(t, w, "odile", "présents : 2", "● Atelier 1", "● Atelier 2", "✓ Atelier 3")

	w.Presses("odile", "o~meet~run~"+id)
	newest(t, w, "odile", "M1 · étape 1 sur 5", "Accueil (10 min)", "[Envoyer : Bienvenue]", "[2 ›]")
	w.Presses("odile", "2 ›")
	before := len(w.Channel.Shown("s-e3"))
	w.Presses("odile", "activité au changement")
	among(t, w, "odile", "Envoyé sur 2 téléphone(s)")
	newest(t, w, "s-e1", "En séance · M1", "[Continuer dans M1]")
	newest(t, w, "s-e2", "En séance · M1")
	if len(w.Channel.Shown("s-e3")) != before {
		t.Errorf("who is not in the room sees %s", w.Channel.Last("s-e3"))
	}
	w.Presses("s-e1", "Continuer dans M1")
	newest(t, w, "s-e1", "M1 · ")

	w.Presses("odile", "3 ›")
	w.Presses("odile", "Lancer le sondage")
	among(t, w, "odile", "0 vote(s) pour 2 téléphone(s)")
	w.Presses("s-e1", "Nos instances")
	among(t, w, "odile", "Nos instances : 1", "1 vote(s) pour 2")
	w.Presses("s-e1", "Un financeur")
	w.Presses("s-e2", "Un financeur")
	among(t, w, "odile", "Nos instances : 0", "Un financeur : 2", "2 vote(s) pour 2")
	w.Presses("odile", "Clore et montrer")
	shown := among(t, w, "s-e2", "Le résultat du sondage", "Un financeur : 2")
	picture(t, w, shown)
	picture(t, w, among(t, w, "odile", "Un financeur : 2"))

	w.Presses("s-e2", "Un point à garder")
	w.Says("s-e2", "Qui paie l'évaluation ?")
	among(t, w, "s-e2", "C'est sur la liste")
	w.Fills("odile", "o~meet~park~"+id, map[string][]string{"text": {"Parler des données"}})
	w.Fills("odile", "o~meet~end~"+id, map[string][]string{"next": {"Relire votre chaîne en équipe"}, "day": {"2027-04-12"}})
	newest(t, w, "s-e1", "Merci pour votre participation", "Qui paie l'évaluation ?", "Parler des données", "avant le 12 avril 2027", "Relire votre chaîne")
	newest(t, w, "odile", "a eu lieu")
	awaits(t, w, "s-e1", id+"-next")
}

func picture(t *testing.T, w *officetest.World, m officetest.Shown) {
	t.Helper()
	if m.Media == nil || m.Media.Alt == "" {
		t.Fatalf("there is no picture with\n%s", m.Text())
	}
	_, body, err := w.Store.File(w.Ctx(), m.Media.File)
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	raw, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil || img.Bounds().Dx() < 400 {
		t.Errorf("the picture is none: %v", err)
	}
}

// TestSessionCancelled: everybody who was invited is told, with a file that takes
// it out of their calendar.
func TestSessionCancelled(t *testing.T) {
	w, id := planned(t)
	w.Presses("odile", "Annuler")
	newest(t, w, "odile", "prévenir toutes les personnes invitées")
	w.Presses("odile", "Oui, annuler")
	newest(t, w, "s-e2", "est annulée")
	c, e := invited(t, w, "s-e2")
	if status, err := e.Status(); err != nil || status != ical.EventCancelled || c.Props.Get(ical.PropMethod).Value != "CANCEL" || e.Props.Get(ical.PropSequence).Value != "1" {
		t.Errorf("the calendar says %v, %v", e.Props, err)
	}
	w.Presses("odile", "o~meet~off~"+id)
	newest(t, w, "odile", "est annulée")
}

// TestSessionWrong: what cannot be is said, and can be corrected.
func TestSessionWrong(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Partner("odile")
	before := len(w.Channel.Shown("s-e1"))
	for _, c := range []struct {
		fields []string
		want   string
	}{
		{[]string{"until", "13:00"}, "se termine avant"},
		{[]string{"date", "2027-02-01"}, "déjà passé"},
		{[]string{"date", "un jour"}, "date n'est pas claire"},
		{[]string{"from", "midi vingt"}, "heure n'est pas claire"},
		{[]string{"title", " "}, "Donnez un titre"},
		{[]string{"for", ""}, "pour qui elle est"},
		{[]string{"kind", "individual"}, "choisissez laquelle"},
		{[]string{"place", "", "link", ""}, "un lieu ou un lien"},
		{[]string{"link", "javascript:alert(1)"}, "commence par https"},
	} {
		w.Fills("odile", "o~meet~new", planning(c.fields...))
		newest(t, w, "odile", c.want, "[Modifier]")
	}
	if len(w.Channel.Shown("s-e1")) != before {
		t.Errorf("somebody was invited: %s", w.Channel.Last("s-e1"))
	}
	w.Fills("odile", "o~meet~new", planning())
	newest(t, w, "odile", "à 1 personne(s) de 1 entreprise(s)", "Personne n'y est encore joignable", "Atelier 5")
	w.Presses("odile", "Abandonner")
	newest(t, w, "odile", "rien n'a été envoyé")
}

// TestSessionOfOthers: nobody plans for, sees or leads the meetings of a cohort
// that is not theirs; nor does who is no partner at all.
func TestSessionOfOthers(t *testing.T) {
	w, id := planned(t)
	w.Partner("bert")
	w.Fills("bert", "o~meet~new", planning())
	newest(t, w, "bert", "staat niet voor je open")
	for _, press := range []string{"show", "run", "push", "poll", "off", "here"} {
		w.Fills("bert", "o~meet~"+press+"~"+id, nil)
		newest(t, w, "bert", "staat niet voor je open")
	}
	if _, err := w.Office.Form(w.Ctx(), officetest.Address("bert"), "o~meet~here~"+id); err == nil {
		t.Error("bert may say who is there")
	}
	before := len(w.Channel.Shown("s-e2"))
	w.Fills("s-e1", "o~meet~off~"+id, nil)
	w.Fills("s-e1", "o~meet~do~"+id, nil)
	if len(w.Channel.Shown("s-e2")) != before {
		t.Errorf("staff cancelled it: %s", w.Channel.Last("s-e2"))
	}
}

// TestPollWithoutVotes has nothing to show; and nothing is brought to an empty
// room.
func TestPollWithoutVotes(t *testing.T) {
	w, id := planned(t)
	w.Presses("odile", "o~meet~run~"+id)
	w.Fills("odile", "o~meet~poll~"+id, nil)
	newest(t, w, "odile", "dites d'abord qui est là")
	w.Presses("s-e1", "Je viens")
	w.Fills("odile", "o~meet~poll~"+id, nil)
	before := len(w.Channel.Shown("s-e1"))
	w.Presses("odile", "Clore et montrer")
	among(t, w, "odile", "il n'y a rien à montrer")
	if len(w.Channel.Shown("s-e1")) != before {
		t.Errorf("the phone shows %s", w.Channel.Last("s-e1"))
	}
	w.Presses("s-e1", "Nous-mêmes") // too late
	among(t, w, "odile", "il n'y a rien à montrer")
}

// TestGuidance: an appointment with one enterprise; the time afterwards counts,
// and more than was planned is said and refused by nobody.
func TestGuidance(t *testing.T) {
	w, id := planned(t, "for", "e_e2", "kind", "individual")
	newest(t, w, "s-e2", "Accompagnement individuel")
	if got := w.Channel.Last("s-e1"); strings.Contains(got, "Accompagnement individuel") {
		t.Errorf("another enterprise is invited: %s", got)
	}
	w.Until(time.Date(2027, 3, 29, 17, 0, 0, 0, officetest.Brussels()))
	w.Fills("odile", "o~meet~hours~"+id, map[string][]string{"minutes": {"longtemps"}})
	newest(t, w, "odile", "La durée n'est pas claire")
	for range 2 { // twice is once
		w.Fills("odile", "o~meet~hours~"+id, map[string][]string{"minutes": {"2h30"}, "note": {"Le tableau de bord"}})
	}
	newest(t, w, "odile", "2 h 30 sur 10 h 00, reste 7 h 30")
	w.Fills("odile", "o~meet~time~e2", map[string][]string{"minutes": {"480"}, "note": {"Atelier d'une journée"}})
	newest(t, w, "odile", "10 h 30 sur 10 h 00, reste −0 h 30", "Le budget d'heures est dépassé", "Le tableau de bord")
	all, err := w.Store.Below(w.Ctx(), register.Hours, "e2/")
	if err != nil || len(all) != 2 {
		t.Fatalf("%d hours, %v", len(all), err)
	}
	want := map[string]string{"minutes": "150", "at": "2027-03-29T12:00:00Z", "by": "odile", "note": "Le tableau de bord", "kind": "individual"}
	if at := slices.IndexFunc(all, func(e register.Entry) bool { return e.ID == "e2/"+id }); at < 0 || !maps.Equal(all[at].Fields, want) {
		t.Errorf("the hours are %+v", all)
	}
	w.Partner("bert")
	w.Fills("bert", "o~meet~time~e2", map[string][]string{"minutes": {"60"}})
	newest(t, w, "bert", "staat niet voor je open")
}

// TestGuidanceCorrected: a time that was noted wrongly is corrected on its day, or
// taken away; a time that there is not is not made.
func TestGuidanceCorrected(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Partner("bert")
	w.Fills("odile", "o~meet~time~e2", map[string][]string{"minutes": {"900"}, "note": {"Le tableau de bord"}})
	newest(t, w, "odile", "15 h 00 sur 10 h 00", "Corriger")
	shown := w.Channel.Shown("odile")
	press := shown[len(shown)-1].Buttons[1][0].Data
	w.Pass(3 * 24 * time.Hour)
	w.Fills("bert", press, map[string][]string{"minutes": {"1"}})
	newest(t, w, "bert", "staat niet voor je open")
	w.Fills("odile", press, map[string][]string{"minutes": {"-5"}})
	newest(t, w, "odile", "La durée n'est pas claire")
	w.Fills("odile", press, map[string][]string{"minutes": {"1h30"}, "note": {"Le tableau de bord"}})
	newest(t, w, "odile", "1 h 30 sur 10 h 00, reste 8 h 30", "1er mars")
	for _, minutes := range []string{"0", "60"} { // the second comes too late
		w.Fills("odile", press, map[string][]string{"minutes": {minutes}})
		newest(t, w, "odile", "0 h 00 sur 10 h 00")
	}
	if got := w.Channel.Last("odile"); strings.Contains(got, "Corriger") {
		t.Errorf("what was taken away is still there: %s", got)
	}
}

// TestInvitedAtNight: what is planned in the evening comes in the morning.
func TestInvitedAtNight(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Partner("odile")
	w.Until(time.Date(2027, 3, 5, 21, 0, 0, 0, officetest.Brussels())) // a Friday
	w.Fills("odile", "o~meet~new", planning())
	w.Channel.Forget("s-e1")
	w.Presses("odile", "Envoyer l'invitation")
	if got := w.Channel.Last("s-e1"); got != "" {
		t.Errorf("at night comes %s", got)
	}
	w.Until(time.Date(2027, 3, 8, 9, 30, 0, 0, officetest.Brussels()))
	among(t, w, "s-e1", "Une invitation pour Atelier 1")
}
