package push

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/flows"
)

// moveForm asks to which moment a planned push is to be moved.
func moveForm(v *office.Visit, o Order) bot.Form {
	at := o.At.In(v.Now().Location())
	return bot.Form{Title: v.Word("push.move"), Submit: v.Word("push.move.submit"), Fields: []bot.Field{
		{ID: fieldDay, Kind: bot.DateField, Label: v.Word("push.form.day"), Hint: v.Word("push.move.help"), Value: one(at.Format(time.DateOnly))},
		{ID: fieldHour, Kind: bot.TimeField, Label: v.Word("push.form.hour"), Hint: v.Word("push.form.hour.help"), Value: one(at.Format("15:04"))},
	}}
}

// moves is the button that opens it.
func moves(v *office.Visit, o Order) flows.Button {
	return flows.Button{Label: v.Word("push.move"), Data: office.Press(verb, askMove, o.ID), Kind: "form"}
}

// movable tells whether an order is given and has not gone out.
func movable(v *office.Visit, o Order) (bool, error) {
	if o.State != Sent || !v.Now().Before(o.At) {
		return false, nil
	}
	away, err := withdrawn(v.Ctx, v.Store(), o.ID)
	return !away, err
}

// move lets a planned push go out at another moment: not at night, nor on the day
// of another push of the same. The receipt says so wherever it stands.
func (r Room) move(v *office.Visit, o Order) error {
	ok, err := movable(v, o)
	if err != nil || v.Fields == nil && ok {
		if err == nil {
			err = r.show(v, o, false)
		}
		return err
	}
	if !ok {
		v.Tell(v.Word("push.move.gone"), v.Home())
		return nil
	}
	at, err := chosen(v.Field(fieldDay), v.Field(fieldHour), v.Now())
	if err != nil || at.IsZero() {
		r.refuse(v, errMoment, moves(v, o))
		return nil
	}
	moved := o
	moved.At = at
	if moved, _, err = check(v.Ctx, v.Store(), v.Programme, moved, v.Now()); err != nil {
		return r.unmoved(v, o, err)
	}
	return r.moved(v, o, moved)
}

// unmoved says why an order stays where it is.
func (r Room) unmoved(v *office.Visit, o Order, err error) error {
	var twice *TwiceError
	switch {
	case errors.As(err, &twice):
		v.Tell(v.Word("push.bad.twice", "module", brief(v, o), "to", names(v, twice.Push), "when", when(v, twice.Push.At)), []flows.Button{moves(v, o)}, v.Home())
		return nil
	case errors.Is(err, ErrPast), errors.Is(err, ErrNobody):
		r.refuse(v, err, moves(v, o))
		return nil
	}
	return err
}

// moved keeps an order at its new moment. Moved to where it is, it stays as it is.
func (r Room) moved(v *office.Visit, old, o Order) error {
	if o.At = o.At.Truncate(time.Second); !o.At.Equal(old.At) {
		o.Before = old.At
		if err := v.Keep(o.Entry()); err != nil {
			return err
		}
	}
	v.Post(o.box(), boxGo+stamp(o), flows.Note{Kind: office.Press(verb, boxGo, stamp(o))}, o.At)
	r.retell(v, o, "moved"+stamp(o))
	return r.show(v, o, true)
}

// stamp names the moment of an order.
func stamp(o Order) string { return strconv.FormatInt(o.At.Unix(), 10) }

// its tells whether it is the moment of an order that has come: it is another one
// when the order was moved since.
func its(o Order, moment string) bool {
	return moment == stamp(o) || moment == "" && o.Before.IsZero()
}

// retell has the receipt shown anew where whoever gave the order reads it, if that
// is somewhere else.
func (Room) retell(v *office.Visit, o Order, what string) {
	if o.Address != "" && o.Address != string(v.Address) {
		v.Post(o.box(), what, flows.Note{Kind: office.Press(verb, boxTally)}, v.Now())
	}
}

// planned says when an order goes out, and when it was to go before.
func planned(v *office.Visit, o Order) string {
	text := v.Word("push.stage.planned", "when", when(v, o.At))
	if !o.Before.IsZero() {
		text += " " + v.Word("push.stage.moved", "when", when(v, o.Before))
	}
	return strings.TrimSpace(text)
}
