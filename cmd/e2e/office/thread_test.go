package officetest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/thread"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// sees wants the last card of somebody to say something.
func sees(t *testing.T, w *officetest.World, who string, want ...string) {
	t.Helper()
	for _, words := range want {
		if got := w.Channel.Last(who); !strings.Contains(got, words) {
			t.Fatalf("%s does not see %q but\n%s", who, words, got)
		}
	}
}

// last is the newest message of somebody.
func last(w *officetest.World, who string) officetest.Shown {
	all := w.Channel.Shown(who)
	return all[len(all)-1]
}

// calls are the entries of calls for help.
func calls(t *testing.T, w *officetest.World) []register.Entry {
	t.Helper()
	all, err := w.Store.Entries(w.Ctx(), thread.Calls)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// answering has a member of staff answer a question, and stand at the next one.
func answering(t *testing.T, w *officetest.World, who string) {
	t.Helper()
	w.Staff(who)
	w.Presses(who, "answer")
	if got := w.Channel.Last(who); !strings.Contains(got, "⋯") {
		t.Fatalf("%s is asked nothing:\n%s", who, got)
	}
}

// A call for help reaches whoever accompanies the enterprise with the question,
// becomes a thread, and ends with both sides knowing.
func TestCallForHelp(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	answering(t, w, "s-e1")
	w.Presses("s-e1", "⋯")
	sees(t, w, "s-e1", "J'ai besoin d'aide")
	w.Presses("s-e1", "J'ai besoin d'aide")
	sees(t, w, "s-e1", "Qu'est-ce qui vous arrête")
	w.Says("s-e1", "Nous ne comprenons pas le mot")
	sees(t, w, "s-e1", "Votre demande d'aide", "En route vers Odile", "[Continuer]", "[Ajouter quelque chose]")
	sees(t, w, "odile", "Atelier 1 (fictional) demande de l'aide", "Nous ne comprenons pas le mot", "[Répondre]", "[C'est réglé]", "[Ouvrir le dossier]")
	root := last(w, "odile")
	if !root.Top || root.Under != "" {
		t.Errorf("the call stands in a thread: %+v", root.Message)
	}
	open := calls(t, w)
	if len(open) != 1 || !strings.HasPrefix(open[0].ID, "e1/") || open[0].Fields["state"] != thread.Open || open[0].Fields["by"] != "s-e1" || open[0].Fields["question"] == "" {
		t.Errorf("the calls are %v", open)
	}
	w.Fills("odile", "o~front", nil)
	sees(t, w, "odile", "aide ouvertes", "[Atelier 1 (fictional) · "+open[0].Fields["question"])

	w.Replies("odile", root.Receipt, "C'est l'effet sur les gens.")
	if m := last(w, "odile"); m.Under != string(root.Receipt) {
		t.Errorf("the receipt of her words stands below %q, not %q", m.Under, root.Receipt)
	}
	sees(t, w, "s-e1", "Odile vous écrit", "C'est l'effet sur les gens.", "[Répondre]", "[C'est réglé]")
	w.Presses("s-e1", "Répondre")
	w.Says("s-e1", "Merci, et pour les voisins ?")
	sees(t, w, "odile", "Noor s-e1 vous écrit", "Merci, et pour les voisins ?")
	if m := last(w, "odile"); m.Under != string(root.Receipt) {
		t.Errorf("the answer stands below %q, not %q", m.Under, root.Receipt)
	}
	w.Replies("s-e1", last(w, "s-e1").Receipt, "Encore un mot")
	sees(t, w, "odile", "Encore un mot")
	w.Presses("odile", "C'est réglé")
	sees(t, w, "odile", "C'est réglé, et tout le monde le sait")
	sees(t, w, "s-e1", "C'est réglé, dit Odile")
	if state := calls(t, w)[0].Fields["state"]; state != thread.Closed {
		t.Errorf("the call is %q", state)
	}
	w.Replies("s-e1", last(w, "s-e1").Receipt, "Pas encore, en fait")
	if state := calls(t, w)[0].Fields["state"]; state != thread.Open {
		t.Errorf("the call is %q after another word", state)
	}
}

// The answer of the enterprise is shown to nobody who was not shown it on
// purpose.
func TestCallShowsTheAnswerOnlyWhenAsked(t *testing.T) {
	for show, want := range map[string]bool{"no": false, "yes": true} {
		w := officetest.New(t)
		w.Partner("odile")
		w.Staff("s-e1")
		place, own := answered(t, w, "s-e1")
		f, err := w.Office.Form(w.Ctx(), officetest.Address("s-e1"), flows.NeedHelp(place))
		if err != nil || len(f.Fields) != 2 {
			t.Fatalf("the form is %+v, %v", f, err)
		}
		w.Fills("s-e1", flows.NeedHelp(place), map[string][]string{"text": {}, "show": {show}})
		got := w.Channel.Last("odile")
		if !strings.Contains(got, "demande de l'aide") || strings.Contains(got, own) != want {
			t.Errorf("show %s: odile sees\n%s", show, got)
		}
		for _, table := range []string{thread.Calls, thread.Ends} {
			entries, err := w.Store.Entries(w.Ctx(), table)
			if err != nil || strings.Contains(strings.ToLower(sprint(entries)), strings.ToLower(own)) {
				t.Errorf("the answer stands in the register: %v, %v", entries, err)
			}
		}
	}
}

// At night a call waits until the morning, and so does what is answered to it.
func TestCallAtNight(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Staff("s-e1")
	w.Until(time.Date(2027, 3, 2, 22, 0, 0, 0, officetest.Brussels()))
	w.Channel.Forget("odile")
	w.Fills("s-e1", flows.NeedHelp(""), map[string][]string{"text": {"Au secours"}})
	sees(t, w, "s-e1", "Gardé", "08:00")
	if got := w.Channel.Last("odile"); got != "" {
		t.Errorf("at night odile sees\n%s", got)
	}
	w.Until(time.Date(2027, 3, 3, 7, 59, 0, 0, officetest.Brussels()))
	if got := w.Channel.Last("odile"); got != "" {
		t.Errorf("before eight odile sees\n%s", got)
	}
	w.Until(time.Date(2027, 3, 3, 8, 0, 0, 0, officetest.Brussels()))
	sees(t, w, "odile", "Au secours")
}

// Where nobody has come in yet, the call is kept, and found by who comes.
func TestCallWithNobodyThere(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Fills("s-e1", flows.NeedHelp(""), map[string][]string{"text": {"Allô ?"}})
	sees(t, w, "s-e1", "gardée")
	w.Partner("odile")
	sees(t, w, "odile", "aide ouvertes")
	w.Presses("odile", "Atelier 1")
	sees(t, w, "odile", "Allô ?", "[Répondre]")
	w.Replies("odile", last(w, "odile").Receipt, "Me voici")
	sees(t, w, "s-e1", "Odile vous écrit", "Me voici")
}

// Several accompanists see the same thread, and each other's words.
func TestCallOfTwoAccompanists(t *testing.T) {
	w := officetest.New(t)
	if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.Cohorts, ID: "south", Fields: map[string]string{
		"id": "south", "name": "Groep Zuid", "languages": "nl", "enterprises": "e6;e7;e8;e9;e10", "accompanists": "bert;odile",
	}}); err != nil {
		t.Fatal(err)
	}
	w.Partner("odile")
	w.Partner("bert")
	w.Staff("s-e6")
	w.Fills("s-e6", flows.NeedHelp(""), map[string][]string{"text": {"Wat nu?"}})
	sees(t, w, "bert", "vraagt hulp", "Wat nu?")
	sees(t, w, "odile", "demande de l'aide", "Wat nu? [NL]")
	w.Replies("bert", last(w, "bert").Receipt, "Ik bel je")
	sees(t, w, "s-e6", "Bert schrijft", "Ik bel je")
	sees(t, w, "odile", "Bert vous écrit", "Ik bel je [NL]")
}

