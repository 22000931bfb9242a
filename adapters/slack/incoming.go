package slack

import (
	"cmp"
	"encoding/json"
	"errors"
)

// kind says what somebody did, or what became of the app.
type kind string

const (
	nothing   kind = ""          // known, and not for the bot
	unknown   kind = "unknown"   // of a kind that the adapter does not know
	said      kind = "said"      // wrote, or sent files
	edited    kind = "edited"    // changed what they had written
	deleted   kind = "deleted"   // took it back
	greeted   kind = "greeted"   // opened the chat
	pressed   kind = "pressed"   // a button
	wants     kind = "wants"     // a form, to write in
	asks      kind = "asks"      // a form of the office
	submitted kind = "submitted" // a form
	commanded kind = "commanded" // /vises
	opened    kind = "opened"    // the App Home
	removed   kind = "removed"   // the app was taken out of the workspace, or its token revoked
	challenge kind = "challenge" // Slack asks whether an address is the app's
)

// incoming is one thing that Slack brought, read.
type incoming struct {
	kind      kind
	eventType string // as Slack calls it
	id        string // the same however often it is brought
	at        place  // the person
	where     thread // empty: not in a conversation
	ts        string // of the message that was written or pressed

	text    string
	blocks  json.RawMessage // of what was written
	files   []attached
	public  bool   // in a channel, where others read
	mention string // the bot's own user, as far as Slack told

	press   string // of the button
	edition string // of the message with the button
	trigger string // lets open a form
	form    formState
	modal   modalState
	message []byte // blocks of the message with the button

	fromBot  bool
	sender   string // bot id of the writer
	question string // of a challenge
}

// attached is a file as Slack tells of it.
type attached struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Mimetype string `json:"mimetype"`
	Size     int64  `json:"size"`
	URL      string `json:"url_private"`
	Download string `json:"url_private_download"`
	Mode     string `json:"mode"`
	Access   string `json:"file_access"`
}

// errMalformed is what unreadable bytes get; they are not quoted.
var errMalformed = errors.New("what Slack brought cannot be read")

// eventPayload is an event of the Events API, as far as it matters. What may be
// malformed in it is read on its own, so that nothing else is lost with it.
type eventPayload struct {
	Type           string          `json:"type"`
	Challenge      string          `json:"challenge"`
	TeamID         string          `json:"team_id"`
	EventID        string          `json:"event_id"`
	Event          json.RawMessage `json:"event"`
	Authorizations json.RawMessage `json:"authorizations"`
}

type event struct {
	Type        string `json:"type"`
	Subtype     string `json:"subtype"`
	Channel     string `json:"channel"`
	ChannelType string `json:"channel_type"`
	User        string `json:"user"`
	BotID       string `json:"bot_id"`
	AppID       string `json:"app_id"`
	Text        string `json:"text"`
	TS          string `json:"ts"`
	ThreadTS    string `json:"thread_ts"`
	Tab         string `json:"tab"`
	DeletedTS   string `json:"deleted_ts"`

	Blocks   json.RawMessage `json:"blocks"`
	Message  json.RawMessage `json:"message"`
	Previous json.RawMessage `json:"previous_message"`
}

// hearEvent reads an event of the Events API.
func hearEvent(raw []byte) (incoming, error) {
	var p eventPayload
	if err := json.Unmarshal(raw, &p); err != nil {
		return incoming{}, errMalformed
	}
	if p.Type == "url_verification" {
		return incoming{kind: challenge, eventType: p.Type, question: p.Challenge}, nil
	}
	if p.Type != "event_callback" || len(p.Event) == 0 {
		return incoming{kind: unknown, eventType: p.Type}, nil
	}
	e := eventOf(p.Event)
	team, self := authorized(p.Authorizations)
	h := incoming{eventType: e.Type, id: keyable(p.EventID), at: place{cmp.Or(team, p.TeamID), e.User}, mention: self}
	switch e.Type {
	case "message", "app_mention":
		hearMessage(&h, e, p.Event)
	case "app_home_opened":
		switch e.Tab {
		case "home":
			h.kind = opened
		case "messages":
			h.kind, h.id = greeted, "greeted"
		}
	case "app_uninstalled":
		h.kind = removed
	case "tokens_revoked":
		if revokedBot(p.Event) {
			h.kind = removed
		}
	case "app_rate_limited":
	default:
		h.kind = unknown
	}
	if h.id == "" {
		h.id = fingerprint(raw)
	}
	return h, nil
}

