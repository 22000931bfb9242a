package flowtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visesbot/flows/flowtest"
)

// parrot is a bot that says back to everybody what anybody does.
type parrot struct {
	people []string
	said   map[string][]flowtest.Shown
}

func newParrot(people ...string) *parrot {
	return &parrot{people: people, said: map[string][]flowtest.Shown{}}
}

func (p *parrot) say(person, text string, buttons ...string) error {
	p.said[person] = append(p.said[person], flowtest.Shown{Lines: strings.Split(text, "|"), Buttons: buttons})
	return nil
}

func (p *parrot) Start(person, _ string) error   { return p.say(person, "hello "+person, "Yes", "No") }
func (p *parrot) Advance(d time.Duration) error  { return p.say("me", fmt.Sprint(d)) }
func (p *parrot) Visited() flowtest.Visits       { return flowtest.Visits{} }
func (p *parrot) Pressed(person, l string) error { return p.say(person, "pressed "+l, "✓ Yes") }

func (p *parrot) Said(person, text string) error {
	for _, who := range p.people {
		_ = p.say(who, person+" says|"+text)
	}
	return nil
}

func (p *parrot) Messages(person string) ([]flowtest.Shown, error) {
	said := p.said[person]
	p.said[person] = nil
	return said, nil
}

// talk is a transcript to which the parrot answers as written.
const talk = `people: anna
> /start
bot: hello me [Yes] [No]
> [Yes]
bot: pressed ... [✓ Yes]
anna> /start
bot: hello ...
> one   two
bot: me says / one two
bot>anna: ... one ...
+1h
bot: 1h...
anna> a
...
bot>me: anna says ...
`

func TestPlay(t *testing.T) {
	if err := flowtest.Play(parse(t, talk), newParrot("me", "anna")); err != nil {
		t.Error(err)
	}
}

// TestPlayBites changes one line at a time, so that it is wrong.
func TestPlayBites(t *testing.T) {
	changes := []struct{ name, from, to, want string }{
		{"other text", "bot: hello me", "bot: hallo me", "talk.txt:3: the bot says something else to me"},
		{"missing button", "[Yes] [No]", "[Maybe]", "talk.txt:3: the bot says something else"},
		{"not ticked", "[✓ Yes]", "[Yes]", "talk.txt:5: the bot says something else"},
		{"end not open", "bot: hello ...", "bot: hello", "talk.txt:7: the bot says something else to anna"},
		{"start not open", "bot>anna: ... one ...", "bot>anna: one ...", "talk.txt:10: the bot says something else to anna"},
		{"unexpected", "bot: hello me [Yes] [No]\n", "", "talk.txt:3: before this line the bot says more to me\n  said: hello me [Yes] [No]"},
		{"too much", "bot: 1h...\n", "bot: 1h...\nbot: more\n", "talk.txt:13: the bot says nothing more to me"},
		{"after anything", "bot>me: anna says ...", "bot: nothing of the kind", "talk.txt:15: the bot says something else to anna"},
		{"unexpected elsewhere", "bot>anna: ... one ...\n", "", "talk.txt:10: before this line the bot says more to anna"},
		{"left at the end", "bot>me: anna says ...\n", "", "talk.txt:14: before this line the bot says more to me"},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(talk, c.from, c.to, 1)
			if text == talk {
				t.Fatal("nothing changed")
			}
			err := flowtest.Play(parse(t, text), newParrot("me", "anna"))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestAnythingSkipsToWhatIsExpected(t *testing.T) {
	p := newParrot("me", "me", "me", "me")
	if err := flowtest.Play(parse(t, "> /start\nbot: ...\n> x\n...\nbot: me says ...\nbot: me says / x\n...\n"), p); err != nil {
		t.Error(err)
	}
}

func TestRewrite(t *testing.T) {
	tr := parse(t, "people: anna\n> /start\n# kept, it is right\nbot: hello ...\nanna> /start\nbot: wrong\n\n> a long way to go, "+
		"and a longer one still, and then the longest of all the ways that there are or ever were in this whole wide world\n")
	got, err := flowtest.Rewrite(tr, newParrot("anna", "me"))
	want := "people: anna\n> /start\n# kept, it is right\nbot: hello ...\nanna> /start\nbot: hello anna [Yes] [No]\n\n> a long way to go, " +
		"and a longer one still, and then the longest of all the ways that there are or ever were in this whole wide world\n" +
		"bot: me says / a long way to go, and a longer one still, and then the longest of all the ways that there are or ever were in ...\n" +
		"bot>anna: me says / a long way to go, and a longer one still, and then the longest of all the ways that there are or ever were in ...\n"
	if err != nil || got != want {
		t.Fatalf("%v\n got:\n%s\nwant:\n%s", err, got, want)
	}
	if err := flowtest.Play(parse(t, got), newParrot("anna", "me")); err != nil {
		t.Errorf("what was rewritten does not play: %v", err)
	}
}
