package push

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/learning"
)

// draft keeps what a form says and shows, before anything is sent, what people
// will see first, and a summary.
func (r Room) draft(v *office.Visit) error {
	args := append(v.Args(), "")
	id := v.ID()
	if args[0] == askChange {
		old, ok, err := find(v.Ctx, v.Store(), args[1])
		if err != nil {
			return err
		}
		if ok && old.By != v.Member.ID && !allowed(v, old) {
			return nil
		}
		if !ok || old.By != v.Member.ID || old.State == Sent {
			return r.menu(v)
		}
		id = old.ID
	}
	o, wrong := filled(v, id)
	if !targeted(v, o) {
		return nil
	}
	if err := v.Keep(o.Entry()); err != nil {
		return err
	}
	asked := o.At
	_, known := moduleOf(v.Script, o.Module)
	switch {
	case wrong != nil:
		r.refuse(v, wrong, changes(v, o))
		return nil
	case !known:
		r.refuse(v, ErrModule, changes(v, o))
		return nil
	}
	o, a, err := check(v.Ctx, v.Store(), v.Programme, o, v.Now())
	if err != nil {
		return r.refused(v, o, err)
	}
	return r.summary(v, o, a, asked)
}

// targeted tells whether the visitor may push to all that was chosen; nothing
// chosen is nobody refused.
func targeted(v *office.Visit, o Order) bool {
	return len(o.Cohorts)+len(o.Enterprises) == 0 || allowed(v, o)
}

// refused says why an order is not given; what is a fault of the store is one.
func (r Room) refused(v *office.Visit, o Order, err error) error {
	var twice *TwiceError
	switch {
	case errors.As(err, &twice):
		return r.twice(v, o, twice.Push)
	case errors.Is(err, ErrNobody), errors.Is(err, ErrPast):
		r.refuse(v, err, changes(v, o))
		return nil
	}
	return err
}

// refuse says why something is not done, and leads back to the form.
func (Room) refuse(v *office.Visit, why error, back flows.Button) {
	text := v.Word("push.bad.nobody")
	switch {
	case errors.Is(why, ErrPast):
		text = v.Word("push.bad.past")
	case errors.Is(why, errMoment):
		text = v.Word("push.bad.moment")
	case errors.Is(why, ErrModule):
		text = v.Word("push.bad.module")
	}
	v.Tell(text, []flows.Button{back}, v.Home())
}

// twice says that this goes to them on that day already, and offers it to those
// who missed it.
func (Room) twice(v *office.Visit, o, other Order) error {
	now, err := receiptOf(v, other)
	if err != nil {
		return err
	}
	var rows [][]flows.Button
	if permitted(v, other, v.Allowed) {
		if again := againButton(v, other, now); again != nil {
			rows = append(rows, again)
		}
		rows = append(rows, []flows.Button{{Label: v.Word("push.receipt"), Data: office.Press(verb, askShow, other.ID)}})
	}
	rows = append(rows, []flows.Button{changes(v, o)}, v.Home())
	v.Tell(v.Word("push.bad.twice", "module", other.Module, "to", names(v, other), "when", when(v, other.At)), rows...)
	return nil
}

// summary shows the first card, and what will be sent to whom.
func (Room) summary(v *office.Visit, o Order, a audience, asked time.Time) error {
	if c, ok := learning.FirstCard(v.Script, o.Module, v.Lang); ok {
		c.Top = true
		c.Lines = append([]flows.Line{{Style: flows.Hint, Text: v.Word("push.preview")}}, c.Lines...)
		v.Say(c)
	}
	left, err := leftOut(v, a)
	if err != nil {
		return err
	}
	c := flows.Card{ID: cardID(o), Top: true, Lines: append(summaryLines(v, o, a, asked), left...)}
	c.Buttons = [][]flows.Button{
		{{Label: v.Word("push.send"), Data: office.Press(verb, askSend, o.ID), Kind: "primary"}},
		{changes(v, o), {Label: v.Word("push.cancel"), Data: office.Press(verb, askDrop, o.ID), Kind: "quiet"}},
	}
	v.Say(c)
	return nil
}

