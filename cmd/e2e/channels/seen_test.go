package channels

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"visesbot/flows/flowtest"
)

// seen is one message as a person sees it.
type seen struct {
	text   string
	labels []string // of the buttons; a ticked one begins with "✓ "
	urls   []string // where the links in the text lead, if it does not say so
	media  []string // what of a picture or film may be told in words
}

// normal is what several messages say, however a channel has laid them out: cut
// into parts, with choices in a list, with pictures told in words.
type normal struct {
	Ink    string // of the text
	Labels []string
	Links  []string
}

var (
	address = regexp.MustCompile(`https?://[^\s<>"]+`)
	entry   = regexp.MustCompile(`(?m)^(\d+)\. (.+)\n?`)
	spoken  = regexp.MustCompile(`(?m)^\[(.+)\]\n?`)
)

// normalOf reads messages. What the pictures that are meant may be told in words
// is left out.
func normalOf(all, meant []seen) normal {
	var media []string
	for _, m := range meant {
		media = append(media, m.media...)
	}
	var n normal
	for _, s := range all {
		text, labels := unlisted(s.text, s.labels)
		n.Links = append(n.Links, s.urls...)
		n.Links = append(n.Links, address.FindAllString(text, -1)...)
		n.Ink += inked(address.ReplaceAllString(text, ""))
		n.Labels = append(n.Labels, labels...)
	}
	for _, m := range media {
		if address.MatchString(m) {
			n.Links = slices.DeleteFunc(n.Links, func(l string) bool { return l == m })
			continue
		}
		n.Ink = strings.ReplaceAll(n.Ink, inked("["+m+"]"), "")
		n.Ink = strings.ReplaceAll(n.Ink, inked(m), "")
	}
	slices.Sort(n.Links)
	n.Links = slices.Compact(n.Links)
	for i, l := range n.Labels {
		n.Labels[i] = strings.Join(strings.Fields(l), " ")
	}
	return n
}

// unlisted puts choices that stand in a list in the text, because they are too
// long for buttons, back onto the buttons that have their numbers; and so with
// labels that were cut.
func unlisted(text string, labels []string) (string, []string) {
	labels = slices.Clone(labels)
	numbers := func(label string) int {
		return slices.IndexFunc(labels, func(l string) bool { return strings.TrimPrefix(l, flowtest.Tick) == label })
	}
	text = entry.ReplaceAllStringFunc(text, func(line string) string {
		m := entry.FindStringSubmatch(line)
		if at := numbers(m[1]); at >= 0 {
			labels[at] = m[2]
			return ""
		}
		return line
	})
	text = spoken.ReplaceAllStringFunc(text, func(line string) string {
		whole := spoken.FindStringSubmatch(line)[1]
		for i, l := range labels {
			if begin, cut := strings.CutSuffix(l, "…"); cut && strings.HasPrefix(whole, begin) {
				labels[i] = whole
				return ""
			}
		}
		return line
	})
	return text, labels
}

// inked is what of a text leaves ink, but for the marks of lists.
func inked(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '•' || r == '│' {
			return -1
		}
		return r
	}, s)
}
