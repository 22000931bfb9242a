package flowtest_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"visesbot/flows/flowtest"
)

func parse(t *testing.T, text string) flowtest.Transcript {
	t.Helper()
	tr, errs := flowtest.Parse("talk.txt", text)
	if len(errs) > 0 {
		t.Fatal(errors.Join(errs...))
	}
	return tr
}

func TestParse(t *testing.T) {
	tr := parse(t, `# a remark
lang: nl
start: 2026-05-01T18:00:00+02:00
people: anna, bert (accompanist, fr)

> /start
bot: Welkom ... [Ja]
anna> /start
...
anna> een: twee > drie
bot>me: Anna ...
> [Ja]
+20m
`)
	if anna, _ := tr.Person("anna"); anna.Lang != "nl" || anna.Role != "" {
		t.Errorf("anna is %+v", anna)
	}
	if bert, _ := tr.Person("bert"); bert.Lang != "fr" || bert.Role != "accompanist" {
		t.Errorf("bert is %+v", bert)
	}
	if tr.Start.Hour() != 18 || len(tr.People) != 3 {
		t.Errorf("starts at %v with %d people", tr.Start, len(tr.People))
	}
	want := []flowtest.Step{
		{Line: 6, Kind: flowtest.Opened, Person: "me"},
		{Line: 7, Kind: flowtest.Expected, Person: "me", Text: "Welkom ... [Ja]"},
		{Line: 8, Kind: flowtest.Opened, Person: "anna"},
		{Line: 9, Kind: flowtest.Anything, Person: "anna"},
		{Line: 10, Kind: flowtest.Typed, Person: "anna", Text: "een: twee > drie"},
		{Line: 11, Kind: flowtest.Expected, Person: "me", Text: "Anna ..."},
		{Line: 12, Kind: flowtest.Pressed, Person: "me", Text: "Ja"},
		{Line: 13, Kind: flowtest.Waited, Person: "me", Wait: 20 * time.Minute},
	}
	if len(tr.Steps) != len(want) {
		t.Fatalf("%d steps, want %d: %+v", len(tr.Steps), len(want), tr.Steps)
	}
	for i := range want {
		if tr.Steps[i] != want[i] {
			t.Errorf("step %d is %+v, want %+v", i, tr.Steps[i], want[i])
		}
	}
}

func TestParseReportsEverything(t *testing.T) {
	_, errs := flowtest.Parse("talk.txt", `lang: de
start: tomorrow
colour: red
people: anna, anna
bot: hello
> hello
anna> /start
carl> hello
+3 weeks
bot>carl: hello
what is this
`)
	want := []string{
		`:1: "de" is no language`, `:2: "tomorrow" is no moment`, `:3: there is no header "colour"`,
		`:4: "anna" cannot be`, `:5: "" is nobody`, `:6: me has not opened the talk`,
		`:8: "carl> hello" is no line`, `:9: "3 weeks" is no time`, `:10: "carl" is nobody`, `:11: "what is this" is no line`,
	}
	if len(errs) != len(want) {
		t.Errorf("%d errors, want %d", len(errs), len(want))
	}
	for i, err := range errs {
		if i < len(want) && !strings.HasPrefix(err.Error(), "talk.txt"+want[i]) {
			t.Errorf("got %q, want %q", err, want[i])
		}
	}
}

func TestParseEmpty(t *testing.T) {
	if _, errs := flowtest.Parse("talk.txt", "# nothing\n"); len(errs) != 1 {
		t.Errorf("an empty transcript gets %v", errs)
	}
}
