package digest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/rooms/push"
	"visesbot/flows"
	"visesbot/flows/form"
)

// lesson is what a trainer is told of: one module that was misunderstood, one that
// was not, one that too few have answered, and one that nobody opened.
func lesson(s *flows.Script) Taught {
	checks := func(module string, answers, wrong int) (all []push.Check) {
		for _, m := range s.Modules {
			for _, b := range m.Blocks {
				if m.ID == module && len(b.Options) > 0 {
					c := push.Check{Block: b.ID, Answers: answers}
					if wrong > 0 {
						c.Wrong, c.Most = min(wrong+len(all)%3, answers), firstWrong(b)
					}
					all = append(all, c)
				}
			}
		}
		return all
	}
	tally := func(people, got, begun, done int) push.Tally {
		return push.Tally{People: people, Delivered: got, Started: begun, Finished: done}
	}
	return Taught{Since: ago(7), Until: monday(), Sent: []push.Standing{
		{Module: "M1", Version: "0123456789ab", Tally: tally(10, 9, 6, 5), Checks: checks("M1", 6, 1)},
		{Module: "M2", Version: "ba9876543210", Tally: tally(10, 10, 4, 4), Checks: checks("M2", 4, 0)},
		{Module: "M3", Version: "0123456789ab", Tally: tally(5, 5, 2, 0), Checks: checks("M3", 2, 0)},
		{Module: "M4", Version: "0123456789ab", Tally: tally(5, 3, 0, 0)},
	}, Lessons: []Lesson{{"north", "Groupe du Nord", []Module{{"M1", "0123456789ab", 7, 5}}}}}
}

func firstWrong(b *flows.Block) string {
	for _, o := range b.Options {
		if !o.Right {
			return o.ID
		}
	}
	return ""
}

// TestTaughtSays holds what a trainer's digest says, message and detail.
func TestTaughtSays(t *testing.T) {
	script := realScript(t)
	for _, lang := range form.Langs() {
		s := Speech{script, lang, time.UTC}
		d := lesson(script)
		var text strings.Builder
		for _, l := range append(s.Taught(d), s.Asked(d)...) {
			text.WriteString(string(l.Style) + ": " + l.Text + "\n")
		}
		file := filepath.Join("testdata", "taught-"+lang+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(file); err != nil || string(want) != text.String() {
			t.Errorf("in %s a trainer's digest says\n%s\nwant\n%s(%v)", lang, text.String(), want, err)
		}
	}
}

// The longest digest of a trainer is one message on the strictest channel.
func TestTaughtFits(t *testing.T) {
	script := realScript(t)
	d := lesson(script)
	for len(d.Sent) < 30 {
		d.Sent = append([]push.Standing{d.Sent[0]}, d.Sent...)
	}
	for i := range 30 {
		l := Lesson{fmt.Sprintf("c%d", i), strings.Repeat("Groupe ", 20), nil}
		for m := range 10 {
			l.Modules = append(l.Modules, Module{fmt.Sprintf("M%d", m), "0123456789ab", 1000, 1000})
		}
		d.Lessons = append(d.Lessons, l)
	}
	can := bot.Capabilities{TextMax: 4000, Buttons: 25, Row: 5, LabelMax: 75, Edits: true}
	for _, lang := range form.Langs() {
		s := Speech{script, lang, time.UTC}
		if all := bot.Compose(flows.Card{ID: "x", Lines: s.Taught(d)}, can); len(all) != 1 {
			t.Errorf("in %s a digest of %d units makes %d messages", lang, bot.Length(s.Taught(d)), len(all))
		}
		if n := bot.Length(s.Asked(d)); n > 13_000 {
			t.Errorf("in %s the detail is of %d units", lang, n)
		}
	}
}

// TestSome: a number is told only where neither those nor the others are few.
func TestSome(t *testing.T) {
	for _, x := range []struct {
		n, all int
		want   Some
	}{
		{0, 9, Some{}},
		{1, 9, Some{Veil: Fewer}},
		{4, 20, Some{Veil: Fewer}},
		{5, 9, Some{Veil: More}},
		{5, 10, Some{N: 5}},
		{9, 9, Some{N: 9}},
		{16, 20, Some{Veil: More}},
		{15, 20, Some{N: 15}},
	} {
		if got := some(x.n, x.all); got != x.want {
			t.Errorf("%d of %d is told as %+v, want %+v", x.n, x.all, got, x.want)
		}
	}
}
