package fakeslack

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// Person is a member of a workspace, who has a direct chat with the bot. What
// they do is brought to the app; they do not wait for it unless it is said so.
type Person struct {
	s            *Server
	id, team, dm string
	name         string
	locale, zone string
	gone         bool
	form         *view
	home         *view
	whispers     []string
}

// Person adds somebody to the home workspace; the locale is like "nl-BE".
func (s *Server) Person(name, locale string) *Person { return s.PersonOf(HomeTeam, name, locale) }

// PersonOf adds somebody to a workspace.
func (s *Server) PersonOf(team, name, locale string) *Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := &Person{s: s, id: s.id("U"), dm: s.id("D"), team: team, name: name, locale: locale, zone: "Europe/Brussels"}
	s.people[p.id] = p
	s.channels[p.dm] = &channel{id: p.dm, team: team, person: p, member: true}
	return p
}

// Lives sets the time zone of the person's profile, which is Europe/Brussels
// otherwise.
func (p *Person) Lives(zone string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.zone = zone
}

// ID is the user's.
func (p *Person) ID() string { return p.id }

// Team is the workspace's.
func (p *Person) Team() string { return p.team }

// Chat is the channel of the direct chat with the bot.
func (p *Person) Chat() string { return p.dm }

// write is text as Slack stores what people type.
func stored(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}

// Say sends a message in the direct chat, and gives its name.
func (p *Person) Say(text string) string { return p.message(text, answer{}) }

// SayIn sends one in a thread of the direct chat.
func (p *Person) SayIn(thread, text string) string {
	return p.message(text, answer{"thread_ts": thread})
}

func (p *Person) message(text string, more answer) string {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	m := &Message{TS: p.s.ts(), User: p.id, Text: stored(text)}
	m.Thread, _ = more["thread_ts"].(string)
	ch := p.s.channels[p.dm]
	ch.messages = append(ch.messages, m)
	e := answer{
		"type": "message", "user": p.id, "text": m.Text, "ts": m.TS, "channel": p.dm, "channel_type": "im", "event_ts": m.TS,
		"client_msg_id": p.s.id("c"), "team": p.team,
	}
	for key, value := range more {
		e[key] = value
	}
	p.s.eventLocked(p.team, p.id, e)
	return m.TS
}

// Upload sends a file, with a word about it. The address of the server is
// what the file can be fetched below.
func (p *Person) Upload(server, name string, body []byte, text string) {
	p.UploadAs(server, name, body, len(body), text)
}

// UploadIn is Upload into a thread of the direct chat.
func (p *Person) UploadIn(thread, server, name string, body []byte, text string) {
	p.message(text, p.filed(server, name, body, len(body), answer{"thread_ts": thread}))
}

// UploadAs is Upload of a file that is said to have another size.
func (p *Person) UploadAs(server, name string, body []byte, size int, text string) {
	p.message(text, p.filed(server, name, body, size, answer{}))
}

// filed is what the event of a message has for its file.
func (p *Person) filed(server, name string, body []byte, size int, e answer) answer {
	p.s.mu.Lock()
	f := &file{id: p.s.id("F"), name: name, team: p.team, size: len(body), body: body, done: true}
	p.s.files[f.id] = f
	p.s.mu.Unlock()
	link := strings.TrimRight(server, "/") + "/files/" + f.id
	e["subtype"], e["files"] = "file_share", []answer{{
		"id": f.id, "name": name, "mimetype": "application/octet-stream", "size": size, "mode": "hosted",
		"url_private": link, "url_private_download": link,
	}}
	return e
}

// Mention names the bot in a channel, which is made when it is not there.
func (p *Person) Mention(channelID, text string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if p.s.channels[channelID] == nil {
		p.s.channels[channelID] = &channel{id: channelID, team: p.team, member: true}
	}
	ts := p.s.ts()
	p.s.eventLocked(p.team, p.id, answer{
		"type": "app_mention", "user": p.id, "text": "<@" + BotUser + "> " + stored(text), "ts": ts, "channel": channelID, "event_ts": ts,
	})
}

