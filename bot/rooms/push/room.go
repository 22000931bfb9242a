package push

import (
	"errors"
	"strconv"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/parse"
)

// Room is the room; the zero value serves.
type Room struct{}

const verb = "push"

// What is asked for in the room: by buttons of trainers, and by what comes to
// the mailbox of a push.
const (
	askNew      = "new"      // the form
	askChange   = "change"   // ID: the form again
	askSend     = "send"     // ID
	askDrop     = "drop"     // ID
	askShow     = "show"     // ID: the receipt
	askAgain    = "again"    // ID~ROUND: offer it to those who missed it
	askWithdraw = "withdraw" // ID
	askMove     = "move"     // ID: to another moment

	boxGo    = "go"    // its moment is there; MOMENT: to which it was moved
	boxRound = "round" // ROUND: another time, to those who missed it
	boxTally = "tally" // enough was heard: the receipt is shown anew
	boxLate  = "late"  // a day: who came in meanwhile gets it too

	heardDelivered = "delivered"
	heardMissed    = "missed"
	heardStarted   = "started"
	heardFinished  = "finished"
	heardQuiz      = "quiz"
)

// Verb is "push".
func (Room) Verb() string { return verb }

// Commands are what trainers type for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Push} }

// Serve does what a trainer asks for, or what has come to a push's mailbox.
func (r Room) Serve(v *office.Visit) error {
	args := append(v.Args(), "")
	if v.Address.Channel() == bot.OfficeChannel {
		return r.inBox(v, args[0], args[1])
	}
	switch args[0] {
	case askNew, askChange:
		if v.Fields == nil {
			return r.menu(v)
		}
		return r.draft(v)
	case askShow, askSend, askDrop, askAgain, askWithdraw, askMove:
		return r.onOrder(v, args[0], args[1])
	}
	return r.menu(v)
}

// onOrder does something with an order that the visitor may see.
func (r Room) onOrder(v *office.Visit, what, id string) error {
	o, ok, err := find(v.Ctx, v.Store(), id)
	if err != nil || !ok {
		if err == nil {
			v.Tell(v.Word("push.unknown"), v.Home())
		}
		return err
	}
	if !allowed(v, o) {
		return nil
	}
	switch what {
	case askSend:
		return r.send(v, o)
	case askDrop:
		return r.drop(v, o)
	case askAgain:
		return r.again(v, o)
	case askWithdraw:
		return r.withdraw(v, o)
	case askMove:
		return r.move(v, o)
	}
	return r.show(v, o, v.Event.Kind == flows.Told)
}

// allowed tells whether the visitor may push to all that an order is for; what
// is refused is said and logged.
func allowed(v *office.Visit, o Order) bool {
	return permitted(v, o, v.May)
}

// permitted asks for everything that an order needs. What goes to more than
// cohorts and enterprises, only the coordination sees.
func permitted(v *office.Visit, o Order, may func(office.Act, string) bool) bool {
	if mine(v, o) && o.State == Sent {
		return true
	}
	if o.Everyone || len(o.To) > 0 {
		return may(office.SeeAll, "")
	}
	for _, id := range cohortsOf(v.Programme, o) {
		if !may(office.PushModules, id) {
			return false
		}
	}
	return true
}

// mine tells whether the visitor gave an order.
func mine(v *office.Visit, o Order) bool { return o.By != "" && o.By == v.Member.ID }

// cohortsOf are the cohorts of an order, and of its enterprises; of an
// enterprise in none, nobody's.
func cohortsOf(p *register.Programme, o Order) []string {
	all := append([]string{}, o.Cohorts...)
	for _, id := range o.Enterprises {
		c, _ := p.CohortOf(id)
		all = append(all, c.ID)
	}
	if len(all) == 0 {
		all = append(all, "")
	}
	return all
}

func (r Room) menu(v *office.Visit) error {
	_, rows, err := r.Front(v)
	if err != nil {
		return err
	}
	text := v.Word("push.menu")
	if len(rows) == 0 {
		text = v.Word("push.nothing")
	}
	v.Tell(text, append(rows, v.Home())...)
	return nil
}

// show shows the receipt: in its place, or as a new card.
func (r Room) show(v *office.Visit, o Order, inPlace bool) error {
	if o.State != Sent {
		return r.menu(v)
	}
	c, err := receiptCard(v, o)
	if err == nil {
		c.Replace, c.Silent = inPlace, inPlace
		v.Say(c)
	}
	return err
}

// drop gives an order up before it is given.
func (r Room) drop(v *office.Visit, o Order) error {
	if o.State == Sent {
		return r.show(v, o, false)
	}
	o.State = Dropped
	if err := v.Keep(o.Entry()); err != nil {
		return err
	}
	v.Say(flows.Card{ID: cardID(o), Replace: true, Top: true, Lines: []flows.Line{
		{Style: flows.Body, Text: v.Word("push.dropped", "module", o.Module)},
	}, Buttons: [][]flows.Button{v.Home()}})
	return nil
}

// withdraw takes a planned push back.
func (r Room) withdraw(v *office.Visit, o Order) error {
	if o.State != Sent {
		return r.menu(v)
	}
	err := Withdraw(v.Ctx, v.Store(), o.ID, v.Now())
	switch {
	case err == nil:
		r.retell(v, o, markWithdrawn)
		return r.show(v, o, true)
	case errors.Is(err, ErrGone):
		v.Tell(v.Word("push.gone"), v.Home())
		return nil
	}
	return err
}

// again offers a push to those who missed it, once for each press of a button
// that was shown.
func (r Room) again(v *office.Visit, o Order) error {
	args := v.Args()
	now, err := receiptOf(v, o)
	if err != nil {
		return err
	}
	round, _ := strconv.Atoi(args[len(args)-1])
	switch {
	case o.State != Sent || now.Stage == Planned || now.Stage == Withdrawn:
		return r.show(v, o, false)
	case round != now.Rounds+1:
		v.Tell(v.Word("push.again.already"), v.Home())
		return nil
	case now.Waiting() == 0:
		v.Tell(v.Word("push.again.nobody"), v.Home())
		return nil
	}
	v.Post(o.box(), boxRound+strconv.Itoa(round), flows.Note{Kind: office.Press(verb, boxRound, strconv.Itoa(round))}, v.Now())
	v.Tell(v.Word("push.again.done", "n", strconv.Itoa(now.Waiting())), v.Home())
	return nil
}

func cardID(o Order) string { return verb + "-" + o.ID }

func clip(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	return string(runes[:n-1]) + "…"
}
