package main

import (
	"encoding/csv"
	"strings"
	"testing"

	"visesbot/adapters/telegram/faketelegram"
)

// Somebody invites a colleague from the talk, by a link that lets one person
// in, and says what they think of a question; whoever runs the programme reads
// it without a name, also while the bot runs.
func TestInviteAndFeedback(t *testing.T) {
	fake, environ := platform(t)
	accompanied(t, strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:"))
	startServe(t, environ, "127.0.0.1:0")
	noor, luc, sam := fake.Person("Noor", "nl"), fake.Person("Luc", "fr"), fake.Person("Sam", "en")
	noor.Say("/start noor")
	hears(t, noor, 1, "Welkom")
	for _, text := range []string{"ja", "Noor", "/uitnodigen", "de penningmeester", "bestuur"} {
		noor.Say(text)
		settled(fake, noor)
	}
	code := codeOf(t, noor)
	luc.Say("/start " + code)
	hears(t, luc, 1, "Bonjour")
	sam.Say("/start " + code)
	hears(t, sam, 1, "This invitation was used already")

	for _, text := range []string{"vragen beantwoorden", "/feedback", "=te lang, \"vind ik\""} {
		noor.Say(text)
		settled(fake, noor)
	}
	got := asks(t, environ, "feedback", "list", "--format", "csv", "--question", "p0-02")
	rows, err := csv.NewReader(strings.NewReader(got.out)).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("exit %d, %q, %q: %v", got.code, got.out, got.err, err)
	}
	if row := rows[1]; row[0] != "P0-02" || len(row[1]) != 12 || row[4] != "E1-p1" || row[8] != "'=te lang, \"vind ik\"" {
		t.Errorf("listed as %q", row)
	}
	text := asks(t, environ, "feedback", "list").out
	if !strings.Contains(text, "E1-p1") || strings.Contains(text+got.out, "Noor") || strings.Contains(text+got.out, "de-brug") {
		t.Errorf("listed with a name, or not at all: %q", text)
	}
	for _, args := range [][]string{{"--question", "M1"}, {"--content", "000000000000"}} {
		if out := asks(t, environ, append([]string{"feedback", "list"}, args...)...).out; strings.Count(out, "\n") != 1 {
			t.Errorf("%v lists %q", args, out)
		}
	}
	if wrong := asks(t, environ, "feedback", "list", "--format", "xml"); wrong.code != 2 {
		t.Errorf("an unknown format: exit %d", wrong.code)
	}
}

// codeOf is the code in the link that somebody was shown.
func codeOf(t *testing.T, p *faketelegram.Person) (code string) {
	t.Helper()
	eventually(t, "a link", func() bool {
		for _, m := range p.Chat().FromBot() {
			if _, after, ok := strings.Cut(m.Text, "?start="); ok {
				code = after[:26]
			}
		}
		return code != ""
	})
	return code
}