// eventOf reads each field of an event on its own: one that is no text is left
// empty, and the others stay.
func eventOf(raw []byte) (e event) {
	if json.Unmarshal(raw, &e) == nil {
		return e
	}
	fields := map[string]json.RawMessage{}
	if json.Unmarshal(raw, &fields) != nil {
		return event{}
	}
	e = event{Blocks: fields["blocks"], Message: fields["message"], Previous: fields["previous_message"]}
	for key, into := range map[string]*string{
		"type": &e.Type, "subtype": &e.Subtype, "channel": &e.Channel, "channel_type": &e.ChannelType, "user": &e.User,
		"bot_id": &e.BotID, "app_id": &e.AppID, "text": &e.Text, "ts": &e.TS, "thread_ts": &e.ThreadTS, "tab": &e.Tab, "deleted_ts": &e.DeletedTS,
	} {
		if json.Unmarshal(fields[key], into) != nil {
			*into = ""
		}
	}
	return e
}

// authorized gives the workspace for which an event is brought, and the user that
// the app is there. A channel that is shared may belong to another workspace.
func authorized(raw []byte) (team, user string) {
	var all []struct {
		TeamID string `json:"team_id"`
		UserID string `json:"user_id"`
		IsBot  bool   `json:"is_bot"`
	}
	if json.Unmarshal(raw, &all) != nil || len(all) == 0 || !all[0].IsBot {
		return "", ""
	}
	return all[0].TeamID, all[0].UserID
}

func revokedBot(raw []byte) bool {
	var e struct {
		Tokens struct {
			Bot []string `json:"bot"`
		} `json:"tokens"`
	}
	return json.Unmarshal(raw, &e) == nil && len(e.Tokens.Bot) > 0
}

// hearMessage reads what somebody wrote. Only direct chats are heard, and what
// names the bot elsewhere.
func hearMessage(h *incoming, e event, raw []byte) {
	direct := e.ChannelType == "im" || e.ChannelType == "" && len(e.Channel) > 0 && e.Channel[0] == 'D'
	switch {
	case e.Subtype == "message_changed" || e.Subtype == "message_deleted":
		if direct {
			hearChange(h, e)
		}
		return
	case e.Subtype != "" && e.Subtype != "file_share" && e.Subtype != "thread_broadcast" && e.Subtype != "me_message":
		return
	case e.Type == "message" && !direct, !isID(e.User) || !isID(h.at.team), e.User == "USLACKBOT":
		return
	}
	h.kind, h.ts, h.public = said, e.TS, !direct
	h.where = thread{channel: e.Channel, root: e.ThreadTS}
	h.fromBot, h.sender = e.BotID != "" || e.AppID != "" && e.User == "", e.BotID
	h.text, h.blocks = e.Text, e.Blocks
	h.files = filesOf(raw)
	if e.Channel != "" && e.TS != "" { // a mention in a direct chat comes twice, under two ids
		h.id = keyable("m-" + e.Channel + "-" + e.TS)
	}
}

// filesOf reads the files of a message; one that is malformed costs no other.
func filesOf(raw []byte) (files []attached) {
	var e struct {
		Files []json.RawMessage `json:"files"`
	}
	if json.Unmarshal(raw, &e) != nil {
		return nil
	}
	for _, one := range e.Files {
		var f attached
		if json.Unmarshal(one, &f) == nil && f.ID != "" {
			files = append(files, f)
		}
	}
	return files
}
