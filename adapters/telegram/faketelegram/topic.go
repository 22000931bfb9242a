package faketelegram

// general is the topic that everything else belongs to. It has to be left out.
const general = 1

// topic reads in which topic something is to be shown. The lock is held.
func (c *Chat) topic(in params) (int64, error) {
	topic := in.number("message_thread_id")
	switch {
	case topic == general:
		return 0, bad("message thread not found")
	case c.closed[max(topic, general)]:
		return 0, bad("TOPIC_CLOSED")
	}
	return topic, nil
}

// SayIn lets somebody type in a topic of the group.
func (g *Group) SayIn(p *Person, topic int64, text string) {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	g.write(&Message{By: p.id, Text: text, Entities: noticed(text), Topic: topic})
}

// Close ends a topic: nobody can write in it any more. General is 1.
func (g *Group) Close(topic int64) {
	g.s.mu.Lock()
	defer g.s.mu.Unlock()
	if g.closed == nil {
		g.closed = map[int64]bool{}
	}
	g.closed[topic] = true
}
