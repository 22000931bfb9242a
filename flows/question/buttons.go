package question

import (
	"slices"
	"strconv"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// answerButtons are the rows of buttons that answer a question.
func answerButtons(t *talk.Turn, q *form.Question, p form.Place) [][]flows.Button {
	switch q.Type {
	case form.Consent, form.YesNo:
		return [][]flows.Button{optionRow(t, q, p)}
	case form.Single:
		return optionRows(t, q, p, flows.AtPick, false)
	case form.Scale5:
		return append(make([][]flows.Button, 0, 2), scaleRow(p))
	case form.Number:
		if onScale(q) {
			return append(make([][]flows.Button, 0, 2), scaleRow(p))
		}
	case form.Multi, form.Rank:
		return append(optionRows(t, q, p, flows.AtToggle, true), doneRow(t, q, p)...)
	case form.Ref:
		return refRows(t, q, p)
	case form.Repeat:
		return listButtons(t, q, p)
	}
	return nil
}

func optionRow(t *talk.Turn, q *form.Question, p form.Place) []flows.Button {
	offered := t.Dossier.Offered(q, p)
	out := make([]flows.Button, 0, len(offered))
	for _, o := range offered {
		out = append(out, talk.Choice(o.Text.In(t.Lang()), flows.PressAt(flows.AtPick, p, o.ID)))
	}
	return out
}

func optionRows(t *talk.Turn, q *form.Question, p form.Place, verb flows.Verb, ticks bool) [][]flows.Button {
	offered := t.Dossier.Offered(q, p)
	rows := make([][]flows.Button, 0, len(offered)+2)
	for _, o := range offered {
		b := talk.Choice(t.Dossier.Text(o.Text, p, t.Lang()), flows.PressAt(verb, p, o.ID))
		if ticks {
			b = ticked(t, q, b, o.ID)
		}
		rows = append(rows, talk.Row(b))
	}
	return rows
}

// ticked shows a tick, or for a ranking the rank.
func ticked(t *talk.Turn, q *form.Question, b flows.Button, id string) flows.Button {
	b.Kind = "tick"
	at := slices.Index(t.Session.Picks, id)
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

func scaleRow(p form.Place) []flows.Button {
	out := make([]flows.Button, 0, 5)
	for _, n := range [...]string{"1", "2", "3", "4", "5"} {
		out = append(out, talk.Choice(n, flows.PressAt(flows.AtPick, p, n)))
	}
	return out
}

// doneRow closes a choice of several, once there are enough.
func doneRow(t *talk.Turn, q *form.Question, p form.Place) [][]flows.Button {
	if len(t.Session.Picks) == 0 && q.None {
		return [][]flows.Button{talk.Row(talk.Button(t.Word("none"), flows.PressAt(flows.AtDone, p, "")))}
	}
	if len(t.Session.Picks) < max(1, q.Least()) {
		return nil
	}
	return [][]flows.Button{talk.Row(talk.Primary("✓ "+t.Word("done"), flows.PressAt(flows.AtDone, p, "")))}
}

// refRows offers the enterprise's own items.
func refRows(t *talk.Turn, q *form.Question, p form.Place) [][]flows.Button {
	verb := flows.AtToggle
	if q.Most() == 1 {
		verb = flows.AtPick
	}
	var rows [][]flows.Button
	for _, item := range t.Dossier.Choosable(q, p) {
		b := talk.Choice(t.Named(item), flows.PressAt(verb, p, string(item)))
		if verb == flows.AtToggle {
			b = ticked(t, q, b, string(item))
		}
		rows = append(rows, talk.Row(b))
	}
	if verb == flows.AtToggle {
		rows = append(rows, doneRow(t, q, p)...)
	}
	return rows
}

// navigation is the last row: back, a way to leave the question open, more.
func navigation(t *talk.Turn, q *form.Question, p form.Place) []flows.Button {
	out := make([]flows.Button, 0, 3)
	if len(t.Session.Trail) > 0 {
		out = append(out, talk.Quiet(t.Word("back"), flows.Press(flows.VerbBack)))
	}
	switch {
	case q.Type == form.Repeat:
	case answered(t, p):
		out = append(out, talk.Quiet(t.Word("next")+" ›", flows.Press(flows.VerbGo)))
	case q.Optional():
		out = append(out, talk.Quiet(t.Word("skip"), flows.PressAt(flows.AtSkip, p, "")))
	default:
		out = append(out, talk.Quiet(t.Word("unknown"), flows.PressAt(flows.AtUnknown, p, "")))
	}
	return append(out, talk.Quiet(t.Word("more"), flows.PressAt(flows.AtMore, p, "")))
}

// Options lists what may be typed for a question with choices.
func Options(t *talk.Turn, q *form.Question, p form.Place) []parse.Option {
	if q.Type == form.Ref {
		return itemOptions(t, t.Dossier.Choosable(q, p))
	}
	var out []parse.Option
	for _, o := range t.Dossier.Offered(q, p) {
		also := append([]string{o.ID}, o.Also...)
		for _, lang := range form.Langs() {
			also = append(also, o.Text.In(lang))
		}
		out = append(out, parse.Option{ID: o.ID, Label: t.Dossier.Text(o.Text, p, t.Lang()), Also: also})
	}
	return out
}

func itemOptions(t *talk.Turn, items []form.Path) []parse.Option {
	var out []parse.Option
	for _, item := range items {
		o := parse.Option{ID: string(item), Label: t.Dossier.Label(item, t.Lang())}
		if shown := t.Named(item); shown != o.Label {
			o.Also = []string{shown} // as the button says it, with the mark of its language
		}
		out = append(out, o)
	}
	return out
}

// answered tells whether a place has an answer that nothing speaks against.
func answered(t *talk.Turn, p form.Place) bool {
	a := t.Dossier.Answer(p)
	return a != nil && a.State == form.Given && t.Dossier.Status(p) == form.Settled
}
