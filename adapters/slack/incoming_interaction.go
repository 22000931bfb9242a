package slack

import (
	"encoding/json"
	"net/url"
	"strings"
)

// interaction is what somebody did with a button or a form, as far as it
// matters.
type interaction struct {
	Type      string `json:"type"`
	TriggerID string `json:"trigger_id"`
	Team      *struct {
		ID string `json:"id"`
	} `json:"team"`
	Enterprise *struct {
		ID string `json:"id"`
	} `json:"enterprise"`
	User struct {
		ID     string `json:"id"`
		TeamID string `json:"team_id"`
	} `json:"user"`
	Channel struct {
		ID string `json:"id"`
	} `json:"channel"`
	Message json.RawMessage `json:"message"`
	Actions json.RawMessage `json:"actions"`
	View    json.RawMessage `json:"view"`
}

type action struct {
	ActionID string `json:"action_id"`
	Type     string `json:"type"`
	Value    string `json:"value"`
	ActionTS string `json:"action_ts"`
}

// pressedMessage is the message a button stood on.
type pressedMessage struct {
	TS       string `json:"ts"`
	ThreadTS string `json:"thread_ts"`
	Edited   struct {
		TS string `json:"ts"`
	} `json:"edited"`
	Blocks json.RawMessage `json:"blocks"`
}

// hearInteraction reads the payload of an interaction.
func hearInteraction(raw []byte) (incoming, error) {
	var p interaction
	if err := json.Unmarshal(raw, &p); err != nil {
		return incoming{}, errMalformed
	}
	h := incoming{eventType: p.Type, trigger: p.TriggerID, at: place{p.team(), p.User.ID}, where: thread{channel: p.Channel.ID}}
	switch p.Type {
	case "block_actions":
		hearAction(&h, p)
	case "view_submission":
		h.form = formOf(p.View)
		h.kind, h.id = submitted, sentOnce(p)
		var modal bool
		if h.modal, modal = modalOf(p.View); h.form.callback != formCallback && !modal {
			h.kind = unknown
		}
	case "view_closed":
	default:
		h.kind = unknown
	}
	if (h.kind == pressed || h.kind == submitted || h.kind == asks) && (p.TriggerID == "" || h.id == "") {
		h.id = fingerprint(raw)
	}
	if !isID(h.at.team) || !isID(h.at.peer) {
		h.kind = nothing
	}
	return h, nil
}

// sentOnce names a form that was sent: by its view, however often it is sent.
func sentOnce(p interaction) string {
	var v struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(p.View, &v) != nil || v.ID == "" {
		return keyable("v-" + p.TriggerID)
	}
	return keyable("v-" + v.ID)
}

func (p interaction) team() string {
	switch {
	case p.Team != nil && p.Team.ID != "":
		return p.Team.ID
	case p.User.TeamID != "":
		return p.User.TeamID
	case p.Enterprise != nil:
		return p.Enterprise.ID
	}
	return ""
}

func hearAction(h *incoming, p interaction) {
	var actions []action
	if json.Unmarshal(p.Actions, &actions) != nil || len(actions) == 0 {
		return
	}
	var m pressedMessage
	if json.Unmarshal(p.Message, &m) != nil {
		m = pressedMessage{}
	}
	act := actions[0]
	h.ts, h.edition, h.where.root, h.message = m.TS, m.Edited.TS, m.ThreadTS, m.Blocks
	switch {
	case act.Type != "" && act.Type != "button" || act.Value == "":
	case act.ActionID == formAction:
		h.kind, h.press = wants, act.Value
	case strings.HasPrefix(act.ActionID, modalAction):
		h.kind, h.press, h.id = asks, act.Value, keyable("b-"+p.TriggerID)
	default:
		h.kind, h.press, h.id = pressed, act.Value, keyable("b-"+p.TriggerID)
	}
}

// hearCommand reads a slash command that came as a form.
func hearCommand(v url.Values) incoming {
	h := incoming{
		kind: commanded, eventType: v.Get("command"), id: keyable("c-" + v.Get("trigger_id")),
		at:   place{v.Get("team_id"), v.Get("user_id")},
		text: v.Get("text"), trigger: v.Get("trigger_id"),
		public: !strings.HasPrefix(v.Get("channel_id"), "D"),
		where:  thread{channel: v.Get("channel_id")},
	}
	if h.trigger == "" {
		h.id = fingerprint([]byte(v.Encode()))
	}
	if !isID(h.at.team) || !isID(h.at.peer) {
		h.kind = nothing
	}
	return h
}

// hearCommandJSON reads one that came by Socket Mode.
func hearCommandJSON(raw []byte) (incoming, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(raw, &fields); err != nil {
		return incoming{}, errMalformed
	}
	v := url.Values{}
	for key, field := range fields {
		var text string
		if json.Unmarshal(field, &text) == nil {
			v.Set(key, text)
		}
	}
	return hearCommand(v), nil
}
