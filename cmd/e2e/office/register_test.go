package officetest_test

import (
	"io"
	"slices"
	"strings"
	"testing"

	"visesbot/bot/register"
	officetest "visesbot/cmd/e2e/office"
)

func finds(w *officetest.World, table, id string) register.Entry {
	w.Helper()
	p, err := register.Load(w.Ctx(), w.Store)
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
	if finds(w, register.People, "lena").Fields["role"] != "" {
		t.Error("taken in before anybody said so")
	}
	w.Presses("carla", "Take it in")
	reads(w, "carla", "Done: 1 rows added, 1 changed")
	if finds(w, register.People, "lena").Fields["enterprise"] != "e7" {
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
	reads(w, "carla", `people, row 2, role: “boss” is not known`)
	reads(w, "carla", "More remarks: 7")
	if got := w.Channel.Last("carla"); strings.Contains(got, "[Take it in]") {
		t.Errorf("offered is\n%s", got)
	}
	w.Sends("carla", "people.csv", []byte("id,name\nx,caf\x81\n"))
	reads(w, "carla", "save it as CSV UTF-8")
	w.Partner("thea")
	w.Sends("thea", "people.csv", []byte("id,name,role,language,partner\nzed,Zed,coordinator,fr,saw-b\n"))
	reads(w, "thea", "niet voor je open")
	if finds(w, register.People, "zed").Fields["role"] != "" {
		t.Error("taken in from a trainer")
	}
}

// Whoever sends a file is told in their language what is wrong with it: all that
// can be, with the same values, and the place in it as the file calls it.
func TestRegisterRefusedInEveryLanguage(t *testing.T) {
	w := officetest.New(t)
	for key, english := range register.Flaws() {
		text, ok := w.Script.Office["register.flaw."+key]
		if !ok {
			t.Errorf("nobody says what is wrong by %q", key)
			continue
		}
		want := slices.DeleteFunc(braces(english), func(name string) bool { return name == "says" }) // what a column is for is told in English alone
		for _, lang := range []string{"fr", "nl", "en"} {
			if got := braces(text.In(lang)); !slices.Equal(got, want) {
				t.Errorf("%s in %s fills in %v, not %v", key, lang, got, want)
			}
		}
	}
	for lang, want := range map[string][]string{
		"fr": {"people, ligne 3, role : « boss » n'est pas connu ; écrivez staff, delegate", "Autres remarques : 1", "n'est pas en UTF-8"},
		"nl": {"people, rij 3, role: “boss” is niet bekend; schrijf staff, delegate", "Andere opmerkingen: 1", "is niet in UTF-8"},
		"en": {"people, row 3, role: “boss” is not known; write staff, delegate", "More remarks: 1", "is not in UTF-8"},
	} {
		who := "carla-" + lang
		if err := w.Store.PutEntries(w.Ctx(), register.Entry{Table: register.People, ID: who, Fields: map[string]string{"id": who, "role": "coordinator", "language": lang, "partner": "saw-b"}}); err != nil {
			t.Fatal(err)
		}
		w.Partner(who)
		w.Sends(who, "people.csv", []byte("id,name,role,language,enterprise,partner\nok,Ok,staff,fr,e1,\nx,X,boss,fr,e1,\n"+strings.Repeat("Y y,,staff,fr,e1,\n", 10)))
		says(t, w, who, want[0], want[1])
		w.Sends(who, "people.csv", []byte("id,name\nx,caf\x81\n"))
		says(t, w, who, want[2])
	}
	w.Partner("carla")
	w.Sends("carla", "people.csv", []byte("id,name,role,language,enterprise,partner\nn1,Noor,staff,fr,e1,\nn2,Noor,staff,fr,e1,\n"))
	says(t, w, "carla", "people, row 3, name: “n1” has the same name", "(a remark only)", "[Take it in]")
}
