package faketelegram

import (
	"fmt"
	"regexp"
	"strings"
)

// say puts what a person typed into the chat, and tells the bot.
func (c *Chat) say(p *Person, text string, to int64) int64 {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	text = trimmed(clean(text))
	m := &Message{By: p.id, Text: text, ReplyTo: to, Entities: noticed(text)}
	c.write(m)
	return m.ID
}

// write shows a person's message and queues the update. The lock is held.
func (c *Chat) write(m *Message) {
	if c.movedTo != 0 {
		c = c.s.chats[c.movedTo]
	}
	c.open = true
	wire := c.s.show(c, m)
	c.s.push("message", c.id, wire)
}

// noticed finds what Telegram itself marks: commands and names.
func noticed(text string) []Entity {
	var all []Entity
	for kind, form := range map[string]string{
		"bot_command": `(?:^|\s)(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)`,
		"mention":     `(?:^|[\s(,])(@[A-Za-z0-9_]{3,32})`,
	} {
		for _, at := range regexp.MustCompile(form).FindAllStringSubmatchIndex(text, -1) {
			all = append(all, Entity{Type: kind, Offset: units(text[:at[2]]), Length: units(text[at[2]:at[3]])})
		}
	}
	return all
}

// press tells the bot that a button was pressed.
func (c *Chat) press(p *Person, begin string, old bool) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	m, b, ok := c.button(begin)
	if !ok {
		return fmt.Errorf("no message has a button that begins with %q", begin)
	}
	if b.URL != "" {
		return fmt.Errorf("the button %q opens %s", b.Text, b.URL)
	}
	message := c.message(m)
	if old {
		message = object{"chat": c.wire(), "message_id": m.ID, "date": 0}
	}
	c.s.push("callback_query", c.id, object{
		"id": c.s.newQuery(), "from": c.s.user(p.id), "message": message,
		"chat_instance": "-42", "data": b.Data,
	})
	return nil
}

// ButtonURL is where the button leads whose text begins so, on the newest
// message that has one.
func (c *Chat) ButtonURL(begin string) string {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	_, b, _ := c.button(begin)
	return b.URL
}

// StartCode is the payload of a deep link.
func StartCode(link string) string {
	_, code, _ := strings.Cut(link, "?start=")
	return code
}
