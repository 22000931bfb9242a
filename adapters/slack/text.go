package slack

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"visesbot/bot"
	"visesbot/flows"
)

// escaped writes text so that nothing in it is a mention, a link or a
// character that Slack reads: the three that it asks for, and no others.
func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(sound(s))
}

// sound is text that Slack takes: valid, and without NUL.
func sound(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

var markForm = regexp.MustCompile(`:[a-z0-9_+'-]+:|(?m)^\s*>`)

// marked tells whether Slack would read a text as markup: stars, underscores,
// tildes and backticks, names of emoji, and quotations.
func marked(s string) bool {
	return strings.ContainsAny(s, "*_~`") || markForm.MatchString(s)
}

// dense tells whether a text would grow too much by being escaped, or is too
// long for a section.
func dense(s string) bool {
	n := units(escaped(s))
	return n > 2*units(s)+8 || n > maxSection-100
}

// units counts characters as Slack may count them: in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// first cuts a text to so many units at most, between characters.
func first(s string, most int) string {
	for i, r := range s {
		if most--; r > 0xFFFF {
			most--
		}
		if most < 0 {
			return s[:i]
		}
	}
	return s
}

func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && r != 0 }) < 0
}

// linked tells whether Slack would make a link of an address.
func linked(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http") && units(address) <= maxValue &&
		!strings.ContainsAny(address, "<>| \"\x00\n")
}

// How much of a message its fallback says, and of its picture and its buttons
// each; written out it at most grows by five.
const (
	maxSpoken = maxFallback / 10
	maxBeside = maxSpoken / 2
)

// fallback is what a notification says, and whoever cannot see blocks hears: the
// words, what is to be seen, and the buttons by their names.
func fallback(m bot.Message) string {
	return spelt(m, maxSpoken)
}

// bare is a message in words alone, where Slack takes no blocks: the names of the
// buttons can be typed.
func bare(m bot.Message) string {
	return spelt(m, maxLines)
}

// spelt is so much of a message in words.
func spelt(m bot.Message, most int) string {
	picture := ""
	if said := words(m.Lines); m.Media != nil && !blank(m.Media.Alt) && !strings.Contains(said, m.Media.Alt) {
		picture = "[" + first(strings.TrimSpace(m.Media.Alt), maxBeside) + "]"
	}
	parts := []string{first(words(m.Lines), most), picture, first(named(m.Buttons), maxBeside)}
	text := escaped(strings.Join(slices.DeleteFunc(parts, blank), "\n"))
	if blank(text) {
		return "…"
	}
	return text
}

// words are those of lines, with their links.
func words(all []flows.Line) string {
	var lines []string
	for _, l := range all {
		if said := strings.TrimSpace(l.Text + " " + l.URL); said != "" {
			lines = append(lines, said)
		}
	}
	return strings.Join(lines, "\n")
}

// named are the names of buttons.
func named(rows [][]flows.Button) string {
	var all []string
	for _, row := range rows {
		for _, b := range row {
			if !blank(b.Label) {
				all = append(all, "["+b.Label+"]")
			}
		}
	}
	return strings.Join(all, " ")
}

// spoken is what a line says, with the mark that its style has.
func spoken(l flows.Line) string {
	if l.Style == flows.Bullet {
		return "• " + l.Text
	}
	return l.Text
}
