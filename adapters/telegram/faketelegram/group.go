package faketelegram

// Group is a chat of several people and the bot. The bot is an administrator:
// it is told everything that is said.
type Group struct{ *Chat }

// Group makes one.
func (s *Server) Group(title string) *Group {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last.group++
	c := &Chat{s: s, id: -s.last.group, kind: "group", title: title}
	s.chats[c.id] = c
	return &Group{c}
}

// Join tells the bot that somebody came in.
func (g *Group) Join(p *Person) {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	g.write(&Message{By: p.id, more: object{"new_chat_members": []object{g.s.user(p.id)}}})
}

// Say lets somebody type in the group.
func (g *Group) Say(p *Person, text string) int64 { return g.say(p, text, 0) }

// Reply lets somebody answer a message of the group.
func (g *Group) Reply(p *Person, to int64, text string) int64 { return g.say(p, text, to) }

// Press lets somebody press a button in the group.
func (g *Group) Press(p *Person, begin string) error { return g.press(p, begin, false) }

// Remove takes the bot out of the group.
func (g *Group) Remove() {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	g.shut = "bot was kicked from the group chat"
	g.membership(g.s.last.user, "administrator", "kicked")
}

// Upgrade makes a supergroup of the group: it gets another id. quietly leaves
// the bot to find that out by itself.
func (g *Group) Upgrade(quietly bool) *Group {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	g.s.last.group++
	next := &Chat{s: g.s, id: -1_000_000_000_000 - g.s.last.group, kind: "supergroup", title: g.title}
	g.s.chats[next.id] = next
	if !quietly {
		by := g.s.BotID()
		g.s.push("message", g.id, g.s.show(g.Chat, &Message{By: by, more: object{"migrate_to_chat_id": next.id}}))
		g.s.push("message", next.id, g.s.show(next, &Message{By: by, more: object{"migrate_from_chat_id": g.id}}))
	}
	g.movedTo = next.id
	return &Group{next}
}
