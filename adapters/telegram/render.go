package telegram

import (
	"net/url"
	"regexp"
	"strings"

	"visesbot/flows"
)

// htmlOf writes lines in the HTML of the Bot API. It adds at most two characters
// a line that count.
func htmlOf(lines []flows.Line) string {
	var out strings.Builder
	for i, l := range lines {
		if i > 0 {
			out.WriteString(between(lines[i-1], l))
		}
		out.WriteString(lineOf(l))
	}
	return out.String()
}

// between is what separates two lines: an empty line, but not within a list.
func between(before, l flows.Line) string {
	if before.Style == l.Style && (l.Style == flows.Bullet || l.Style == flows.Body && numbered(before.Text) && numbered(l.Text)) {
		return "\n"
	}
	return "\n\n"
}

// numbered tells whether a line is an entry of a list of choices.
func numbered(text string) bool { return regexp.MustCompile(`^\d{1,3}\. `).MatchString(text) }

func lineOf(l flows.Line) string {
	text := underlined(l)
	switch l.Style {
	case flows.Heading:
		return "<b>" + text + "</b>"
	case flows.Hint:
		return "<i>" + text + "</i>"
	case flows.Bullet:
		return "• " + text
	case flows.Own:
		return "<blockquote>" + text + "</blockquote>"
	case flows.Link:
		return link(l)
	default:
		return text
	}
}

// underlined is the text of a line with its marks.
func underlined(l flows.Line) string {
	if len(l.Marks) == 0 {
		return escaped(l.Text)
	}
	var out strings.Builder
	for _, s := range l.Spans() {
		if s.Mark == nil {
			out.WriteString(escaped(s.Text))
			continue
		}
		out.WriteString("<u>" + escaped(s.Text) + "</u>")
	}
	return out.String()
}

// link is a text that leads somewhere; an address that Telegram would not take
// is written out.
func link(l flows.Line) string {
	if l.Text == "" {
		l.Text = l.URL
	}
	if u, err := url.Parse(l.URL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return escaped(strings.TrimSpace(l.Text + " " + l.URL))
	}
	return `<a href="` + escaped(l.URL) + `">` + escaped(l.Text) + "</a>"
}

// escaped is text that is no markup.
func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(strings.ToValidUTF8(s, "\uFFFD"))
}
