package flowtest

import (
	"fmt"
	"strings"
)

// Play plays a transcript. It returns an error at the first line where the bot
// said something else, more, or nothing; the error shows both.
func Play(t Transcript, p Player) error {
	g := newGame(t, p)
	for _, s := range t.Steps {
		if err := g.step(s); err != nil {
			return err
		}
	}
	return g.quiet(Step{Line: len(t.lines)}, t.names()...)
}

func (t Transcript) names() []string {
	var names []string
	for _, p := range t.People {
		names = append(names, p.Name)
	}
	return names
}

// game is one transcript being played.
type game struct {
	t       Transcript
	p       Player
	waiting map[string][]Shown // said and not yet expected
	skip    map[string]bool    // to whom anything may be said now
}

func newGame(t Transcript, p Player) *game {
	return &game{t: t, p: p, waiting: map[string][]Shown{}, skip: map[string]bool{}}
}

func (g *game) step(s Step) error {
	switch s.Kind {
	case Expected:
		return g.expect(s)
	case Anything:
		g.skip[s.Person] = true
		return nil
	}
	who := []string{s.Person}
	if s.Kind == Waited {
		who = g.t.names()
	}
	if err := g.quiet(s, who...); err != nil {
		return err
	}
	return g.act(s)
}

// act does what somebody does, and gathers what the bot says to everybody.
func (g *game) act(s Step) error {
	if err := act(g.p, s); err != nil {
		return g.at(s, "%v", err)
	}
	for _, name := range g.t.names() {
		said, err := g.p.Messages(name)
		if err != nil {
			return g.at(s, "%v", err)
		}
		g.waiting[name] = append(g.waiting[name], said...)
	}
	return nil
}

func act(p Player, s Step) error {
	switch s.Kind {
	case Opened:
		return p.Start(s.Person, s.Text)
	case Pressed:
		return p.Pressed(s.Person, s.Text)
	case Waited:
		return p.Advance(s.Wait)
	}
	return p.Said(s.Person, s.Text)
}

// expect takes the next message, or after "..." the next that is right.
func (g *game) expect(s Step) error {
	want, said := patternOf(s.Text), g.waiting[s.Person]
	anything := g.skip[s.Person]
	delete(g.skip, s.Person)
	for i, m := range said {
		if want.matches(m) {
			g.waiting[s.Person] = said[i+1:]
			return nil
		}
		if !anything {
			break
		}
	}
	if len(said) == 0 {
		return g.at(s, "the bot says nothing more to %s\n  want: %s", s.Person, s.Text)
	}
	return g.at(s, "the bot says something else to %s\n  want: %s\n%s", s.Person, s.Text, list(said))
}

// quiet sees that everything said to these people was expected.
func (g *game) quiet(s Step, people ...string) error {
	for _, name := range people {
		said := g.waiting[name]
		g.waiting[name] = nil
		if len(said) > 0 && !g.skip[name] {
			return g.at(s, "before this line the bot says more to %s\n%s", name, list(said))
		}
	}
	for _, name := range people {
		delete(g.skip, name)
	}
	return nil
}

func (g *game) at(s Step, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", g.t.Name, s.Line, strings.TrimSuffix(fmt.Sprintf(format, args...), "\n"))
}

// list shows messages as they would be written in a transcript.
func list(said []Shown) string {
	var text strings.Builder
	for i, m := range said {
		if i == 5 {
			fmt.Fprintf(&text, "        and %d more\n", len(said)-i)
			break
		}
		fmt.Fprintf(&text, "  said: %s\n", m)
	}
	return text.String()
}
