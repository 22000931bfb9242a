package flows

import (
	"slices"
	"strconv"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// answerButtons are the rows of buttons that answer a question.
func (st *step) answerButtons(q *form.Question, p form.Place) [][]Button {
	switch q.Type {
	case form.Consent, form.YesNo:
		return [][]Button{st.optionRow(q, p)}
	case form.Single:
		return st.optionRows(q, p, vPick, false)
	case form.Scale5:
		return append(make([][]Button, 0, 2), scaleRow(p))
	case form.Number:
		if onScale(q) {
			return append(make([][]Button, 0, 2), scaleRow(p))
		}
	case form.Multi, form.Rank:
		return append(st.optionRows(q, p, vToggle, true), st.doneRow(q, p)...)
	case form.Ref:
		return st.refRows(q, p)
	case form.Repeat:
		return st.listButtons(q, p)
	}
	return nil
}

func (st *step) optionRow(q *form.Question, p form.Place) []Button {
	offered := st.d.Offered(q, p)
	out := make([]Button, 0, len(offered))
	for _, o := range offered {
		out = append(out, choice(o.Text.In(st.lang()), data(vPick, p, o.ID)))
	}
	return out
}

func choice(label, data string) Button { return Button{Label: label, Data: data, Kind: "choice"} }

func (st *step) optionRows(q *form.Question, p form.Place, verb string, ticks bool) [][]Button {
	offered := st.d.Offered(q, p)
	rows := make([][]Button, 0, len(offered)+2)
	for _, o := range offered {
		b := choice(st.d.Text(o.Text, p, st.lang()), data(verb, p, o.ID))
		if ticks {
			b = st.ticked(q, b, o.ID)
		}
		rows = append(rows, row(b))
	}
	return rows
}

// ticked shows a tick, or for a ranking the rank.
func (st *step) ticked(q *form.Question, b Button, id string) Button {
	b.Kind = "tick"
	at := slices.Index(st.s.Picks, id)
	if at < 0 {
		return b
	}
	b.On = true
	if q.Type == form.Rank {
		b.Label = strconv.Itoa(at+1) + ". " + b.Label
	}
	return b
}

// onScale tells whether a number is one of the scale from 1 to 5, where what
// lies between may be typed.
func onScale(q *form.Question) bool {
	return q.Type == form.Number && len(q.Units) == 0 && q.Unit == "" &&
		q.Low != nil && *q.Low == 1 && q.High != nil && *q.High == 5
}

func scaleRow(p form.Place) []Button {
	out := make([]Button, 0, 5)
	for _, n := range [...]string{"1", "2", "3", "4", "5"} {
		out = append(out, choice(n, data(vPick, p, n)))
	}
	return out
}

// doneRow closes a choice of several, once there are enough.
func (st *step) doneRow(q *form.Question, p form.Place) [][]Button {
	if len(st.s.Picks) == 0 && q.None {
		return [][]Button{row(button(st.word("none"), data(vDone, p, "")))}
	}
	if len(st.s.Picks) < max(1, q.Least()) {
		return nil
	}
	return [][]Button{row(primary("✓ "+st.word("done"), data(vDone, p, "")))}
}

// refRows offers the enterprise's own items.
func (st *step) refRows(q *form.Question, p form.Place) [][]Button {
	verb := vToggle
	if q.Most() == 1 {
		verb = vPick
	}
	var rows [][]Button
	for _, item := range st.d.Choosable(q, p) {
		b := choice(st.named(item), data(verb, p, string(item)))
		if verb == vToggle {
			b = st.ticked(q, b, string(item))
		}
		rows = append(rows, row(b))
	}
	if verb == vToggle {
		rows = append(rows, st.doneRow(q, p)...)
	}
	return rows
}

// navigation is the last row: back, a way to leave the question open, more.
func (st *step) navigation(q *form.Question, p form.Place) []Button {
	out := make([]Button, 0, 3)
	if len(st.s.Trail) > 0 {
		out = append(out, quiet(st.word("back"), bBack))
	}
	switch {
	case q.Type == form.Repeat:
	case st.answered(p):
		out = append(out, quiet(st.word("next")+" ›", bGo))
	case q.Optional():
		out = append(out, quiet(st.word("skip"), data(vSkip, p, "")))
	default:
		out = append(out, quiet(st.word("unknown"), data(vUnknown, p, "")))
	}
	return append(out, quiet(st.word("more"), data(vMore, p, "")))
}

// options lists what may be typed for a question with choices.
func (st *step) options(q *form.Question, p form.Place) []parse.Option {
	if q.Type == form.Ref {
		return st.itemOptions(st.d.Choosable(q, p))
	}
	var out []parse.Option
	for _, o := range st.d.Offered(q, p) {
		also := append([]string{o.ID}, o.Also...)
		for _, lang := range form.Langs() {
			also = append(also, o.Text.In(lang))
		}
		out = append(out, parse.Option{ID: o.ID, Label: st.d.Text(o.Text, p, st.lang()), Also: also})
	}
	return out
}

func (st *step) itemOptions(items []form.Path) []parse.Option {
	var out []parse.Option
	for _, item := range items {
		o := parse.Option{ID: string(item), Label: st.d.Label(item, st.lang())}
		if shown := st.named(item); shown != o.Label {
			o.Also = []string{shown} // as the button says it, with the mark of its language
		}
		out = append(out, o)
	}
	return out
}

// answered tells whether a place has an answer that nothing speaks against.
func (st *step) answered(p form.Place) bool {
	a := st.d.Answer(p)
	return a != nil && a.State == form.Given && st.d.Status(p) == form.Settled
}
