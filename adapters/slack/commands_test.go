package slack_test

import (
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"visesbot/adapters/slack"
	"visesbot/bot"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// commands are those of the content, which is read once.
var commands = sync.OnceValue(func() *flows.Commands {
	script, _ := definition.Load(content.FS)
	return script.Commands
})

// TestEveryCommand types every command in every language behind /vises: each
// arrives as itself, or is answered at once.
func TestEveryCommand(t *testing.T) {
	l := newLab(t, false, func(o *slack.Options) { o.Forms = noForms{} })
	p, arrived, whispers := l.people[0], 0, 0
	for _, e := range commands().Entries {
		for _, lang := range form.Langs() {
			p.Command(e.Name(lang), true)
			if e.ID == parse.Help || e.Where[0] == flows.InGroup {
				whispers++
				l.eventually("it is answered at once", func() bool { return len(p.Whispers()) == whispers })
				if said := p.Whispers()[whispers-1]; strings.Contains(said, "ken ik niet") {
					t.Errorf("/vises %s: %s", e.Name(lang), said)
				}
				continue
			}
			arrived++
			u := l.got(arrived)
			read := parse.ReadCommand(u.Text, commands().Words(e.Where[0]))
			if !read.Is(e.ID) && !(e.ID == parse.Start && u.Start) {
				t.Errorf("/vises %s arrived as %+v", e.Name(lang), u)
			}
		}
	}
}

// TestHint: what the manifest proposes behind /vises is known.
func TestHint(t *testing.T) {
	text, err := os.ReadFile("../../deploy/slack/manifest.yaml")
	if err != nil {
		t.Fatal(err)
	}
	hint := regexp.MustCompile(`usage_hint: "\[(.*)\]"`).FindSubmatch(text)
	if hint == nil {
		t.Fatal("the manifest has no hint")
	}
	for _, word := range strings.Split(string(hint[1]), " | ") {
		if read := parse.ReadCommand("/"+strings.Fields(word)[0], commands().Words(flows.InPrivate)); read.Verdict != parse.Known {
			t.Errorf("the hint of /vises has %q, which it does not know", word)
		}
	}
}

// noForms is an office without forms.
type noForms struct{ bot.Forms }
