package faketelegram

import (
	"fmt"
	"path"
)

// Person is somebody with the app, and a private chat with the bot.
type Person struct {
	s    *Server
	id   int64
	name string
	lang string
	chat *Chat

	album  string // the newest
	quotes int64  // the message that files are sent in answer to
}

// Person makes somebody who has not written to the bot yet; lang is the tag of
// their app, such as "nl-BE".
func (s *Server) Person(name, lang string) *Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last.user++
	p := &Person{s: s, id: s.last.user, name: name, lang: lang}
	p.chat = &Chat{s: s, id: p.id, kind: "private", person: p}
	s.chats[p.id] = p.chat
	return p
}

// ID is the user id, and that of the private chat.
func (p *Person) ID() int64 { return p.id }

// Chat is the private chat with the bot.
func (p *Person) Chat() *Chat { return p.chat }

// Say types a text.
func (p *Person) Say(text string) int64 { return p.chat.say(p, text, 0) }

// Reply types a text as an answer to a message.
func (p *Person) Reply(to int64, text string) int64 { return p.chat.say(p, text, to) }

// Press presses the button whose text begins so, on the newest message that has
// one.
func (p *Person) Press(begin string) error { return p.chat.press(p, begin, false) }

// PressOld does so on a message so old that Telegram no longer says what stood
// in it.
func (p *Person) PressOld(begin string) error { return p.chat.press(p, begin, true) }

// Photo sends a picture.
func (p *Person) Photo(body []byte, caption string) { p.chat.photo(p, body, caption, "") }

// Album sends pictures at once: so many messages that belong together.
func (p *Person) Album(caption string, bodies ...[]byte) {
	p.s.mu.Lock()
	p.s.last.query++
	p.album = fmt.Sprintf("13%d", p.s.last.query)
	p.s.mu.Unlock()
	p.chat.photo(p, bodies[0], caption, p.album)
	p.AlbumOn(bodies[1:]...)
}

// AlbumOn sends more pictures of the newest album, as they come when the network
// is slow.
func (p *Person) AlbumOn(bodies ...[]byte) {
	for _, body := range bodies {
		p.chat.photo(p, body, "", p.album)
	}
}

// Quoting lets the person send files in answer to a message.
func (p *Person) Quoting(to int64, send func()) {
	p.quotes = to
	send()
	p.quotes = 0
}

// Document sends a file. It is told to be as large as size, if that is more
// than its body.
func (p *Person) Document(name string, body []byte, size int64, caption string) {
	p.chat.attach(p, "document", name, body, size, caption)
}

// Voice sends a spoken message.
func (p *Person) Voice(body []byte) { p.chat.attach(p, "voice", "", body, 0, "") }

// Send sends something else, in wire format: {"sticker": {...}}.
func (p *Person) Send(parts map[string]any) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.chat.write(&Message{By: p.id, more: parts})
}

// Block stops the bot; what it writes is refused.
func (p *Person) Block() { p.shut("bot was blocked by the user") }

// Unblock lets it write again.
func (p *Person) Unblock() { p.shut("") }

// Deactivate ends the person's account.
func (p *Person) Deactivate() { p.shut(deactivated) }

func (p *Person) shut(why string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	before, after := "member", "member"
	if p.chat.shut != "" {
		before = "kicked"
	}
	if why != "" {
		after = "kicked"
	}
	p.chat.shut = why
	if before != after && why != deactivated { // nobody is there to shut anybody out
		p.chat.membership(p.id, before, after)
	}
}

// membership tells the bot that it may, or may no longer, write in a chat. The
// lock is held.
func (c *Chat) membership(by int64, before, after string) {
	me := func(status string) object { return object{"user": c.s.user(c.s.BotID()), "status": status} }
	c.s.push("my_chat_member", c.id, object{
		"chat": c.wire(), "from": c.s.user(by), "date": c.s.o.Now().Unix(),
		"old_chat_member": me(before), "new_chat_member": me(after),
	})
}

const deactivated = "user is deactivated"

func (s *Server) user(id int64) object {
	if id == s.BotID() {
		return object{"id": id, "is_bot": true, "first_name": "Fake", "username": s.o.Username}
	}
	out := object{"id": id, "is_bot": false, "first_name": "Somebody"}
	if c := s.chats[id]; c != nil && c.person != nil {
		out["first_name"] = c.person.name
		if c.person.lang != "" {
			out["language_code"] = c.person.lang
		}
	}
	return out
}

func (c *Chat) photo(p *Person, body []byte, caption, group string) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	small, large := c.s.keep("", body[:min(len(body), 20)]), c.s.keep("", body)
	more := object{"photo": []object{small.wire(), large.wire()}}
	if group != "" {
		more["media_group_id"] = group
	}
	c.write(&Message{By: p.id, Text: caption, ReplyTo: p.quotes, more: more})
}

func (c *Chat) attach(p *Person, kind, name string, body []byte, size int64, caption string) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	f := c.s.keep(name, body)
	f.Size = max(f.Size, size)
	if path.Ext(name) == "" {
		f.path += ".oga"
	}
	c.write(&Message{By: p.id, Text: caption, ReplyTo: p.quotes, more: object{kind: f.wire()}})
}

// Opened lets the bot write into a chat in which nobody has written yet, as
// after a start that is not to be seen.
func (c *Chat) Opened() {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	c.open = true
}
