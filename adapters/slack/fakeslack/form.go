package fakeslack

import (
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"strings"
)

// Form is a modal as a person sees it.
type Form struct {
	ID     string
	Title  string
	Loaded bool              // it has fields
	Fields map[string]string // what they are filled in with, by block_id
	Errors map[string]string // by block_id
}

// Form gives the modal that is open; false when none is.
func (p *Person) Form() (Form, bool) {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if p.form == nil {
		return Form{}, false
	}
	f := Form{ID: p.form.id, Fields: map[string]string{}, Errors: p.form.errors}
	title, _ := p.form.shown["title"].(map[string]any)
	f.Title, _ = title["text"].(string)
	for _, b := range inputs(p.form) {
		f.Loaded = true
		id, _ := b["block_id"].(string)
		e, _ := b["element"].(map[string]any)
		f.Fields[id] = initial(e)
	}
	return f, true
}

// initial is what an element is filled in with; several values have a comma
// between them.
func initial(e map[string]any) string {
	for _, key := range []string{"initial_value", "initial_date", "initial_time"} {
		if text, ok := e[key].(string); ok {
			return text
		}
	}
	one, _ := e["initial_option"].(map[string]any)
	if value, ok := one["value"].(string); ok {
		return value
	}
	var all []string
	list, _ := e["initial_options"].([]any)
	for _, raw := range list {
		o, _ := raw.(map[string]any)
		value, _ := o["value"].(string)
		all = append(all, value)
	}
	return strings.Join(all, ",")
}

func inputs(v *view) (list []map[string]any) {
	blocks, _ := v.shown["blocks"].([]any)
	for _, raw := range blocks {
		if b, ok := raw.(map[string]any); ok && b["type"] == "input" {
			list = append(list, b)
		}
	}
	return list
}

// Submit sends the modal with these values, by block_id, and waits for the
// answer. With errors it stays open.
func (p *Person) Submit(values map[string]string) error {
	all := map[string][]string{}
	for id, value := range values {
		all[id] = []string{value}
	}
	return p.SubmitAll(all)
}

// SubmitAll does so with fields that may have several values. What may not be
// left out is asked for by Slack itself.
func (p *Person) SubmitAll(values map[string][]string) error {
	p.s.mu.Lock()
	v := p.form
	if v == nil || len(inputs(v)) == 0 {
		p.s.mu.Unlock()
		return errors.New("no form is open that could be sent")
	}
	state := answer{}
	for _, b := range inputs(v) {
		id, _ := b["block_id"].(string)
		e, _ := b["element"].(map[string]any)
		action, _ := e["action_id"].(string)
		if optional, _ := b["optional"].(bool); !optional && len(values[id]) == 0 {
			p.s.mu.Unlock()
			return errors.New("Slack wants the field " + id)
		}
		state[id] = answer{action: filled(e, values[id])}
	}
	sent := v.json()
	sent["state"] = answer{"values": state}
	d := p.s.bring(&delivery{kind: kindAct, line: p.id, payload: answer{
		"type": "view_submission", "api_app_id": AppID, "trigger_id": p.s.newTrigger(p),
		"team": answer{"id": p.team}, "user": answer{"id": p.id, "team_id": p.team}, "view": sent,
	}})
	p.s.mu.Unlock()
	select {
	case r := <-d.done:
		return p.answered(v, r)
	case <-p.s.ctx.Done():
		return p.s.ctx.Err()
	}
}

// filled is a field of a form as it is sent.
func filled(e map[string]any, values []string) answer {
	kind, _ := e["type"].(string)
	field := answer{"type": kind}
	key := map[string]string{
		"datepicker": "selected_date", "timepicker": "selected_time", "static_select": "selected_option",
		"multi_static_select": "selected_options", "checkboxes": "selected_options",
	}[kind]
	var options []answer
	for _, v := range values {
		options = append(options, answer{"value": v})
	}
	switch {
	case key == "selected_options":
		field[key] = options
	case len(values) == 0:
		field[cmp.Or(key, "value")] = nil
	case key == "selected_option":
		field[key] = options[0]
	default:
		field[cmp.Or(key, "value")] = values[0]
	}
	return field
}

// answered does with a form what the app wants.
func (p *Person) answered(v *view, r reply) error {
	if r.err != nil {
		return r.err
	}
	var said struct {
		Action string            `json:"response_action"`
		Errors map[string]string `json:"errors"`
	}
	if len(r.body) > 0 && json.Unmarshal(r.body, &said) != nil {
		return errors.New("the app answered what is no JSON")
	}
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	known := map[string]bool{}
	for _, b := range inputs(v) {
		id, _ := b["block_id"].(string)
		known[id] = true
	}
	for id := range maps.Keys(said.Errors) {
		if !known[id] {
			return errors.New("an error is at a field that is not there: " + id)
		}
	}
	if said.Action == "errors" {
		v.errors = said.Errors
		return nil
	}
	v.closed, p.form = true, nil
	return nil
}

// CloseForm closes the modal.
func (p *Person) CloseForm() {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	if p.form != nil {
		p.form.closed = true
	}
	p.form = nil
}
