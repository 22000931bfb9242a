package fakeslack

import (
	"maps"
	"time"
)

// triggerLife is how long a trigger opens a view.
const triggerLife = 3 * time.Second

// trigger lets the bot open one view for a person.
type trigger struct {
	person *Person
	until  time.Time
	used   bool
}

// view is a modal or an App Home as Slack keeps it.
type view struct {
	id, hash string
	person   *Person
	shown    map[string]any
	errors   map[string]string
	closed   bool
}

// newTrigger makes a trigger. The lock is held.
func (s *Server) newTrigger(p *Person) string {
	id := s.id("TR") + ".trigger"
	s.triggers[id] = &trigger{person: p, until: s.o.Now().Add(triggerLife)}
	return id
}

// viewArg reads the view of a call, or refuses it.
func (c call) viewArg(kind string) (map[string]any, answer) {
	raw, ok := c.part("view")
	v, isView := raw.(map[string]any)
	if !ok || !isView {
		return nil, problem("invalid_arguments", "[ERROR] missing required field: view")
	}
	k := c.s.checker()
	if v["type"] != kind {
		k.say("/view/type", "must be %q", kind)
	}
	blocks, _ := v["blocks"].([]any)
	k.blocks(blocks, "/view/blocks", viewBlocks, true)
	if kind == "modal" {
		k.text(v["title"], "/view/title", viewTitle, "plain_text")
		for _, part := range []string{"close", "submit"} {
			if v[part] != nil {
				k.text(v[part], "/view/"+part, viewTitle, "plain_text")
			}
		}
		if k.inputs > 0 && v["submit"] == nil {
			k.say("/view/submit", "missing required field: a view with inputs has to be submitted")
		}
	}
	k.optional(v["private_metadata"], "/view/private_metadata", viewMetadata)
	k.optional(v["callback_id"], "/view/callback_id", identifier)
	if len(k.wrong) > 0 {
		return nil, problem("invalid_arguments", k.wrong...)
	}
	return v, nil
}

// openView is views.open.
func (c call) openView() answer {
	t := c.s.triggers[c.text("trigger_id")]
	switch {
	case t == nil || t.person.team != c.team:
		return problem("invalid_trigger_id")
	case c.s.o.Now().After(t.until):
		return problem("expired_trigger_id")
	case t.used:
		return problem("exchanged_trigger_id")
	}
	shown, refused := c.viewArg("modal")
	if refused != nil {
		return refused
	}
	t.used = true
	v := &view{id: c.s.id("V"), hash: c.s.id("h"), person: t.person, shown: shown}
	c.s.views[v.id] = v
	t.person.form = v
	return answer{"ok": true, "view": v.json()}
}

// updateView is views.update.
func (c call) updateView() answer {
	v := c.s.views[c.text("view_id")]
	if v == nil || v.closed || v.person.team != c.team {
		return problem("not_found")
	}
	if hash := c.text("hash"); hash != "" && hash != v.hash {
		return problem("hash_conflict")
	}
	shown, refused := c.viewArg("modal")
	if refused != nil {
		return refused
	}
	v.shown, v.hash = shown, c.s.id("h")
	return answer{"ok": true, "view": v.json()}
}

// publish is views.publish.
func (c call) publish() answer {
	p := c.s.people[c.text("user_id")]
	if p == nil || p.team != c.team {
		return problem("user_not_found")
	}
	shown, refused := c.viewArg("home")
	if refused != nil {
		return refused
	}
	if hash := c.text("hash"); hash != "" && p.home != nil && hash != p.home.hash {
		return problem("hash_conflict")
	}
	p.home = &view{id: c.s.id("V"), hash: c.s.id("h"), person: p, shown: shown}
	return answer{"ok": true, "view": p.home.json()}
}

func (v *view) json() answer {
	a := answer{}
	maps.Copy(a, v.shown)
	a["id"], a["hash"], a["team_id"], a["app_id"], a["bot_id"] = v.id, v.hash, v.person.team, AppID, BotID
	return a
}
