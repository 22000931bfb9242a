package office

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/bot"
	"visesbot/flows"
)

// asks fills in a form field by field, where a channel has no forms: a press
// that opens a form and brings no fields. It is false when there is nothing to
// ask (any more), and the room sees the visit with all fields. Nothing is kept
// but in the session, so that a press of anything else leaves it.
func (v *Visit) asks(r Room) bool {
	if v.Event.Kind != flows.Pressed && v.Event.Kind != flows.Said {
		return false // what comes meanwhile interrupts no form
	}
	opener, ok := r.(Opener)
	if !ok || v.Press == "" || v.Fields != nil {
		v.Session.Desk = nil
		return false
	}
	pick := pickOf(v.Press)
	switch {
	case pick.short && !v.waits():
		v.Tell(v.Word("ask.left"), v.Home())
		return true
	case pick.short:
		v.Press = v.Session.Desk.Press
	case pick.given:
		v.Press = pick.press
	}
	_, v.Arg, _ = split(v.Press)
	f, ok, err := opener.Form(v)
	if err != nil || !ok {
		v.Session.Desk = nil
		return false
	}
	q := v.begun(f, pick)
	switch {
	case pick.is(pickCancel):
		v.Session.Desk = nil
		v.Tell(v.Word("ask.left"), v.Home())
		return true
	case pick.given || v.Event.Kind == flows.Said:
		q.take(v, pick)
	}
	next := q.next()
	if next < 0 {
		v.Fields, v.Files, v.Session.Desk = q.filled(), q.desk.Files, nil
		return false
	}
	q.desk.Field = f.Fields[next].ID
	v.Session.Desk = &q.desk
	v.Say(q.card(v, next))
	return true
}

// waits tells whether a form of this room is being filled in.
func (v *Visit) waits() bool {
	if v.Session.Desk == nil {
		return false
	}
	verb, _, _ := split(v.Session.Desk.Press)
	return verb == v.Verb
}

// asking is a form that is filled in field by field. Desk.Fields holds what was
// told so far; a field that has doneMark behind its name is finished.
type asking struct {
	form bot.Form
	desk flows.Desk
	lost bool // what was typed was not understood
}

// doneMark stands behind the name of a field of ticks that is finished.
const doneMark = "-done"

// begun is the form as far as it was filled in; another one begins empty.
func (v *Visit) begun(f bot.Form, pick pick) *asking {
	q := &asking{form: f, desk: flows.Desk{Press: v.Press, Fields: map[string][]string{}}}
	old := v.Session.Desk
	if old == nil || old.Press != v.Press || !pick.given && v.Event.Kind != flows.Said {
		return q
	}
	q.desk.Field, q.desk.Files = old.Field, slices.Clone(old.Files)
	for id, values := range old.Fields {
		q.desk.Fields[id] = slices.Clone(values)
	}
	return q
}

// take reads what was picked or typed for a field.
func (q *asking) take(v *Visit, pick pick) {
	at := slices.IndexFunc(q.form.Fields, func(x bot.Field) bool { return x.ID == q.desk.Field })
	if pick.given && pick.short {
		at = pick.field
	}
	if at < 0 || at >= len(q.form.Fields) {
		return
	}
	field := q.form.Fields[at]
	if !pick.given {
		if !q.typed(v, at) {
			q.lost = true
		}
		return
	}
	switch {
	case pick.is(pickBack):
		q.back(at)
	case pick.is(pickSkip):
		q.set(field, []string{})
	case pick.is(pickKeep):
		q.set(field, slices.Clone(field.Value))
	case pick.is(pickDone):
		q.desk.Fields[field.ID+doneMark] = []string{"1"}
		q.desk.Fields[field.ID] = append([]string{}, q.ticks(field)...)
	default:
		if id, ok := pick.option(field); ok {
			q.choose(field, id)
		}
	}
}

