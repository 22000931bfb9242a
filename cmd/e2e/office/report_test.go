package officetest_test

import (
	"io"
	"strings"
	"testing"

	"visesbot/bot/report/pdftest"
	officetest "visesbot/cmd/e2e/office"
)

// tagged reads a PDF that was brought, and looks at its structure.
func tagged(w *officetest.World, id string) {
	w.Helper()
	_, body, err := w.Store.File(w.Ctx(), id)
	if err != nil {
		w.Fatal(err)
	}
	defer body.Close()
	raw, err := io.ReadAll(body)
	if err != nil {
		w.Fatal(err)
	}
	for _, wrong := range pdftest.Check(w.TB, raw) {
		w.Error(wrong)
	}
}

// Who answers for an enterprise gets its report by typing for it; who accompanies
// it gets it too, and nobody else does.
func TestReportAsked(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Staff("s-e6")
	seen := map[string]bool{}
	for _, word := range []string{"/rapport", "/verslag", "/report"} {
		w.Says("s-e1", word)
		w.Drain()
		files := brought(w, "s-e1")
		if len(files) != 1 || seen[files[0].ID] || !strings.HasSuffix(files[0].Name, ".pdf") {
			t.Fatalf("%s brings %+v, and says\n%s", word, files, w.Channel.Last("s-e1"))
		}
		seen[files[0].ID] = true
		tagged(w, files[0].ID)
	}
	reads(w, "s-e1", "Voici votre rapport d'impact")
	w.Partner("odile")
	w.Fills("odile", "o~report~of~e1", nil)
	reads(w, "odile", "Voici le rapport d'impact de")
	for _, who := range []string{"bert", "thea", "carla"} {
		w.Partner(who)
		w.Fills(who, "o~report~of~e1", nil)
		if len(brought(w, who)) > 0 {
			t.Errorf("%s gets the report", who)
		}
	}
	w.Fills("s-e6", "o~report~of~e1", nil)
	if len(brought(w, "s-e6")) > 0 {
		t.Error("another enterprise gets the report")
	}
}

// When a phase is closed everybody of the enterprise gets the page of it, once,
// and nobody else.
func TestReportAfterPhase(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Staff("s-e6")
	w.Partner("odile")
	w.Notes("office:report-e1", "o~report~closed~mandate", "e1")
	w.Drain()
	reads(w, "s-e1", "imprimez-la, montrez-la, changez-la")
	files := brought(w, "s-e1")
	if len(files) != 1 || !strings.HasPrefix(files[0].Name, "rapport-impact-mandate") {
		t.Fatalf("brought are %+v", files)
	}
	tagged(w, files[0].ID)
	if len(brought(w, "s-e6"))+len(brought(w, "odile")) > 0 {
		t.Error("somebody else gets the page")
	}
	w.Notes("office:report-e1", "o~report~closed~unheard", "e1")
	w.Drain()
	if again := brought(w, "s-e1"); again[0].ID != files[0].ID {
		t.Error("a phase that has no page brings one")
	}
}
