package fakeslack

import (
	"regexp"
	"strings"
)

// Shown is a message as a person sees it.
type Shown struct {
	TS     string
	Thread string
	Text   string
	Labels []string // of the buttons
	Images []string // alternative texts of the pictures
	Notice string   // what the notification says
	File   string   // name of a file that was shared
	Raw    map[string]any
}

// Shown gives what the bot wrote in the direct chat, as it looks now.
func (p *Person) Shown() (all []Shown) { return p.s.ShownIn(p.dm) }

// ShownIn gives what the bot wrote in a channel.
func (s *Server) ShownIn(channelID string) (all []Shown) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.channels[channelID] == nil {
		return nil
	}
	for _, m := range s.channels[channelID].messages {
		if m.User == BotUser {
			all = append(all, shownOf(m))
		}
	}
	return all
}

func shownOf(m *Message) Shown {
	s := Shown{TS: m.TS, Thread: m.Thread, Notice: plainly(m.Text), Raw: m.Args}
	s.File, _ = m.Args["file"].(string)
	s.Text, s.Labels = seen(m.Blocks)
	for _, raw := range m.Blocks {
		if b, _ := raw.(map[string]any); b["type"] == "image" {
			alt, _ := b["alt_text"].(string)
			s.Images = append(s.Images, alt)
		}
	}
	if len(m.Blocks) == 0 {
		s.Text = s.Notice
	}
	return s
}

// HomeText is what stands on the App Home, with its buttons in brackets; empty
// when none was published.
func (p *Person) HomeText() string {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if p.home == nil {
		return ""
	}
	blocks, _ := p.home.shown["blocks"].([]any)
	text, labels := seen(blocks)
	for _, l := range labels {
		text += " [" + l + "]"
	}
	return text
}

// Whispers are the messages that only this person saw.
func (p *Person) Whispers() []string {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return append([]string{}, p.whispers...)
}

// seen is what blocks look like: their texts, and the labels of the buttons.
func seen(blocks []any) (text string, labels []string) {
	var lines []string
	for _, raw := range blocks {
		b, _ := raw.(map[string]any)
		switch b["type"] {
		case "header", "section":
			lines = append(lines, textOf(b["text"]))
		case "context":
			list, _ := b["elements"].([]any)
			for _, e := range list {
				lines = append(lines, textOf(e))
			}
		case "rich_text":
			lines = append(lines, richText(b))
		case "actions":
			list, _ := b["elements"].([]any)
			for _, raw := range list {
				e, _ := raw.(map[string]any)
				labels = append(labels, textOf(e["text"]))
			}
		}
	}
	return strings.Join(lines, "\n"), labels
}

// textOf is a text object as it is read.
func textOf(raw any) string {
	t, _ := raw.(map[string]any)
	text, _ := t["text"].(string)
	return plainly(text)
}

// richText is a block of rich text as it is read: nothing in it is markup.
func richText(b map[string]any) string {
	var out strings.Builder
	list, _ := b["elements"].([]any)
	for _, raw := range list {
		e, _ := raw.(map[string]any)
		if text, ok := e["text"].(string); ok {
			out.WriteString(text)
		}
		if link, ok := e["url"].(string); ok {
			out.WriteString(" " + link)
		}
		out.WriteString(richText(e))
	}
	return out.String()
}

var (
	linkForm  = regexp.MustCompile(`<([^<>|]+)(?:\|([^<>]*))?>`)
	unescaped = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
)

// plainly reads links and escapes in a text as Slack shows them.
func plainly(text string) string {
	return unescaped.Replace(linkForm.ReplaceAllString(text, "$2 $1"))
}

// buttonOf finds a button by how its label begins.
func buttonOf(blocks []any, label string) map[string]any {
	for _, raw := range blocks {
		b, _ := raw.(map[string]any)
		list, _ := b["elements"].([]any)
		for _, raw := range list {
			e, _ := raw.(map[string]any)
			if e["type"] == "button" && strings.HasPrefix(textOf(e["text"]), label) {
				return e
			}
		}
	}
	return nil
}

// Shown is what the message of a call looks like.
func (c Call) Shown() Shown {
	m := Message{Args: c.Args}
	m.Text, _ = c.Args["text"].(string)
	if raw, ok := (call{args: c.Args}).part("blocks"); ok {
		m.Blocks, _ = raw.([]any)
	}
	return shownOf(&m)
}
