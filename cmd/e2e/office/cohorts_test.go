package officetest_test

import (
	"strings"
	"testing"

	officetest "visesbot/cmd/e2e/office"
)

// An accompanist comes in, sees where the enterprises of the cohort are, goes
// into one dossier and then another; buttons stay with the dossier they were
// shown for.
func TestCohorts(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Partner("odile")
	if got := w.Channel.Last("odile"); !strings.Contains(got, "Votre programme") || !strings.Contains(got, "[Groupe du Nord]") {
		t.Fatalf("the front page is\n%s", got)
	}
	w.Presses("odile", "Groupe du Nord")
	if got := w.Channel.Last("odile"); !strings.Contains(got, "Préparer l") || !strings.Contains(got, "pas encore commencé") {
		t.Fatalf("the cohort is\n%s", got)
	}
	w.Presses("odile", "o~cohort~open~e1")
	first := w.Channel.Last("odile")
	if !strings.Contains(first, "Atelier 1") {
		t.Fatalf("the dossier is\n%s", first)
	}
}

// Nobody sees another partner's cohort.
func TestAnotherCohort(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Fills("odile", "o~cohort~show~south", nil)
	if got := w.Channel.Last("odile"); !strings.Contains(got, "pas ouvert pour vous") {
		t.Errorf("odile sees\n%s", got)
	}
}
