package officetest_test

import (
	"io"
	"strings"
	"testing"

	"visesbot/bot/cohort"
	"visesbot/cmd/officetest"
)

func finds(w *officetest.World, table, id string) cohort.Entry {
	w.Helper()
	p, err := cohort.Load(w.Ctx(), w.Store)
	if err != nil {
		w.Fatal(err)
	}
	e, _ := p.Find(table, id)
	return e
}

// The coordinator gets the register as a file, sends a changed table back, is
// told what would change, and takes it in; nothing changes before.
func TestRegisterByFile(t *testing.T) {
	w := officetest.New(t)
	w.Partner("carla")
	w.Says("carla", "/register")
	files := brought(w, "carla")
	if len(files) != 2 || files[0].Name != "template.xlsx" || files[1].Name != "register.xlsx" {
		t.Fatalf("brought are %+v", files)
	}
	_, body, err := w.Store.File(w.Ctx(), files[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	w.Sends("carla", "register.xlsx", raw)
	reads(w, "carla", "would add 0 rows and change 0; 28 would stay")
	w.Sends("carla", "people.csv", []byte("id,name,role,language,enterprise,partner\nodile,Odile B,accompanist,fr,,saw-b\nlena,Lena,staff,nl,e7,\n"))
	reads(w, "carla", "would add 1 rows and change 1; 0 would stay")
	if finds(w, cohort.People, "lena").Fields["role"] != "" {
		t.Error("taken in before anybody said so")
	}
	w.Presses("carla", "Take it in")
	reads(w, "carla", "Done: 1 rows added, 1 changed")
	if finds(w, cohort.People, "lena").Fields["enterprise"] != "e7" {
		t.Error("not taken in")
	}
	w.Presses("carla", "Take it in") // again: nothing more
	reads(w, "carla", "Done: 0 rows added, 0 changed, 2 as they were")
}

// What is wrong is told by table, row and column, the first ten and how many
// more; who does not coordinate is refused.
func TestRegisterRefused(t *testing.T) {
	w := officetest.New(t)
	w.Partner("carla")
	w.Sends("carla", "people.csv", []byte("id,name,role,language,enterprise,partner\n"+strings.Repeat("x,X,boss,fr,e1,\n", 9)))
	reads(w, "carla", `people, row 2, role: "boss" is not known`)
	reads(w, "carla", "And 7 more remarks.")
	if got := w.Channel.Last("carla"); strings.Contains(got, "[Take it in]") {
		t.Errorf("offered is\n%s", got)
	}
	w.Sends("carla", "people.csv", []byte("id,name\nx,caf\xe9\n"))
	reads(w, "carla", "save it as CSV UTF-8")
	w.Partner("thea")
	w.Sends("thea", "people.csv", []byte("id,name,role,language,partner\nzed,Zed,coordinator,fr,saw-b\n"))
	reads(w, "thea", "niet voor je open")
	if finds(w, cohort.People, "zed").Fields["role"] != "" {
		t.Error("taken in from a trainer")
	}
}
