package fakeslack

// Edit changes a message that the person wrote in the direct chat.
func (p *Person) Edit(ts, text string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	ch := p.s.channels[p.dm]
	m := ch.find(ts)
	was := m.json()
	m.Text, m.Edited = stored(text), p.s.ts()
	is := m.json()
	is["edited"] = answer{"user": p.id, "ts": m.Edited}
	p.changed(ch, answer{"subtype": "message_changed", "message": is, "previous_message": was})
}

// Unfurl lets Slack add the preview of a link to a message: to the app it looks
// like an edit that changes no word.
func (p *Person) Unfurl(ts string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	ch := p.s.channels[p.dm]
	m := ch.find(ts)
	is := m.json()
	is["attachments"] = []answer{{"title": "a page"}}
	p.changed(ch, answer{"subtype": "message_changed", "message": is, "previous_message": m.json()})
}

// TakeBack deletes a message that the person wrote; one with replies leaves a mark
// in its place.
func (p *Person) TakeBack(ts string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	ch := p.s.channels[p.dm]
	m := ch.find(ts)
	was, replied := m.json(), false
	for i, o := range ch.messages {
		replied = replied || o.Thread == ts
		if o == m {
			ch.messages = append(ch.messages[:i:i], ch.messages[i+1:]...)
		}
	}
	if replied {
		mark := answer{"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "text": "This message was deleted.", "ts": ts}
		p.changed(ch, answer{"subtype": "message_changed", "message": mark, "previous_message": was})
		return
	}
	p.changed(ch, answer{"subtype": "message_deleted", "deleted_ts": ts, "previous_message": was})
}

// changed brings the event of a change. The lock is held.
func (p *Person) changed(ch *channel, e answer) {
	at := p.s.ts()
	e["type"], e["channel"], e["channel_type"], e["ts"], e["event_ts"], e["hidden"] = "message", ch.id, "im", at, at, true
	p.s.eventLocked(p.team, p.id, e)
}

// Lock lets nobody write below a message of the direct chat.
func (p *Person) Lock(ts string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.s.channels[p.dm].find(ts).Locked = true
}

// OpenMessages opens the direct chat.
func (p *Person) OpenMessages() {
	p.s.event(p.team, p.id, answer{"type": "app_home_opened", "user": p.id, "channel": p.dm, "tab": "messages", "event_ts": "1"})
}

// MentionShared names the bot in a channel that several organisations share: the
// home workspace hears of it, also where the channel belongs to another one.
func (p *Person) MentionShared(channelID, owner, text string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if p.s.channels[channelID] == nil {
		p.s.channels[channelID] = &channel{id: channelID, team: HomeTeam, member: true}
	}
	ts := p.s.ts()
	p.s.bring(&delivery{kind: kindEvent, line: p.id, payload: answer{
		"token": "old", "team_id": owner, "api_app_id": AppID, "type": "event_callback", "is_ext_shared_channel": true,
		"event_id": p.s.id("Ev"), "event_time": p.s.o.Now().Unix(),
		"event": answer{
			"type": "app_mention", "user": p.id, "team": p.team, "text": "<@" + BotUser + "> " + stored(text), "ts": ts,
			"channel": channelID, "event_ts": ts,
		},
		"authorizations": []answer{{"team_id": HomeTeam, "user_id": BotUser, "is_bot": true}},
	}})
}

// UploadShared sends a file of which the event tells nothing but its name: it has
// to be asked for.
func (p *Person) UploadShared(server, name string, body []byte, text string) {
	e := p.filed(server, name, body, len(body), answer{})
	files, _ := e["files"].([]answer)
	e["files"] = []answer{{"id": files[0]["id"], "file_access": "check_file_info", "created": 0, "timestamp": 0, "user": p.id}}
	p.message(text, e)
}

// Compose sends a message with what the person saw beside how it is written.
func (p *Person) Compose(text string, elements ...map[string]any) {
	p.message(text, answer{"blocks": []answer{{
		"type": "rich_text", "block_id": "b", "elements": []answer{{"type": "rich_text_section", "elements": elements}},
	}}})
}

// Stored sends a message whose text is as Slack keeps it.
func (p *Person) Stored(text string) { p.message("", answer{"text": text}) }
