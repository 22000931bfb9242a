package faketelegram

import (
	"reflect"
	"slices"
)

// target is the message to edit.
func (c *Chat) target(in params) (*Message, error) {
	if in.values["message_id"] == "" {
		return nil, bad("message identifier is not specified")
	}
	_, m := c.find(in.number("message_id"))
	switch {
	case m == nil:
		return nil, bad("message to edit not found")
	case !m.Bot:
		return nil, bad("message can't be edited")
	}
	return m, nil
}

func (s *Server) editText(c *Chat, in params) (any, error) {
	m, err := c.target(in)
	if err != nil {
		return nil, err
	}
	if m.media() || m.Poll != "" {
		return nil, bad("there is no text in the message to edit")
	}
	return s.edited(c, m, in, "text")
}

func (s *Server) editCaption(c *Chat, in params) (any, error) {
	m, err := c.target(in)
	if err != nil {
		return nil, err
	}
	if !m.media() {
		return nil, bad("there is no caption in the message to edit")
	}
	return s.edited(c, m, in, "caption")
}

func (s *Server) editMarkup(c *Chat, in params) (any, error) {
	m, err := c.target(in)
	if err != nil {
		return nil, err
	}
	keyboard, err := keyboardOf(in)
	if err != nil {
		return nil, err
	}
	next := *m
	next.Keyboard = keyboard
	return s.replace(c, m, next)
}

// editMedia puts another photo in the place of one, or a photo in the place of
// a text.
func (s *Server) editMedia(c *Chat, in params) (any, error) {
	m, err := c.target(in)
	if err != nil {
		return nil, err
	}
	var media struct {
		Type      string `json:"type"`
		Media     string `json:"media"`
		Caption   string `json:"caption"`
		ParseMode string `json:"parse_mode"`
	}
	if err := in.decode("media", &media); err != nil {
		return nil, err
	}
	if media.Type != "photo" {
		return nil, bad("unsupported media type")
	}
	file, err := s.attached(in, media.Media)
	if err != nil {
		return nil, err
	}
	in.values["caption"], in.values["parse_mode"] = media.Caption, media.ParseMode
	next, err := s.compose(c, in, "caption")
	if err != nil {
		return nil, err
	}
	next.ID, next.Photo, next.Silent = m.ID, file.ID, m.Silent
	return s.replace(c, m, *next)
}

func (m *Message) media() bool { return m.Photo != "" || m.Document != "" }

func (s *Server) edited(c *Chat, m *Message, in params, name string) (any, error) {
	next, err := s.compose(c, in, name)
	if err != nil {
		return nil, err
	}
	next.ID, next.Photo, next.Document, next.Silent, next.ReplyTo = m.ID, m.Photo, m.Document, m.Silent, m.ReplyTo
	return s.replace(c, m, *next)
}

// replace shows the message in its new form, if that is one.
func (s *Server) replace(c *Chat, m *Message, next Message) (any, error) {
	if next.Text == m.Text && next.Photo == m.Photo && slices.Equal(next.Entities, m.Entities) &&
		(len(next.Keyboard)+len(m.Keyboard) == 0 || reflect.DeepEqual(next.Keyboard, m.Keyboard)) {
		return nil, bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message")
	}
	next.Edits = m.Edits + 1
	*m = next
	s.changed()
	return c.message(m), nil
}

func (s *Server) deleteMessage(c *Chat, in params) (any, error) {
	i, m := c.find(in.number("message_id"))
	if m == nil {
		return nil, bad("message to delete not found")
	}
	c.messages = slices.Delete(c.messages, i, i+1)
	return true, nil
}

// Delete takes a message away, as a person may do.
func (c *Chat) Delete(id int64) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if i, m := c.find(id); m != nil {
		c.messages = slices.Delete(c.messages, i, i+1)
	}
}
