package officetest_test

import (
	"strings"
	"testing"

	officetest "visesbot/cmd/e2e/office"
)

// Members find what they see, by its id, its number or its words, and nothing of
// what they do not see.
func TestSearch(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	for _, c := range []struct{ typed, want string }{
		{"/search atelier 2", "[Atelier 2 (fictional)]"},
		{"/chercher groupe du nord", "[Groupe du Nord]"},
		{"/zoeken s-e3", "[Noor e3 · Atelier 3 (fictional)]"},
		{"/search M3", "[M3 · "},
		{"/search P1-01", "[P1-01 · "},
		{"/search parties prenantes", "[📖 partie prenante"},
		{"/search zzzzqq", "Rien n'y ressemble"},
		{"/search", "Écrivez ce que vous cherchez"},
	} {
		w.Says("odile", c.typed)
		if got := w.Channel.Last("odile"); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q is not in\n%s", c.typed, c.want, got)
		}
		if n := strings.Count(w.Channel.Last("odile"), "["); n > 10 {
			t.Errorf("%s: %d buttons", c.typed, n)
		}
	}
	for _, hidden := range []string{"/search atelier 7", "/search s-e8", "/search groep zuid"} {
		w.Says("odile", hidden)
		if got := w.Channel.Last("odile"); strings.Contains(got, "Atelier 7") || strings.Contains(got, "Noor e8") || strings.Contains(got, "Zuid") {
			t.Errorf("%s: odile sees\n%s", hidden, got)
		}
	}
	w.Fills("odile", "o~search~person~s-e8", nil)
	if got := w.Channel.Last("odile"); strings.Contains(got, "Noor") {
		t.Errorf("odile sees\n%s", got)
	}
}

// What was found leads on.
func TestSearchLeadsOn(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Staff("s-e3")
	w.Says("odile", "/search noor e3")
	w.Presses("odile", "Noor e3")
	sees(t, w, "odile", "équipe de l'entreprise", "[Écrire à l'entreprise]", "[Ouvrir le dossier]")
	w.Presses("odile", "Écrire à l'entreprise")
	sees(t, w, "odile", "Votre message")
	w.Says("odile", "/search M3")
	w.Presses("odile", "M3 · ")
	sees(t, w, "odile", "minutes")
	w.Says("odile", "/search P1-01")
	w.Presses("odile", "P1-01")
	if got := w.Channel.Last("odile"); strings.ContainsAny(got, "{}") {
		t.Errorf("odile sees\n%s", got)
	}
	w.Presses("odile", "Chercher")
	sees(t, w, "odile", "Que cherchez-vous")
	w.Says("odile", "Atelier 4")
	w.Presses("odile", "Atelier 4")
	sees(t, w, "odile", "Atelier 4")
}

// The front page tells each what is theirs.
func TestFrontOfEach(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	answered(t, w, "s-e1")
	w.Partner("odile")
	sees(t, w, "odile", "Atelier 1 (fictional)", "Préparer l", "dernière réponse le 1", "[Groupe du Nord]", "[Chercher]")
	if got := w.Channel.Last("odile"); strings.Contains(got, "Atelier 6") || strings.Contains(got, "Zébulon") {
		t.Errorf("odile sees\n%s", got)
	}
	w.Partner("carla")
	sees(t, w, "carla", "10 enterprises, 2 cohorts, 14 people", "Work integration", "[Groep Zuid]")
	if got := w.Channel.Last("carla"); strings.Contains(got, "Atelier 1") {
		t.Errorf("carla sees\n%s", got)
	}
	w.Partner("thea")
	sees(t, w, "thea", "[Groep Zuid]")
	if got := w.Channel.Last("thea"); strings.Contains(got, "Nord") {
		t.Errorf("thea sees\n%s", got)
	}
}
