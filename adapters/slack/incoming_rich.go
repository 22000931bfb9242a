package slack

import (
	"encoding/json"
	"strconv"
	"strings"
)

// richElement is a part of what somebody composed: Slack tells there what they
// saw, and in the text of the message how it is written.
type richElement struct {
	Type     string          `json:"type"`
	Text     string          `json:"text"`
	URL      string          `json:"url"`
	User     string          `json:"user_id"`
	Range    string          `json:"range"`
	Name     string          `json:"name"`
	Unicode  string          `json:"unicode"`
	Fallback string          `json:"fallback"`
	Value    string          `json:"value"`
	Style    json.RawMessage `json:"style"`
	Elements []richElement   `json:"elements"`
}

// composed is what the blocks of a message say; empty where they are of another kind.
func composed(raw json.RawMessage, w wording) string {
	var all []richElement
	if json.Unmarshal(raw, &all) != nil {
		return ""
	}
	var parts []string
	for _, b := range all {
		if b.Type != "rich_text" {
			return ""
		}
		for _, e := range b.Elements {
			parts = append(parts, strings.TrimRight(w.block(e), "\n"))
		}
	}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}

// block is a paragraph, a quotation or a list.
func (w wording) block(e richElement) string {
	if e.Type != "rich_text_list" {
		return w.inline(e.Elements)
	}
	var lines []string
	for i, item := range e.Elements {
		mark := "• "
		if string(e.Style) == `"ordered"` {
			mark = strconv.Itoa(i+1) + ". "
		}
		lines = append(lines, mark+w.inline(item.Elements))
	}
	return strings.Join(lines, "\n")
}

func (w wording) inline(all []richElement) string {
	var said strings.Builder
	for _, e := range all {
		said.WriteString(w.element(e))
	}
	return said.String()
}

func (w wording) element(e richElement) string {
	switch e.Type {
	case "user":
		return w.person(e.User, "")
	case "channel":
		return "#…"
	case "usergroup":
		return "@…"
	case "broadcast":
		return "@" + e.Range
	case "emoji":
		return drawn(e.Unicode, e.Name)
	case "date":
		return e.Fallback
	case "color":
		return e.Value
	case "link":
		return linkText(e.URL, e.Text)
	}
	return e.Text
}

// drawn is an emoji by its code points ("1f44d-1f3fb"), or by its name where it
// is one of the workspace's own.
func drawn(codes, name string) string {
	var drawn strings.Builder
	for code := range strings.SplitSeq(codes, "-") {
		n, err := strconv.ParseUint(code, 16, 32)
		if err != nil || n == 0 || n > 0x10FFFF {
			return ":" + name + ":"
		}
		drawn.WriteRune(rune(n))
	}
	return drawn.String()
}