// An accompanist writes to an enterprise; the answer comes back into the thread,
// and nobody else's enterprise can be written to.
func TestWriteToAnEnterprise(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Fills("odile", "o~thread~to~e1", map[string][]string{"text": {"Bonjour"}})
	sees(t, w, "odile", "ne s'est encore connecté")
	w.Staff("s-e1")
	w.Fills("odile", "o~thread~to~e1", nil)
	sees(t, w, "odile", "Votre message")
	w.Says("odile", "On se voit mardi ?")
	root := last(w, "odile")
	sees(t, w, "odile", "Votre message à Atelier 1", "On se voit mardi ?")
	sees(t, w, "s-e1", "Odile vous écrit", "On se voit mardi ?", "[Répondre]")
	if strings.Contains(w.Channel.Last("s-e1"), "C'est réglé") || len(calls(t, w)) != 0 {
		t.Error("what an accompanist writes is no call for help")
	}
	w.Replies("s-e1", last(w, "s-e1").Receipt, "Oui, à dix heures")
	sees(t, w, "odile", "Noor s-e1 vous écrit", "Oui, à dix heures")
	if m := last(w, "odile"); m.Under != string(root.Receipt) {
		t.Errorf("the answer stands below %q, not %q", m.Under, root.Receipt)
	}
	w.Staff("s-e6")
	w.Fills("odile", "o~thread~to~e6", map[string][]string{"text": {"Bonjour"}})
	sees(t, w, "odile", "pas ouvert pour vous")
	if got := w.Channel.Last("s-e6"); strings.Contains(got, "Bonjour") {
		t.Errorf("s-e6 sees\n%s", got)
	}
}

