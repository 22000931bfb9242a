package faketelegram

import (
	"strings"
)

// The sizes that Telegram publishes, in UTF-16 units but for the last two.
const (
	textMax     = 4096
	captionMax  = 1024
	dataMax     = 64     // bytes
	keyboardMax = 10_000 // bytes
)

func (s *Server) sendMessage(c *Chat, in params) (any, error) {
	m, err := s.compose(c, in, "text")
	if err != nil {
		return nil, err
	}
	return s.show(c, m), nil
}

// compose reads what sending and editing have in common: the text under its
// name, and the keyboard.
func (s *Server) compose(c *Chat, in params, name string) (*Message, error) {
	text, entities, err := formatted(in, name)
	if err != nil {
		return nil, err
	}
	keyboard, err := keyboardOf(in)
	if err != nil {
		return nil, err
	}
	m := &Message{
		Bot: true, By: s.BotID(), Text: text, Entities: entities, Keyboard: keyboard,
		Silent: in.flag("disable_notification"), Preview: previewed(in),
	}
	if m.Topic, err = c.topic(in); err != nil {
		return nil, err
	}
	if to := in.number("reply_to_message_id"); to != 0 {
		m.ReplyTo = to
	}
	var reply struct {
		To int64 `json:"message_id"`
	}
	if err := in.decode("reply_parameters", &reply); err != nil {
		return nil, err
	}
	if reply.To != 0 {
		if _, found := c.find(reply.To); found == nil {
			return nil, bad("message to be replied not found")
		}
		m.ReplyTo = reply.To
	}
	return m, nil
}

func previewed(in params) bool {
	var options struct {
		Disabled bool `json:"is_disabled"`
	}
	_ = in.decode("link_preview_options", &options)
	return !options.Disabled && !in.flag("disable_web_page_preview")
}

// formatted reads a text: its markup, then its length.
func formatted(in params, name string) (string, []Entity, error) {
	text := clean(in.values[name])
	var entities []Entity
	switch mode := strings.ToLower(in.values["parse_mode"]); mode {
	case "":
	case "html":
		var err error
		if text, entities, err = parseHTML(text); err != nil {
			return "", nil, bad("can't parse entities: %v", err)
		}
	default:
		return "", nil, bad("unsupported parse_mode")
	}
	length := units(trimmed(text))
	switch {
	case name == "text" && length == 0:
		return "", nil, bad("message text is empty")
	case name == "text" && length > textMax:
		return "", nil, bad("message is too long")
	case name == "caption" && length > captionMax:
		return "", nil, bad("message caption is too long")
	}
	return trimmed(text), entities, nil
}

func trimmed(s string) string { return strings.TrimRight(strings.TrimLeft(s, " \t\r\n"), " \t\r\n") }

// clean drops what cannot be seen.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return -1
		case r < ' ' && r != '\n':
			return ' '
		}
		return r
	}, s)
}

func keyboardOf(in params) ([][]Button, error) {
	raw := in.values["reply_markup"]
	if raw == "" {
		return nil, nil
	}
	var markup struct {
		Rows [][]Button `json:"inline_keyboard"`
	}
	if err := in.decode("reply_markup", &markup); err != nil {
		return nil, bad("can't parse reply keyboard markup JSON object")
	}
	if len(raw) > keyboardMax {
		return nil, bad("reply markup is too long")
	}
	n := 0
	for _, row := range markup.Rows {
		for _, b := range row {
			if n++; n > 100 {
				return nil, bad("reply markup is too long")
			}
			if err := b.check(); err != nil {
				return nil, err
			}
		}
	}
	return markup.Rows, nil
}

func (b Button) check() error {
	switch {
	case strings.TrimSpace(b.Text) == "":
		return bad(`can't parse inline keyboard button: Field "text" must be of type String`)
	case b.Data == "" && b.URL == "":
		return bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
	case len(b.Data) > dataMax:
		return bad("BUTTON_DATA_INVALID")
	case b.URL != "" && !strings.HasPrefix(b.URL, "https://") && !strings.HasPrefix(b.URL, "http://") && !strings.HasPrefix(b.URL, "tg://"):
		return bad("inline keyboard button URL '%s' is invalid: Unsupported URL protocol", b.URL)
	}
	return nil
}

// show puts a message into a chat and gives it in wire format. The lock is held.
func (s *Server) show(c *Chat, m *Message) object {
	s.last.message++
	m.ID = s.last.message
	c.messages = append(c.messages, m)
	s.changed()
	return c.message(m)
}
