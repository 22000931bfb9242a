package officetest_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/peer"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// someAnswer lets somebody answer the first text question that they come to, and
// gives its place with what stands there.
func someAnswer(t *testing.T, w *officetest.World, who, enterprise string) (place, shown string) {
	t.Helper()
	var a form.Answer
	for range 20 {
		view, err := w.Store.Dossier(w.Ctx(), bot.Claim{}, enterprise)
		if err != nil {
			t.Fatal(err)
		}
		d := form.Open(w.Script.Questionnaire, view, w.Clock.Now())
		for _, one := range view.Answers() {
			q, ok := w.Script.Questionnaire.Question(one.Place.Question())
			if ok && one.State == form.Given && q.Releases == nil && q.Respond != form.Each && q.Type == form.Single {
				a, shown = one, d.Show(&one, "fr")
			}
		}
		view.Close()
		if a.Place != "" {
			return string(a.Place), shown
		}
		w.Presses(who, "answer")
		pressFirst(w, who)
	}
	t.Fatalf("%s never answers: %s", who, w.Channel.Last(who))
	return "", ""
}

// pressFirst presses the first button of the newest card, or types a word.
func pressFirst(w *officetest.World, who string) {
	all := w.Channel.Shown(who)
	last := all[len(all)-1]
	for _, row := range last.Buttons {
		if strings.HasPrefix(row[0].Data, "a~") || strings.HasPrefix(row[0].Data, "t~") {
			w.Fills(who, row[0].Data, nil)
			return
		}
	}
	w.Says(who, "Une réponse")
}

// TestShare: what an enterprise shares is seen by its group and nobody else, until
// it is taken back; each is a record of the dossier.
func TestShare(t *testing.T) {
	w := officetest.New(t)
	for _, who := range []string{"s-e1", "s-e2", "s-e6"} {
		w.Staff(who)
	}
	place, shown := someAnswer(t, w, "s-e1", "e1")
	w.Says("s-e2", "/groupe")
	among(t, w, "s-e2", "Groupe du Nord", "Préparer l'évaluation : 2", "n'ont encore rien partagé")
	if got := w.Channel.Last("s-e2"); strings.Contains(got, "Atelier") || strings.Contains(got, shown) {
		t.Fatalf("the group sees\n%s", got)
	}
	w.Fills("s-e1", "peer~share~"+place, nil)
	newest(t, w, "s-e1", "Partager cette réponse", shown)
	w.Says("s-e2", "/groupe")
	newest(t, w, "s-e2", "n'ont encore rien partagé")
	w.Presses("s-e1", "Oui, partager")
	newest(t, w, "s-e1", "C'est partagé avec votre groupe")
	w.Says("s-e2", "/groupe")
	newest(t, w, "s-e2", "Atelier 1 (fictional)", shown)
	w.Says("s-e6", "/groep")
	newest(t, w, "s-e6", "Groep Zuid", "nog niets gedeeld")
	w.Fills("s-e2", "peer~yes~"+place, nil) // cannot share for others
	w.Says("s-e1", "/partages")
	newest(t, w, "s-e1", "Notre groupe")
	w.Presses("s-e1", "Retirer «")
	among(t, w, "s-e1", "n'est plus partagé")
	w.Says("s-e2", "/groupe")
	newest(t, w, "s-e2", "n'ont encore rien partagé")
	released(t, w, "e1")
}

// released fails unless one release was given and taken back.
func released(t *testing.T, w *officetest.World, enterprise string) {
	t.Helper()
	given, back := 0, 0
	records, err := w.Store.Records(w.Ctx(), enterprise)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		switch {
		case r.Kind == form.RecordRelease && r.Release.To == flows.PeersRelease:
			given++
		case r.Kind == form.RecordRevoke:
			back++
		}
	}
	if given != 1 || back != 1 {
		t.Errorf("%d releases and %d taken back are on record", given, back)
	}
}

// TestAsk: a question goes to the others of the group; their answers come back, and
// who accompanies the group sees both. Another group hears nothing.
func TestAsk(t *testing.T) {
	w := officetest.New(t)
	for _, who := range []string{"s-e1", "s-e2", "s-e3", "s-e6"} {
		w.Staff(who)
	}
	w.Partner("odile")
	w.Partner("bert")
	before := len(w.Channel.Shown("s-e6"))
	w.Fills("s-e1", "peer~ask", nil)
	w.Says("s-e1", "Comment comptez-vous les bénévoles ?")
	among(t, w, "s-e1", "Votre question est envoyée")
	newest(t, w, "s-e2", "Une question de Atelier 1", "Comment comptez-vous")
	newest(t, w, "odile", "Questions entre pairs", "Atelier 1 (fictional) demande", "Comment comptez-vous")
	w.Presses("s-e2", "Répondre")
	w.Says("s-e2", "En heures, par mois.")
	w.Presses("s-e3", "Répondre")
	w.Says("s-e3", "Nous ne les comptons pas.")
	among(t, w, "s-e1", "Une réponse de Atelier 2", "En heures, par mois.")
	among(t, w, "s-e1", "Une réponse de Atelier 3", "Nous ne les comptons pas.")
	w.Fills("odile", "o~peer~asks~north", nil)
	newest(t, w, "odile", "Atelier 2 (fictional) : En heures, par mois.", "Atelier 3 (fictional) : Nous ne")
	if len(w.Channel.Shown("s-e6")) != before {
		t.Errorf("another group sees %s", w.Channel.Last("s-e6"))
	}
	w.Fills("bert", "o~peer~asks~north", nil)
	newest(t, w, "bert", "staat niet voor je open")
	all, err := w.Store.Below(w.Ctx(), peer.Asks, "north/")
	if err != nil || len(all) != 3 {
		t.Errorf("%d questions and answers are kept, %v", len(all), err)
	}
}

// TestAskAtNight: a question of the evening comes in the morning.
func TestAskAtNight(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Staff("s-e2")
	w.Until(time.Date(2027, 3, 1, 22, 0, 0, 0, officetest.Brussels()))
	w.Channel.Forget("s-e2")
	w.Fills("s-e1", "peer~ask", nil)
	w.Says("s-e1", "Et vous ?")
	if got := w.Channel.Last("s-e2"); got != "" {
		t.Errorf("at night comes %s", got)
	}
	w.Until(time.Date(2027, 3, 2, 9, 30, 0, 0, officetest.Brussels()))
	among(t, w, "s-e2", "Une question de Atelier 1")
}

// TestNoGroup: an enterprise without a cohort is told so.
func TestNoGroup(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.Cohorts, ID: "north", Fields: map[string]string{"name": "Groupe du Nord", "enterprises": "e2;e3", "accompanists": "odile"}}); err != nil {
		t.Fatal(err)
	}
	w.Says("s-e1", "/groupe")
	newest(t, w, "s-e1", "ne fait pas encore partie d'un groupe")
}
