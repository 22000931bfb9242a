package digest

import (
	"visesbot/flows"
)

// Lines are what the message of a digest says.
func (s Speech) Lines(d Digest) []flows.Line {
	lines := []flows.Line{{Style: flows.Heading, Text: s.Word("digest.title", "cohort", clip(d.Name, mostName), "day", s.day(d.Until))}}
	if d.Nothing() {
		lines = append(lines, body(s.Word("digest.nothing", "day", s.day(d.Since))))
	}
	for _, x := range s.sections(d) {
		if len(x.lines) == 0 {
			continue
		}
		lines = append(lines, body(x.title))
		for _, l := range x.lines[:min(x.most, len(x.lines))] {
			lines = append(lines, bullet(l.text))
		}
		if n := len(x.lines) - x.most; n > 0 {
			lines = append(lines, flows.Line{Style: flows.Hint, Text: s.others(n)[1:]})
		}
	}
	return append(lines, s.sums(d)...)
}

// Detail is what stands in the thread: all there is, enterprise by enterprise.
func (s Speech) Detail(d Digest) []flows.Line {
	of := map[string][]string{}
	for _, x := range s.sections(d) {
		for _, l := range x.lines {
			of[l.enterprise] = append(of[l.enterprise], l.text)
		}
	}
	lines := []flows.Line{{Style: flows.Heading, Text: s.Word("digest.detail")}}
	for _, x := range d.Stands {
		where := s.Word("digest.stands", "enterprise", clip(x.Name, mostName), "phase", s.phase(x.Phase))
		if x.Used > 0 || x.Budget > 0 {
			where += " · " + s.hoursOf(x.Used, x.Budget)
		}
		lines = append(lines, body(where))
		for _, text := range of[x.Enterprise] {
			lines = append(lines, bullet(text))
		}
	}
	return lines
}

// Alt says what the picture shows.
func (s Speech) Alt(d Digest) string {
	text := s.Word("digest.picture")
	for _, x := range d.Stands {
		text += " " + s.Word("digest.stands", "enterprise", clip(x.Name, mostName), "phase", s.phase(x.Phase)) + "."
	}
	return text
}
