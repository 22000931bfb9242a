package definition_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"visesbot/flows/definition"
	"visesbot/flows/form"
)

func TestFrenchSpacesDoNotBreak(t *testing.T) {
	const name = "questionnaire/10-base.yaml"
	base := baseFS(t)
	edited := bytes.Replace(base[name].Data, []byte("Qui répond ?"), []byte("Qui : « toi » ; 5 % ou 3 € ?"), 1)
	if bytes.Equal(edited, base[name].Data) {
		t.Fatal("the example has changed")
	}
	script := load(t, with(base, name, edited))
	const want = "Qui\u00a0: «\u00a0toi\u00a0»\u00a0; 5\u00a0% ou 3\u00a0€\u00a0?"
	for _, q := range script.Questionnaire.Questions() {
		if q.Text.FR == want {
			return
		}
	}
	t.Errorf("no question asks %q", want)
}

// Every French text of the real content is spaced in one way, and no other
// language has the spaces of French.
func TestTheContentIsSpacedInOneWay(t *testing.T) {
	script, problems := definition.Load(os.DirFS("../../content"))
	if script == nil {
		t.Fatal(problems)
	}
	for key, said := range script.Words {
		spacedWell(t, key, said)
	}
	for _, q := range script.Questionnaire.Questions() {
		spacedWell(t, q.ID, q.Text)
		spacedWell(t, q.ID, q.Help)
	}
}

func spacedWell(t *testing.T, where string, said form.Text) {
	t.Helper()
	for _, sign := range []string{" :", " ;", " ?", " !", " »", "« "} {
		if strings.Contains(said.FR, sign) {
			t.Errorf("%s: %q has %q, where a line could break", where, said.FR, sign)
		}
		if strings.Contains(said.NL+said.EN, sign) {
			t.Errorf("%s: %q / %q has the French %q", where, said.NL, said.EN, sign)
		}
	}
}