// A thread is nobody else's.
func TestThreadOfOthers(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Partner("bert")
	w.Staff("s-e1")
	w.Staff("s-e2")
	w.Fills("s-e1", flows.NeedHelp(""), map[string][]string{"text": {"Au secours"}})
	_, id, _ := strings.Cut(calls(t, w)[0].ID, "/")
	for _, who := range []string{"bert", "s-e2"} {
		for _, press := range []string{"o~thread~answer~" + id, "o~thread~solved~" + id, "o~thread~show~" + id} {
			w.Fills(who, press, map[string][]string{"text": {"intrus"}})
			if got := w.Channel.Last(who); strings.Contains(got, "Au secours") {
				t.Errorf("%s sees after %s\n%s", who, press, got)
			}
		}
		if _, err := w.Office.Form(w.Ctx(), officetest.Address(who), "o~thread~answer~"+id); err == nil {
			t.Errorf("%s is given a form", who)
		}
	}
	if got := w.Channel.Last("s-e1"); strings.Contains(got, "intrus") || calls(t, w)[0].Fields["state"] != thread.Open {
		t.Errorf("s-e1 sees\n%s", got)
	}
	w.Fills("odile", "o~thread~solved~ffffffffffffffff", nil)
	sees(t, w, "odile", "n'est plus là")
	w.Replies("odile", bot.Receipt("m0"), "à personne")
	sees(t, w, "odile", "Ce fil ne répond à rien")
}

// sprint writes entries as text.
func sprint(all []register.Entry) string { return fmt.Sprint(all) }

// answered has somebody answer the first question, and tells where and with what.
func answered(t *testing.T, w *officetest.World, who string) (form.Place, string) {
	t.Helper()
	w.Presses(who, "answer")
	s, err := w.Store.Session(w.Ctx(), officetest.Address(who))
	if err != nil {
		t.Fatal(err)
	}
	w.Says(who, "Chef Zébulon")
	w.Presses(who, "La liste est complète")
	return s.Place, "Chef Zébulon"
}
