package digest

import (
	"slices"
	"strconv"

	"visesbot/bot/rooms/push"
	"visesbot/flows"
)

// So many modules, and so many cohorts, a trainer's digest tells of: the rest is
// counted.
const (
	mostSent    = 5
	mostLessons = 5
)

// Taught is the message of a trainer's digest: how the modules stand that were
// sent, what of each was misunderstood most, and what was followed in the
// cohorts.
func (s Speech) Taught(t Taught) []flows.Line {
	lines := []flows.Line{{Style: flows.Heading, Text: s.Word("digest.title", "cohort", s.Word("digest.all"), "day", s.day(t.Until))}}
	if t.Nothing() {
		lines = append(lines, body(s.Word("digest.lessons.none")))
	}
	for _, x := range t.Sent[:min(mostSent, len(t.Sent))] {
		lines = append(lines, body(s.sent(x)))
		if text := s.misread(push.AskedIn(s.Script, x.Module, x.Checks, s.Lang)); text != "" {
			lines = append(lines, bullet(text))
		}
	}
	lines = s.rest(lines, len(t.Sent)-mostSent)
	for _, l := range t.Lessons[:min(mostLessons, len(t.Lessons))] {
		lines = append(lines, body(clip(l.Name, mostName)), bullet(s.Word("digest.modules", "list", s.modules(l.Modules))))
	}
	return s.rest(lines, len(t.Lessons)-mostLessons)
}

// Asked is the detail of a trainer's digest: each check of each module that was
// sent, and how many had it right at first. Without checks it is empty.
func (s Speech) Asked(t Taught) (lines []flows.Line) {
	for _, x := range t.Sent[:min(mostSent, len(t.Sent))] {
		asked := push.AskedIn(s.Script, x.Module, x.Checks, s.Lang)
		if len(asked) == 0 {
			continue
		}
		lines = append(lines, body(s.sent(x)))
		few := false
		for _, c := range asked {
			few = few || !c.Shown()
			if c.Shown() {
				lines = append(lines, bullet(s.asked(c)))
			}
		}
		if few {
			lines = append(lines, flows.Line{Style: flows.Hint, Text: s.Word("push.check.few", "n", strconv.Itoa(push.Fewest))})
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]flows.Line{{Style: flows.Heading, Text: s.Word("digest.checks")}}, lines...)
}

// sent says how a version of a module stands.
func (s Speech) sent(x push.Standing) string {
	return s.Word("digest.sent", "module", x.Module, "version", x.Version[:min(7, len(x.Version))], "counts", s.Word("push.counts",
		"delivered", strconv.Itoa(x.Delivered)+"/"+strconv.Itoa(x.People), "started", strconv.Itoa(x.Started), "finished", strconv.Itoa(x.Finished)))
}

// misread says which check of a module was misunderstood by the largest part of
// those who answered it; empty while too few have answered
// to say so.
func (s Speech) misread(all []push.Asked) string {
	told := slices.DeleteFunc(slices.Clone(all), func(c push.Asked) bool { return !c.Shown() })
	if len(told) == 0 {
		return ""
	}
	worst := slices.MaxFunc(told, func(a, b push.Asked) int { return a.Wrong*b.Answers - b.Wrong*a.Answers })
	switch {
	case worst.Wrong > 0:
		return s.Word("digest.misread", "asked", s.asked(worst))
	case len(told) == len(all):
		return s.Word("digest.understood")
	}
	return ""
}

// asked says how many had a check right at first, and what the others took for
// right.
func (s Speech) asked(c push.Asked) string {
	right := strconv.Itoa(c.Answers-c.Wrong) + "/" + strconv.Itoa(c.Answers)
	if c.Option == "" {
		return s.Word("digest.asked", "check", c.Title, "right", right)
	}
	return s.Word("digest.asked.most", "check", c.Title, "right", right, "option", c.Option)
}

// rest adds how many more there are.
func (s Speech) rest(lines []flows.Line, n int) []flows.Line {
	if n <= 0 {
		return lines
	}
	return append(lines, flows.Line{Style: flows.Hint, Text: s.Word("digest.more", "n", strconv.Itoa(n))})
}
