package digest

import (
	"strconv"
	"strings"

	"visesbot/flows"
)

// A digest is one message on every channel: so many lines of a section, and so
// much of a name and of own words.
const (
	mostWaits = 8
	mostLines = 4
	mostName  = 32
	mostOwn   = 100
	mostNamed = 3
)

// names are what enterprises are called, by id.
func (d Digest) names() map[string]string {
	all := map[string]string{}
	for _, s := range d.Stands {
		all[s.Enterprise] = clip(s.Name, mostName)
	}
	return all
}

// told is a line about an enterprise, or about the cohort.
type told struct{ enterprise, text string }

// section is what there is to tell of one kind.
type section struct {
	title string
	most  int
	lines []told
}

// sections are all there is to tell, what waits for the reader first.
func (s Speech) sections(d Digest) []section {
	return []section{
		{s.Word("digest.waits"), mostWaits, s.waits(d)},
		{s.Word("digest.stalled"), mostLines, s.stalled(d)},
		{s.Word("digest.due"), mostLines, s.due(d)},
		{s.Word("digest.moves"), mostLines, s.moves(d)},
		{s.Word("digest.worries"), mostLines, s.worries(d)},
		{s.Word("digest.chosen"), mostLines, s.chosen(d)},
	}
}

func (s Speech) waits(d Digest) (all []told) {
	name := d.names()
	for _, w := range d.Waits {
		text, who, n := "", name[w.Enterprise], strconv.Itoa(w.N)
		switch w.Kind {
		case WaitsHelp:
			text = s.Word("digest.waits.help", "enterprise", who, "day", s.day(w.At))
		case WaitsSign:
			text = s.Word("digest.waits.sign", "enterprise", who, "phase", s.phase(w.Phase), "day", s.day(w.At))
		case WaitsCheck:
			text = s.Word("digest.waits.check", "enterprise", who, "n", n)
		case WaitsReopened:
			text = s.Word("digest.waits.reopened", "enterprise", who, "phase", s.phase(w.Phase), "day", s.day(w.At))
		}
		all = append(all, told{w.Enterprise, text})
	}
	return all
}

func (s Speech) moves(d Digest) (all []told) {
	name := d.names()
	for _, m := range d.Moves {
		all = append(all, told{m.Enterprise, s.Word("digest.moved", "enterprise", name[m.Enterprise], "phase", s.phase(m.Phase), "day", s.day(m.At))})
	}
	return all
}

func (s Speech) stalled(d Digest) (all []told) {
	name := d.names()
	for _, x := range d.Stalled {
		all = append(all, told{x.Enterprise, s.Word("digest.stall", "enterprise", name[x.Enterprise], "question", s.question(x.Question), "day", s.day(x.At))})
	}
	return all
}

func (s Speech) due(d Digest) (all []told) {
	name := d.names()
	for _, x := range d.Due {
		text := ""
		switch x.Kind {
		case DueMeeting:
			text = s.Word("digest.due.meeting", "day", s.day(x.Day))
		case DueDecision:
			text = s.Word("digest.due.decision", "enterprise", name[x.Enterprise], "day", s.date(x.Day))
		default:
			text = s.Word("digest.due.values", "enterprise", name[x.Enterprise], "day", s.date(x.Day))
		}
		all = append(all, told{x.Enterprise, text})
	}
	return all
}

// worries has a line for each enterprise.
func (s Speech) worries(d Digest) (all []told) {
	name, of := d.names(), map[string][]string{}
	for _, w := range d.Worries {
		of[w.Enterprise] = append(of[w.Enterprise], s.Word("digest.worry."+w.Kind)+" ("+strconv.Itoa(w.N)+")")
	}
	for _, x := range d.Stands {
		if what := of[x.Enterprise]; len(what) > 0 {
			all = append(all, told{x.Enterprise, s.Word("digest.worried", "enterprise", name[x.Enterprise], "what", strings.Join(what, ", "))})
		}
	}
	return all
}

func (s Speech) chosen(d Digest) (all []told) {
	name := d.names()
	for _, c := range d.Chosen {
		all = append(all, told{c.Enterprise, s.Word("digest.question", "enterprise", name[c.Enterprise], "text", clip(c.Text, mostOwn))})
	}
	return all
}

// sums are the lines that speak of all enterprises together.
func (s Speech) sums(d Digest) (lines []flows.Line) {
	used, budget := 0, 0
	for _, x := range d.Stands {
		used, budget = used+x.Used, budget+x.Budget
	}
	if used > 0 || budget > 0 {
		lines = append(lines, body(s.hoursOf(used, budget)))
	}
	if len(d.Modules) > 0 {
		lines = append(lines, body(s.Word("digest.modules", "list", s.modules(d.Modules))))
	}
	if len(d.Remarks) > 0 {
		lines = append(lines, body(s.Word("digest.remarks", "list", s.remarks(d.Remarks))))
	}
	return lines
}

func (s Speech) hoursOf(used, budget int) string {
	if budget == 0 {
		return s.Word("digest.used", "used", s.hours(used))
	}
	return s.Word("digest.hours", "used", s.hours(used), "left", s.hours(max(0, budget-used)), "budget", s.hours(budget))
}

func (s Speech) modules(all []Module) string {
	var list []string
	for _, m := range all[:min(mostNamed, len(all))] {
		list = append(list, s.Word("digest.module", "module", m.Module, "version", m.Version[:min(7, len(m.Version))], "n", strconv.Itoa(m.People), "done", strconv.Itoa(m.Finished)))
	}
	return strings.Join(list, " ; ") + s.others(len(all)-mostNamed)
}

func (s Speech) remarks(all []Remark) string {
	var list []string
	for _, r := range all[:min(mostNamed, len(all))] {
		list = append(list, r.On+" "+s.Word("digest.verdict."+verdict(r))+" ("+strconv.Itoa(r.N)+")")
	}
	return strings.Join(list, ", ") + s.others(len(all)-mostNamed)
}

func verdict(r Remark) string {
	switch r.Verdict {
	case "clear", "unclear", "irrelevant", "wording":
		return r.Verdict
	}
	return "words"
}

// others says how many more there are.
func (s Speech) others(n int) string {
	if n <= 0 {
		return ""
	}
	return " " + s.Word("digest.more", "n", strconv.Itoa(n))
}

func body(text string) flows.Line { return flows.Line{Style: flows.Body, Text: text} }
func bullet(text string) flows.Line {
	return flows.Line{Style: flows.Bullet, Text: text}
}
