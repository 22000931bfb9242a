package push

import (
	"cmp"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// newest is how many pushes of the visitor the front page names, and how many of
// others to the visitor's cohorts; fresh is for how long.
const (
	newest = 3
	fresh  = 21 * 24 * time.Hour
)

// Front offers to send a module, and shows the newest pushes of the visitor, and
// those of others that went to none but the visitor's cohorts.
func (r Room) Front(v *office.Visit) ([]flows.Line, [][]flows.Button, error) {
	if len(v.Programme.CohortsOf(v.Member.ID)) == 0 {
		return nil, nil, nil
	}
	rows := [][]flows.Button{{{Label: v.Word("push.new"), Data: office.Press(verb, askNew), Kind: "form"}}}
	own, others, err := r.known(v)
	if err != nil {
		return nil, nil, err
	}
	for _, o := range own[max(0, len(own)-newest):] {
		rows = append(rows, leads(o, v.Word("push.of", "module", brief(v, o), "to", clip(names(v, o), 40), "day", day(v, o.At))))
	}
	for _, o := range others[max(0, len(others)-newest):] {
		rows = append(rows, leads(o, v.Word("push.of.others", "module", brief(v, o), "to", clip(names(v, o), 24), "day", day(v, o.At), "by", clip(giver(v, o), 16))))
	}
	return nil, rows, nil
}

// leads is the button to a receipt.
func leads(o Order, label string) []flows.Button {
	return []flows.Button{{Label: label, Data: office.Press(verb, askShow, o.ID), Kind: "quiet"}}
}

// brief is the module, or how a message begins.
func brief(v *office.Visit, o Order) string { return cmp.Or(o.Module, clip(o.Say.In(v.Lang), 24)) }

// giver is the organisation of whoever gave an order; people are not named.
func giver(v *office.Visit, o Order) string {
	who, _ := v.Programme.Find(register.People, o.By)
	if partner := who.Fields["partner"]; partner != "" {
		return v.Programme.Name(register.Partners, partner)
	}
	return v.Word("push.programme")
}

// known are the orders that are still of interest and whose receipt the visitor
// may see, the oldest first: those that the visitor gave, and those of others.
func (Room) known(v *office.Visit) (own, others []Order, err error) {
	all, err := orders(v.Ctx, v.Store())
	if err != nil {
		return nil, nil, err
	}
	for _, o := range all {
		switch {
		case o.State != Sent || v.Now().Sub(o.At) >= fresh:
		case mine(v, o):
			own = append(own, o)
		case open(v, o):
			others = append(others, o)
		}
	}
	return own, others, nil
}

// open tells whether the visitor may see what becomes of an order, without a
// word.
func open(v *office.Visit, o Order) bool {
	return permitted(v, o, v.Allowed)
}