// typed reads a text for a field; false when it is not understood.
func (q *asking) typed(v *Visit, at int) bool {
	field := q.form.Fields[at]
	if q.instructed(v, at) {
		return true
	}
	values, ok := readFor(v, field)
	if !ok {
		return false
	}
	if field.Kind == bot.TicksField {
		for _, id := range values {
			q.choose(field, id)
		}
		return true
	}
	q.set(field, values)
	if field.Files {
		q.desk.Files = append(q.desk.Files, v.Event.Files...)
	}
	return true
}

func (q *asking) choose(field bot.Field, id string) {
	if field.Kind == bot.TicksField {
		q.desk.Fields[field.ID] = toggled(q.ticks(field), id)
		return
	}
	q.set(field, []string{id})
}

func (q *asking) set(field bot.Field, values []string) { q.desk.Fields[field.ID] = values }

// ticks are the options that are ticked now: at first those that the form says.
func (q *asking) ticks(field bot.Field) []string {
	if on, told := q.desk.Fields[field.ID]; told {
		return on
	}
	return field.Value
}

// back asks the field before this one again.
func (q *asking) back(at int) {
	to := max(0, at-1)
	for to > 0 && unaskable(q.form.Fields[to]) {
		to--
	}
	for i := to; i < len(q.form.Fields); i++ {
		if q.form.Fields[i].Files {
			q.desk.Files = nil
		}
		delete(q.desk.Fields, q.form.Fields[i].ID)
		delete(q.desk.Fields, q.form.Fields[i].ID+doneMark)
	}
}

// next is the first field that was not told yet; -1 when all were. What has no
// options cannot be chosen, and is left out.
func (q *asking) next() int {
	for i, field := range q.form.Fields {
		if unaskable(field) {
			q.desk.Fields[field.ID], q.desk.Fields[field.ID+doneMark] = []string{}, []string{"1"}
			continue
		}
		_, told := q.desk.Fields[field.ID]
		_, done := q.desk.Fields[field.ID+doneMark]
		if !told || field.Kind == bot.TicksField && !done {
			return i
		}
	}
	return -1
}

// unaskable is a choice among nothing.
func unaskable(f bot.Field) bool {
	return (f.Kind == bot.ChoiceField || f.Kind == bot.TicksField) && len(f.Options) == 0
}

// filled is the form as it is sent.
func (q *asking) filled() map[string][]string {
	all := map[string][]string{}
	for _, field := range q.form.Fields {
		all[field.ID] = append([]string{}, q.desk.Fields[field.ID]...)
	}
	return all
}

func toggled(all []string, one string) []string {
	if at := slices.Index(all, one); at >= 0 {
		return slices.Delete(slices.Clone(all), at, at+1)
	}
	return append(slices.Clone(all), one)
}

// pick is what a button below a field says: "o~VERB~=FIELD.WHAT", where FIELD is
// its number in the form.
type pick struct {
	press string
	given bool
	short bool
	field int
	what  string
}

// fieldMark stands between the data of a form's button and what is picked.
const fieldMark = "="

// The picks that are no options.
const (
	pickDone   = "-done"
	pickSkip   = "-skip"
	pickKeep   = "-keep"
	pickBack   = "-back"
	pickCancel = "-cancel"
)

func pickOf(press string) (p pick) {
	p.press, p.what, p.given = strings.Cut(press, fieldMark)
	number, what, ok := strings.Cut(p.what, ".")
	if n, err := strconv.Atoi(number); ok && err == nil {
		p.field, p.what, p.short = n, what, true
	}
	return p
}

func (p pick) is(what string) bool { return p.given && p.what == what }

// option is the id of the option that was picked: itself, or by its number where
// it is too long for a button.
func (p pick) option(f bot.Field) (string, bool) {
	if digits, ok := strings.CutPrefix(p.what, "#"); ok {
		if n, err := strconv.Atoi(digits); err == nil && n >= 0 && n < len(f.Options) {
			return f.Options[n].ID, true
		}
	}
	ok := slices.ContainsFunc(f.Options, func(o bot.FieldOption) bool { return o.ID == p.what })
	return p.what, ok
}