func summaryLines(v *office.Visit, o Order, a audience, asked time.Time) []flows.Line {
	m, _ := moduleOf(v.Script, o.Module)
	lines := []flows.Line{
		{Style: flows.Heading, Text: m.ID + " · " + m.Title.In(v.Lang)},
		{Style: flows.Body, Text: v.Word("push.version", "version", v.Script.Version, "hash", m.Version)},
		{Style: flows.Body, Text: names(v, o)},
		{Style: flows.Body, Text: v.Word("push.people", "enterprises", strconv.Itoa(len(o.Targets(v.Programme))),
			"people", strconv.Itoa(len(a.people)), "langs", strings.Join(a.langs(), ", "))},
		{Style: flows.Body, Text: leaves(v, o, asked)},
		{Style: flows.Hint, Text: v.Word("push.quiet")},
	}
	if o.Note != "" {
		lines = append(lines, flows.Line{Style: flows.Own, Text: o.Note, Lang: o.Lang})
	}
	return lines
}

// leaves says when it goes out, and whether that is another moment than was
// asked for.
func leaves(v *office.Visit, o Order, asked time.Time) string {
	if asked.IsZero() || asked.Before(v.Now()) {
		asked = v.Now()
	}
	switch {
	case !o.At.Equal(asked):
		return v.Word("push.when.moved", "when", when(v, o.At))
	case o.At.After(v.Now()):
		return v.Word("push.when.at", "when", when(v, o.At))
	}
	return v.Word("push.when.now")
}

// leftOut says who does not get it and why, and that modules are for those too
// who have not agreed that answers are kept.
func leftOut(v *office.Visit, a audience) (lines []flows.Line, err error) {
	hint := func(text string) { lines = append(lines, flows.Line{Style: flows.Hint, Text: text}) }
	away, silent := 0, 0
	for _, p := range a.people {
		s, err := v.Store().Session(v.Ctx, p.address)
		if err != nil {
			return nil, err
		}
		if s.Away {
			away++
		}
		if s.Respondent == "" {
			silent++
		}
	}
	if len(a.empty) > 0 {
		var all []string
		for _, id := range a.empty {
			all = append(all, v.Programme.Name(register.Enterprises, id))
		}
		slices.Sort(all)
		hint(v.Word("push.out.empty", "enterprises", listed(all)))
	}
	if away > 0 {
		hint(v.Word("push.out.away", "n", strconv.Itoa(away)))
	}
	if silent > 0 {
		hint(v.Word("push.out.consent", "n", strconv.Itoa(silent)))
	}
	hint(v.Word("push.out.accompany"))
	return lines, nil
}

// mostNamed is how many enterprises are named in one line.
const mostNamed = 12

func listed(all []string) string {
	if len(all) > mostNamed {
		return strings.Join(all[:mostNamed], ", ") + ", … (" + strconv.Itoa(len(all)) + ")"
	}
	return strings.Join(all, ", ")
}

// send gives the order. Pressed again, it is the same order.
func (r Room) send(v *office.Visit, o Order) error {
	switch {
	case o.By != v.Member.ID || o.State == Dropped:
		return r.menu(v)
	case o.State == Draft:
		m, known := moduleOf(v.Script, o.Module)
		if !known {
			r.refuse(v, ErrModule, changes(v, o))
			return nil
		}
		checked, _, err := check(v.Ctx, v.Store(), v.Programme, o, v.Now())
		if err != nil {
			return r.refused(v, o, err)
		}
		o = checked
		o.State, o.Content, o.Hash, o.Address = Sent, v.Script.Version, m.Version, cmp.Or(string(v.Address), o.Address)
		o.At = o.At.Truncate(time.Second)
		if err := v.Keep(o.Entry()); err != nil {
			return err
		}
	}
	v.Post(o.box(), boxGo, flows.Note{Kind: office.Press(verb, boxGo)}, o.At)
	return r.show(v, o, true)
}