// Command types /vises with some text, in the direct chat or anywhere else.
func (p *Person) Command(text string, direct bool) {
	p.s.mu.Lock()
	in, called := "C0GENERAL", "general"
	if direct {
		in, called = p.dm, "directmessage"
	}
	d := p.s.bring(&delivery{kind: kindCommand, line: p.id, payload: answer{
		"token": "old", "team_id": p.team, "team_domain": "home", "channel_id": in, "channel_name": called,
		"user_id": p.id, "user_name": strings.ToLower(p.name), "command": "/vises", "text": text,
		"api_app_id": AppID, "is_enterprise_install": "false", "response_url": "", "trigger_id": p.s.newTrigger(p),
	}})
	p.s.mu.Unlock()
	p.s.work.Go(func() {
		select {
		case r := <-d.done:
			var said struct {
				Text string `json:"text"`
			}
			p.s.mu.Lock()
			defer p.s.mu.Unlock()
			if r.err != nil {
				p.whispers = append(p.whispers, "/vises failed")
			} else if json.Unmarshal(r.body, &said) == nil && said.Text != "" {
				p.whispers = append(p.whispers, plainly(said.Text))
			}
		case <-p.s.ctx.Done():
		}
	})
}

// Press presses the button whose label begins so, on the newest message that
// has one.
func (p *Person) Press(label string) error { return p.PressIn(p.dm, label) }

// PressIn does so in a channel.
func (p *Person) PressIn(channelID, label string) error {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	in := p.s.channels[channelID]
	if in == nil {
		return fmt.Errorf("there is no channel %s", channelID)
	}
	messages := in.messages
	for i := len(messages) - 1; i >= 0; i-- {
		m := messages[i]
		if b := buttonOf(m.Blocks, label); b != nil && m.User == BotUser {
			p.act(b, answer{
				"container": answer{"type": "message", "message_ts": m.TS, "channel_id": channelID},
				"channel":   answer{"id": channelID, "name": "directmessage"}, "message": m.json(),
			})
			return nil
		}
	}
	return fmt.Errorf("no message has a button %q", label)
}

// PressHome presses a button on the App Home.
func (p *Person) PressHome(label string) error {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if p.home == nil {
		return errors.New("there is no App Home")
	}
	blocks, _ := p.home.shown["blocks"].([]any)
	b := buttonOf(blocks, label)
	if b == nil {
		return fmt.Errorf("the App Home has no button %q", label)
	}
	p.act(b, answer{"container": answer{"type": "view", "view_id": p.home.id}, "view": p.home.json()})
	return nil
}

// act brings a press. The lock is held.
func (p *Person) act(b map[string]any, where answer) {
	action := answer{"action_ts": p.s.ts()}
	for key, value := range b {
		action[key] = value
	}
	payload := answer{
		"type": "block_actions", "api_app_id": AppID, "token": "old", "trigger_id": p.s.newTrigger(p),
		"user": answer{"id": p.id, "username": strings.ToLower(p.name), "team_id": p.team},
		"team": answer{"id": p.team, "domain": "home"}, "actions": []answer{action},
	}
	for key, value := range where {
		payload[key] = value
	}
	p.s.bring(&delivery{kind: kindAct, line: p.id, payload: payload})
}

// OpenHome opens the App Home.
func (p *Person) OpenHome() {
	p.s.event(p.team, p.id, answer{"type": "app_home_opened", "user": p.id, "channel": p.dm, "tab": "home", "event_ts": "1"})
}

// Block shuts the person's account: nothing can be sent there any more.
func (p *Person) Block() {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	p.gone = true
}

// Delete deletes a message of the direct chat.
func (p *Person) Delete(ts string) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	ch := p.s.channels[p.dm]
	for i, m := range ch.messages {
		if m.TS == ts {
			ch.messages = append(ch.messages[:i:i], ch.messages[i+1:]...)
			return
		}
	}
}
