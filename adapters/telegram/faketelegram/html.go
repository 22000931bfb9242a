package faketelegram

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Entity is a stretch of a text that looks otherwise. Offset and Length count
// UTF-16 units.
type Entity struct {
	Type   string `json:"type"`
	Offset int    `json:"offset"`
	Length int    `json:"length"`
	URL    string `json:"url,omitempty"`
}

// parser reads the HTML of the Bot API; at counts bytes.
type parser struct {
	in       string
	at       int
	out      strings.Builder
	units    int
	open     []tag
	entities []Entity
}

type tag struct {
	name, kind, url string
	from            int // units
}

// parseHTML gives the text and its entities. What is wrong is told as Telegram
// tells it, with the place in bytes.
func parseHTML(in string) (string, []Entity, error) {
	p := parser{in: in}
	for p.at < len(p.in) {
		var err error
		switch {
		case strings.HasPrefix(p.in[p.at:], "</"):
			err = p.end()
		case p.in[p.at] == '<':
			err = p.start()
		default:
			p.text()
		}
		if err != nil {
			return "", nil, err
		}
	}
	if n := len(p.open); n > 0 {
		return "", nil, fmt.Errorf("Can't find end tag corresponding to start tag %q", p.open[n-1].name)
	}
	slices.SortStableFunc(p.entities, func(a, b Entity) int { return a.Offset - b.Offset })
	return p.out.String(), p.entities, nil
}

// text takes one character, or one character reference.
func (p *parser) text() {
	if p.in[p.at] == '&' {
		if r, n := reference(p.in[p.at:]); n > 0 {
			p.put(r)
			p.at += n
			return
		}
	}
	r, n := utf8.DecodeRuneInString(p.in[p.at:])
	p.put(r)
	p.at += n
}

func (p *parser) put(r rune) {
	p.out.WriteRune(r)
	p.units += unitsOf(r)
}

// start takes a start tag.
func (p *parser) start() error {
	from := p.at
	p.at++
	name := strings.ToLower(p.until(" \t\r\n>"))
	if p.at >= len(p.in) {
		return fmt.Errorf("Unclosed start tag at byte offset %d", from)
	}
	kind, known := kinds(name)
	if !known {
		return fmt.Errorf("Unsupported start tag %q at byte offset %d", name, from)
	}
	attributes, err := p.attributes(name, from)
	if err != nil {
		return err
	}
	if name == "span" && attributes["class"] != "tg-spoiler" {
		return fmt.Errorf(`Tag "span" must have class "tg-spoiler" at byte offset %d`, from)
	}
	p.open = append(p.open, tag{name, kind, attributes["href"], p.units})
	return nil
}

// attributes takes everything up to the end of a start tag.
func (p *parser) attributes(name string, from int) (map[string]string, error) {
	all := map[string]string{}
	for {
		p.spaces()
		if p.at >= len(p.in) {
			return nil, fmt.Errorf("Unclosed start tag at byte offset %d", from)
		}
		if p.in[p.at] == '>' {
			p.at++
			return all, nil
		}
		key := p.until(" \t\r\n=>")
		if key == "" {
			return nil, fmt.Errorf("Empty attribute name in the tag %q at byte offset %d", name, from)
		}
		if p.spaces(); p.at >= len(p.in) || p.in[p.at] != '=' {
			return nil, fmt.Errorf("Expected equal sign in declaration of an attribute of the tag %q at byte offset %d", name, from)
		}
		p.at++
		if p.spaces(); p.at >= len(p.in) {
			return nil, fmt.Errorf("Unclosed start tag %q at byte offset %d", name, from)
		}
		value, err := p.value(from)
		if err != nil {
			return nil, err
		}
		all[strings.ToLower(key)] = value
	}
}

// value takes the value of an attribute, in quotes or not.
func (p *parser) value(from int) (string, error) {
	quote := p.in[p.at]
	if quote != '"' && quote != '\'' {
		value := p.until(" \t\r\n>")
		if bare := strings.Trim(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"); bare != "" || p.at >= len(p.in) {
			return "", fmt.Errorf("Unexpected end of name token at byte offset %d", p.at-len(value))
		}
		return value, nil
	}
	p.at++
	value := p.until(string(quote))
	if p.at >= len(p.in) {
		return "", fmt.Errorf("Unclosed start tag at byte offset %d", from)
	}
	p.at++
	return unescape(value), nil
}

// end takes an end tag.
func (p *parser) end() error {
	from := p.at
	if len(p.open) == 0 {
		return fmt.Errorf("Unexpected end tag at byte offset %d", from)
	}
	p.at += 2
	name := strings.ToLower(strings.TrimRight(p.until(">"), " \t\r\n"))
	if p.at >= len(p.in) {
		return fmt.Errorf("Unclosed end tag at byte offset %d", from)
	}
	p.at++
	last := p.open[len(p.open)-1]
	if name != "" && name != last.name {
		return fmt.Errorf("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\"", from, last.name, name)
	}
	p.open = p.open[:len(p.open)-1]
	if length := p.units - last.from; length > 0 && (last.kind != "text_link" || last.url != "") {
		p.entities = append(p.entities, Entity{last.kind, last.from, length, last.url})
	}
	return nil
}

func (p *parser) until(any string) string {
	from := p.at
	if n := strings.IndexAny(p.in[from:], any); n >= 0 {
		p.at += n
	} else {
		p.at = len(p.in)
	}
	return p.in[from:p.at]
}

func (p *parser) spaces() {
	for p.at < len(p.in) && strings.IndexByte(" \t\r\n", p.in[p.at]) >= 0 {
		p.at++
	}
}

func kinds(name string) (string, bool) {
	kind, ok := map[string]string{
		"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
		"s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
		"a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler", "span": "spoiler", "tg-emoji": "custom_emoji",
	}[name]
	return kind, ok
}

// reference reads a character reference at the beginning of s; Telegram knows
// four names, and numbers.
func reference(s string) (rune, int) {
	for name, r := range map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"'} {
		if strings.HasPrefix(s[1:], name) {
			return r, len(name) + 1 + semicolon(s[len(name)+1:])
		}
	}
	digits, base := strings.TrimPrefix(s[1:], "#"), 10
	if len(digits) == len(s)-1 {
		return 0, 0
	}
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	end := strings.IndexFunc(digits, func(r rune) bool { return !strings.ContainsRune("0123456789abcdefABCDEF"[:base+6*(base/16)], r) })
	if end < 0 {
		end = len(digits)
	}
	n, err := strconv.ParseInt(digits[:end], base, 32)
	if err != nil || n <= 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, 0
	}
	used := len(s) - len(digits) + end
	return rune(n), used + semicolon(s[used:])
}

func semicolon(rest string) int {
	if strings.HasPrefix(rest, ";") {
		return 1
	}
	return 0
}

func unescape(s string) string {
	p := parser{in: s}
	for p.at < len(s) {
		p.text()
	}
	return p.out.String()
}

func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// units counts UTF-16 units, as Telegram does.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}
