package faketelegram

import (
	"slices"
	"strings"
)

// Chat is one chat as everybody in it sees it.
type Chat struct {
	s        *Server
	id       int64
	kind     string // private, group, supergroup
	title    string
	person   *Person // of a private chat
	messages []*Message
	open     bool   // somebody has written here
	shut     string // why the bot cannot write here
	movedTo  int64
	actions  []string
	closed   map[int64]bool // topics in which nobody can write; General is 1
}

// Message is one message as it is to be seen.
type Message struct {
	ID          int64
	Bot         bool   // the bot wrote it
	By          int64  // user id of the writer
	Text        string // or the caption
	Entities    []Entity
	Photo       string // id of the photo's file, or ""
	Document    string // id of the document's file, or ""
	Voice       string // id of the spoken message\'s file, or ""
	Album       string // what was sent together has one
	Poll        string // the question of a poll
	PollOptions []string
	Keyboard    [][]Button
	Edits       int
	Silent      bool // no sound
	ReplyTo     int64
	Topic       int64 // 0: General, or a chat without topics
	Preview     bool  // links show what is behind them

	poll *poll
	more object // parts of a person's message in wire format
}

// Button is one button of an inline keyboard.
type Button struct {
	Text string `json:"text"`
	Data string `json:"callback_data,omitempty"`
	URL  string `json:"url,omitempty"`
}

// ID is the chat's id: negative for a group.
func (c *Chat) ID() int64 { return c.id }

func (c *Chat) private() bool { return c.kind == "private" }

// Messages gives the chat as it looks now, oldest first. They are copies.
func (c *Chat) Messages() []Message {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	all := make([]Message, 0, len(c.messages))
	for _, m := range c.messages {
		one := *m
		one.Keyboard = slices.Clone(m.Keyboard)
		all = append(all, one)
	}
	return all
}

// FromBot gives only what the bot wrote.
func (c *Chat) FromBot() []Message {
	return slices.DeleteFunc(c.Messages(), func(m Message) bool { return !m.Bot })
}

// Actions gives the chat actions that the bot showed ("typing"), oldest first.
func (c *Chat) Actions() []string {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	return slices.Clone(c.actions)
}

// button finds the newest message with a button whose text begins so. The lock
// is held.
func (c *Chat) button(begin string) (*Message, Button, bool) {
	for _, m := range slices.Backward(c.messages) {
		for _, b := range slices.Concat(m.Keyboard...) {
			if m.Bot && strings.HasPrefix(b.Text, begin) {
				return m, b, true
			}
		}
	}
	return nil, Button{}, false
}

func (c *Chat) find(id int64) (int, *Message) {
	for i, m := range c.messages {
		if m.ID == id {
			return i, m
		}
	}
	return 0, nil
}

func (c *Chat) wire() object {
	out := object{"id": c.id, "type": c.kind}
	if c.private() {
		out["first_name"] = c.person.name
	} else {
		out["title"] = c.title
	}
	return out
}

// wire is a message in wire format. The lock is held.
func (c *Chat) message(m *Message) object {
	out := object{"message_id": m.ID, "date": c.s.o.Now().Unix(), "chat": c.wire(), "from": c.s.user(m.By)}
	text, entities := "text", "entities"
	if m.Photo != "" || m.Document != "" || m.Voice != "" || m.more != nil {
		text, entities = "caption", "caption_entities"
	}
	if m.Text != "" {
		out[text] = m.Text
	}
	if len(m.Entities) > 0 {
		out[entities] = m.Entities
	}
	if m.Bot && m.Photo != "" {
		out["photo"] = []object{c.s.files[m.Photo].wire()}
	}
	if m.Bot && m.Document != "" {
		out["document"] = c.s.files[m.Document].wire()
	}
	if m.Bot && m.Voice != "" {
		out["voice"] = c.s.files[m.Voice].wire()
	}
	if m.Album != "" {
		out["media_group_id"] = m.Album
	}
	if m.poll != nil {
		out["poll"] = m.poll.wire(m.Poll)
	}
	if len(m.Keyboard) > 0 {
		out["reply_markup"] = object{"inline_keyboard": m.Keyboard}
	}
	if m.Topic != 0 {
		out["message_thread_id"], out["is_topic_message"] = m.Topic, true
	}
	if _, to := c.find(m.ReplyTo); to != nil {
		out["reply_to_message"] = c.message(to)
	}
	for key, v := range m.more {
		out[key] = v
	}
	return out
}

func (s *Server) getChat(c *Chat, _ params) (any, error) { return c.wire(), nil }
