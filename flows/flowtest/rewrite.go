package flowtest

import (
	"maps"
	"strings"
	"unicode/utf8"
)

// shownText is how much of a message's text Rewrite writes down.
const shownText = 120

// Rewrite plays a transcript and returns its text with what the bot says now.
// Where all lines about the bot between two acts are still right they stay as
// they are; otherwise they are written anew. Remarks stay.
func Rewrite(t Transcript, p Player) (string, error) {
	g := newGame(t, p)
	w := &rewriter{t: t}
	for i := 0; i < len(t.Steps); {
		s := t.Steps[i]
		if s.acts() {
			if err := g.act(s); err != nil {
				return "", err
			}
			w.upTo(s.Line)
			i++
		}
		first := i
		for i < len(t.Steps) && !t.Steps[i].acts() {
			i++
		}
		w.expectations(g, s.Person, t.Steps[first:i])
	}
	w.upTo(len(t.lines))
	return strings.Join(w.out, "\n") + "\n", nil
}

// rewriter copies lines of a transcript, and writes some anew.
type rewriter struct {
	t    Transcript
	done int // lines of the file copied or dropped
	out  []string
}

// upTo copies the lines up to and with this one.
func (w *rewriter) upTo(line int) {
	w.out = append(w.out, w.t.lines[w.done:line]...)
	w.done = line
}

// expectations keeps the steps about the bot if they hold, or else writes what
// it said.
func (w *rewriter) expectations(g *game, speaker string, steps []Step) {
	if g.holds(steps) {
		if n := len(steps); n > 0 {
			w.upTo(steps[n-1].Line)
		}
		return
	}
	for _, s := range steps {
		w.upTo(s.Line - 1)
		w.done = s.Line
	}
	for _, name := range g.t.names() {
		for _, m := range g.waiting[name] {
			w.out = append(w.out, expectation(speaker, name, m))
		}
		g.waiting[name] = nil
	}
}

// holds tries the steps on a copy; if they hold, they are taken as played.
func (g *game) holds(steps []Step) bool {
	try := newGame(g.t, g.p)
	maps.Copy(try.waiting, g.waiting)
	for _, s := range steps {
		if try.step(s) != nil {
			return false
		}
	}
	if try.quiet(Step{}, g.t.names()...) != nil {
		return false
	}
	clear(g.waiting)
	return true
}

// expectation writes one message as a line of a transcript.
func expectation(speaker, name string, m Shown) string {
	who := "bot: "
	if name != speaker {
		who = "bot>" + name + ": "
	}
	text := shorten(m.Text())
	buttons := Shown{Buttons: m.Buttons}.String()
	return strings.TrimSpace(who + strings.TrimSpace(text+" "+buttons))
}

// shorten cuts a text after a word.
func shorten(text string) string {
	if utf8.RuneCountInString(text) <= shownText {
		return text
	}
	cut := string([]rune(text)[:shownText])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " ..."
}
