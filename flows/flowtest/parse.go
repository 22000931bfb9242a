package flowtest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/flows/form"
)

// defaultStart is a Monday morning.
func defaultStart() time.Time {
	return time.Date(2026, time.March, 2, 9, 0, 0, 0, time.FixedZone("", 3600))
}

// defaultEnterprise is a fictional one.
func defaultEnterprise() form.Enterprise {
	return form.Enterprise{ID: "e1", Name: "De Brug", Country: "BE", Sample: true}
}

// Parse reads a transcript. Everything that is wrong with it is reported, each
// as "name:line: what"; a transcript with errors must not be played.
func Parse(name, text string) (Transcript, []error) {
	text = strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\r\n", "\n")
	p := &parser{t: Transcript{
		Name: name, Start: defaultStart(), Enterprise: defaultEnterprise(), People: []Person{{Name: Me}}, lines: strings.Split(text, "\n"),
	}}
	for i, line := range p.t.lines {
		p.line = i + 1
		p.read(strings.TrimSpace(line))
	}
	if len(p.t.Steps) == 0 {
		p.wrong("nobody says anything")
	}
	return p.t, p.errs
}

type parser struct {
	t    Transcript
	line int
	last string // who spoke last
	errs []error
}

func (p *parser) wrong(format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", p.t.Name, p.line, fmt.Sprintf(format, args...)))
}

func (p *parser) step(s Step) {
	s.Line = p.line
	if s.Person == "" {
		s.Person = p.last
	}
	p.t.Steps = append(p.t.Steps, s)
}

// read takes one line: a remark, a header, or a step.
func (p *parser) read(line string) {
	switch {
	case line == "" || strings.HasPrefix(line, "#"):
	case line == "...":
		p.step(Step{Kind: Anything})
	case strings.HasPrefix(line, "+"):
		p.waits(line[1:])
	case strings.HasPrefix(line, "bot:"), strings.HasPrefix(line, "bot>"):
		p.expects(line[len("bot"):])
	default:
		p.speaks(line)
	}
}

// speaks reads "> text", "anna> text" and, before the first step, headers.
func (p *parser) speaks(line string) {
	who, text, spoken := strings.Cut(line, ">")
	who = strings.TrimSpace(who)
	if key, value, ok := strings.Cut(line, ":"); ok && len(p.t.Steps) == 0 && (!spoken || len(key) < len(who)) {
		p.header(strings.TrimSpace(key), strings.TrimSpace(value))
		return
	}
	if who == "" {
		who = Me
	}
	if _, known := p.t.Person(who); !spoken || !known {
		p.wrong("%q is no line of a transcript: it begins with \">\", \"bot:\", \"+\", \"...\", \"#\" or one of the people's names and \">\"", line)
		return
	}
	p.last = who
	p.does(who, strings.TrimSpace(text))
}

func (p *parser) does(who, text string) {
	s := Step{Person: who, Kind: Typed, Text: strings.ReplaceAll(text, `\n`, "\n")}
	switch {
	case text == "/start" || strings.HasPrefix(text, "/start "):
		s.Kind, s.Text = Opened, strings.TrimSpace(strings.TrimPrefix(text, "/start"))
	case len(text) > 2 && strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"):
		s.Kind, s.Text = Pressed, strings.TrimSpace(text[1:len(text)-1])
	}
	opened := slices.ContainsFunc(p.t.Steps, func(o Step) bool { return o.Kind == Opened && o.Person == who })
	if s.Kind != Opened && !opened {
		p.wrong("%s has not opened the talk yet: write \"> /start\" first", who)
	}
	p.step(s)
}

func (p *parser) expects(rest string) {
	who, pattern, ok := strings.Cut(rest, ":")
	who = strings.TrimSpace(strings.TrimPrefix(who, ">"))
	if who == "" {
		who = p.last
	}
	if _, known := p.t.Person(who); !ok || !known {
		p.wrong("%q is nobody the bot speaks to: write \"bot: ...\" or \"bot>NAME: ...\" after somebody spoke", who)
		return
	}
	p.step(Step{Kind: Expected, Person: who, Text: strings.TrimSpace(pattern)})
}

func (p *parser) waits(text string) {
	m := regexp.MustCompile(`^(\d{1,4})([dhm])$`).FindStringSubmatch(text)
	if m == nil {
		p.wrong("%q is no time to wait: write +3d, +1h or +20m", text)
		return
	}
	n, _ := strconv.Atoi(m[1])
	unit := map[string]time.Duration{"d": 24 * time.Hour, "h": time.Hour, "m": time.Minute}[m[2]]
	p.step(Step{Kind: Waited, Wait: time.Duration(n) * unit})
}
