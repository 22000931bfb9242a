package officetest_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"visesbot/bot/rooms/answers"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows/form"
)

// An accompanist gets the answers of the cohort as a file, in their language,
// and of nobody else; who does not accompany gets none.
func TestExport(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Staff("s-e6")
	w.Partner("odile")
	w.Presses("odile", "Groupe du Nord")
	w.Presses("odile", "Les réponses en fichier")
	reads(w, "odile", "Voici les réponses de Groupe du Nord")
	files := brought(w, "odile")
	if len(files) != 1 || files[0].Name != "answers-north-2027-03-01.xlsx" {
		t.Fatalf("brought are %+v", files)
	}
	_, body, err := w.Store.File(w.Ctx(), files[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	raw, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("answers")
	if err != nil || len(rows) < 3 {
		t.Fatal(rows, err)
	}
	for _, row := range rows[1:] {
		if row[0] != "e1" {
			t.Errorf("somebody else's answer: %q", row)
		}
	}
	if !strings.Contains(rows[1][7], "Oui") && !strings.Contains(rows[2][7], "Oui") {
		t.Errorf("not in her language: %q", rows)
	}
	for _, who := range []string{"bert", "thea", "carla"} {
		w.Partner(who)
		w.Fills(who, "o~export~answers~north", nil)
		if len(brought(w, who)) > 0 {
			t.Errorf("%s gets the answers", who)
		}
	}
	w.Says("bert", "/exporteren")
	w.Presses("bert", "Groep Zuid")
	reads(w, "bert", "Dit zijn de antwoorden van Groep Zuid")
}

// brought are the files that somebody was sent last.
func brought(w *officetest.World, who string) (files []form.File) {
	for _, m := range w.Channel.Shown(who) {
		if len(m.Files) > 0 {
			files = m.Files
		}
	}
	return files
}

// Rows come in the order of the questionnaire and of the items, whatever the
// order they are read in.
func TestExportOrder(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	one, err := answers.Of(w.Ctx(), w.Store, w.Script.Questionnaire, "e1", "nl", w.Clock.Now())
	two, wrong := answers.Of(w.Ctx(), w.Store, w.Script.Questionnaire, "e1", "nl", w.Clock.Now())
	if err != nil || wrong != nil || len(one) == 0 || len(one) != len(two) {
		t.Fatal(len(one), len(two), err, wrong)
	}
	last := -1
	for i, r := range one {
		q, ok := w.Script.Questionnaire.Question(r.Question)
		if !ok || q.Index < last || r.Question != two[i].Question || r.Item != two[i].Item {
			t.Errorf("row %d is %+v", i, r)
		}
		last = q.Index
		if r.Text == "" || r.State == "" || r.At.IsZero() || r.Version == "" || r.Content == "" || r.Role == "" && r.Lang == "" {
			t.Errorf("it lacks something: %+v", r)
		}
	}
}
