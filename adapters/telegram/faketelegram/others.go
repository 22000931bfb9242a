package faketelegram

// The accounts that Telegram itself writes by.
const (
	anonymousAdmin = 1087968824 // @GroupAnonymousBot
	serviceAccount = 777000
)

// SayAnonymously lets an administrator type who does not show who they are.
func (g *Group) SayAnonymously(text string) {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	g.s.push("message", g.id, object{
		"message_id": g.s.nextMessage(), "date": g.s.o.Now().Unix(), "chat": g.wire(), "text": text, "entities": noticed(text),
		"from":        object{"id": anonymousAdmin, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot"},
		"sender_chat": g.wire(),
	})
}

// Forward brings a post of the channel that the group belongs to.
func (g *Group) Forward(text string) {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	channel := object{"id": -1_009_999, "type": "channel", "title": "Channel"}
	g.s.push("message", g.id, object{
		"message_id": g.s.nextMessage(), "date": g.s.o.Now().Unix(), "chat": g.wire(), "text": text, "entities": noticed(text),
		"from":        object{"id": serviceAccount, "is_bot": false, "first_name": "Telegram"},
		"sender_chat": channel, "is_automatic_forward": true,
		"forward_origin": object{"type": "channel", "chat": channel, "message_id": 5},
	})
}

// Edit lets somebody change what they typed.
func (p *Person) Edit(id int64, text string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	_, m := p.chat.find(id)
	if m == nil {
		return
	}
	m.Text, m.Entities = text, noticed(text)
	wire := p.chat.message(m)
	wire["edit_date"] = p.s.o.Now().Unix()
	p.s.push("edited_message", p.chat.id, wire)
}

// nextMessage is the id of a new message. The lock is held.
func (s *Server) nextMessage() int64 {
	s.last.message++
	return s.last.message
}
