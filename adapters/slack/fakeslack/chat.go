package fakeslack

import (
	"encoding/json"
	"strings"
)

// channel is a place for messages.
type channel struct {
	id       string
	team     string
	person   *Person // of a direct chat
	member   bool    // the bot is in it
	archived bool
	messages []*Message
}

// Message is a message as Slack keeps it.
type Message struct {
	TS     string
	Thread string
	User   string // who wrote it
	Text   string
	Blocks []any
	Edited string // when it was edited last
	Locked bool   // nothing may be written below it
	Args   map[string]any
}

// channelFor finds the channel of a call, or the word of refusal. A user stands
// for the direct chat with them.
func (c call) channelFor(id string) (*channel, string) {
	if p := c.s.people[id]; p != nil {
		id = p.dm
	}
	ch := c.s.channels[id]
	switch {
	case ch == nil || ch.team != c.team:
		return nil, "channel_not_found"
	case ch.archived:
		return nil, "is_archived"
	case ch.person != nil && ch.person.gone:
		return nil, "channel_not_found"
	case !ch.member:
		return nil, "not_in_channel"
	}
	return ch, ""
}

// written reads what a message says, or refuses it.
func (c call) written() (m Message, refused answer) {
	raw, ok := c.part("blocks")
	if !ok {
		return m, problem("invalid_blocks_format")
	}
	blocks, isList := raw.([]any)
	if raw != nil && !isList {
		return m, problem("invalid_blocks_format")
	}
	m = Message{Text: c.text("text"), Blocks: blocks, User: BotUser, Args: c.args}
	switch {
	case m.Text == "" && len(blocks) == 0:
		return m, problem("no_text")
	case units(m.Text) > messageText:
		return m, problem("msg_too_long")
	}
	check := c.s.checker()
	check.blocks(blocks, "/blocks", messageBlocks, false)
	if len(check.wrong) > 0 {
		return m, problem("invalid_blocks", check.wrong...)
	}
	if check.total > messageTotal {
		return m, problem("msg_blocks_too_long")
	}
	return m, nil
}

// post is chat.postMessage.
func (c call) post() answer {
	ch, word := c.channelFor(c.text("channel"))
	if word != "" {
		return problem(word)
	}
	m, refused := c.written()
	if refused != nil {
		return refused
	}
	m.TS, m.Thread = c.s.ts(), c.text("thread_ts")
	if word := ch.below(m.Thread); word != "" {
		return problem(word)
	}
	ch.messages = append(ch.messages, &m)
	c.echo(ch, m.json())
	return answer{"ok": true, "channel": ch.id, "ts": m.TS, "message": m.json()}
}

// echo tells the bot what it wrote itself in a direct chat, as Slack does.
func (c call) echo(ch *channel, e answer) {
	if ch.person == nil {
		return
	}
	e["channel"], e["channel_type"], e["event_ts"] = ch.id, "im", e["ts"]
	c.s.eventLocked(ch.team, ch.person.id, e)
}

// update is chat.update.
func (c call) update() answer {
	ch, word := c.channelFor(c.text("channel"))
	if word != "" {
		return problem(word)
	}
	m := ch.find(c.text("ts"))
	switch {
	case m == nil:
		return problem("message_not_found")
	case m.User != BotUser:
		return problem("cant_update_message")
	}
	next, refused := c.written()
	if refused != nil {
		return refused
	}
	m.Text, m.Blocks, m.Args, m.Edited = next.Text, next.Blocks, next.Args, c.s.ts()
	c.echo(ch, answer{"type": "message", "subtype": "message_changed", "message": m.json(), "ts": m.Edited, "hidden": true})
	return answer{"ok": true, "channel": ch.id, "ts": m.TS, "text": m.Text, "message": m.json()}
}

// whisper is chat.postEphemeral.
func (c call) whisper() answer {
	ch, word := c.channelFor(c.text("channel"))
	p := c.s.people[c.text("user")]
	switch {
	case word != "":
		return problem(word)
	case p == nil:
		return problem("user_not_found")
	}
	m, refused := c.written()
	if refused != nil {
		return refused
	}
	p.whispers = append(p.whispers, plainly(m.Text))
	return answer{"ok": true, "message_ts": c.s.ts(), "channel": ch.id}
}

// open is conversations.open.
func (c call) open() answer {
	p := c.s.people[c.text("users")]
	switch {
	case p == nil:
		return problem("user_not_found")
	case p.team != c.team:
		return problem("user_not_visible")
	case p.gone:
		return problem("user_disabled")
	}
	return answer{"ok": true, "channel": answer{"id": p.dm}}
}

// usersInfo is users.info.
func (c call) usersInfo() answer {
	p := c.s.people[c.text("user")]
	if p == nil { // of people of other organisations something is told as well
		return problem("user_not_found")
	}
	user := answer{
		"id": p.id, "team_id": p.team, "name": strings.ToLower(p.name), "real_name": p.name, "tz": p.zone,
		"profile": answer{"display_name": p.name, "real_name": p.name},
	}
	if c.text("include_locale") == "true" {
		user["locale"] = p.locale
	}
	return answer{"ok": true, "user": user}
}

// below tells why nothing may be written in a thread, or "".
func (ch *channel) below(root string) string {
	if root == "" {
		return ""
	}
	m := ch.find(root)
	switch {
	case m == nil:
		return "thread_not_found"
	case m.Locked:
		return "cannot_reply_to_message"
	}
	return ""
}

func (ch *channel) find(ts string) *Message {
	for _, m := range ch.messages {
		if m.TS == ts {
			return m
		}
	}
	return nil
}

// json is the message as events and interactions show it.
func (m *Message) json() answer {
	a := answer{"type": "message", "user": m.User, "ts": m.TS, "text": m.Text}
	if m.User == BotUser {
		a["bot_id"], a["app_id"] = BotID, AppID
	}
	if m.Blocks != nil {
		a["blocks"] = m.Blocks
	}
	if m.Thread != "" {
		a["thread_ts"] = m.Thread
	}
	if m.Edited != "" {
		a["edited"] = answer{"user": BotUser, "ts": m.Edited}
	}
	return a
}

// units counts characters as Slack may count them.
func units(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

func asJSON(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		return []byte("null")
	}
	return text
}
