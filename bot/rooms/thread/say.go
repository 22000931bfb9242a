package thread

import (
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// enter finds a thread and the visitor's end in it. Who accompanies the enterprise
// and is not in it yet, joins; anybody else is refused, and nothing is to be done.
func enter(v *office.Visit, thread string) (t talk, me end, ok bool, err error) {
	t, ok, err = read(v, thread)
	if err != nil {
		return t, me, false, err
	}
	if !ok {
		return t, me, false, Room{}.nothing(v)
	}
	if me, ok = t.mine(v); ok {
		return t, me, true, nil
	}
	if !v.May(office.WriteTo, t.enterprise) {
		return t, me, false, nil
	}
	me = newEnd(t.id, t.enterprise, ofPartner, v.Address, "member", v.Member.ID)
	t.ends = append(t.ends, me)
	return t, me, true, v.Keep(me.Entry)
}

// answerForm asks what is to be written.
func (Room) answerForm(v *office.Visit, thread string) (f bot.Form, ok bool, err error) {
	t, ok, err := read(v, thread)
	if err != nil || !ok {
		return f, false, err
	}
	if _, mine := t.mine(v); !mine && !v.Allowed(office.WriteTo, t.enterprise) {
		return f, false, nil
	}
	return bot.Form{
		Title: v.Word("thread.answer"), Submit: v.Word("thread.send"),
		Fields: []bot.Field{{ID: "text", Kind: bot.LongField, Label: v.Word("thread.answer.what"), Hint: v.Word("thread.answer.hint"), Files: true}},
	}, true, nil
}

// words are what somebody wrote or sent.
type words struct {
	text  string
	files []form.File
}

func (w words) none() bool { return w.text == "" && len(w.files) == 0 }

// shown is how the writer sees it again: files by their names.
func (w words) shown() string {
	return strings.TrimSpace(w.text + "\n" + bot.Names(w.files))
}

// say hands what somebody wrote or sent to the others.
func (r Room) say(v *office.Visit, thread string, said words) error {
	t, me, ok, err := enter(v, thread)
	if err != nil || !ok {
		return err
	}
	if said.text = strings.TrimSpace(said.text); said.none() {
		v.Say(t.below(v, flows.Line{Style: flows.Body, Text: v.Word("thread.wordsonly")}))
		return nil
	}
	if t.isCall() && !t.open() && !me.partner() {
		if err := mark(v, t, Open); err != nil {
			return err
		}
	}
	at, err := t.post(v, noteSaid, v.ID(), said)
	if err != nil {
		return err
	}
	c := t.below(v, flows.Line{Style: flows.Hint, Text: t.receipt(v, at)})
	c.Silent = true
	v.Say(c)
	if to := t.others(v); to != "" {
		t.heard(v, to)
	}
	return nil
}

// below is a card that stands in the thread.
func (t talk) below(v *office.Visit, lines ...flows.Line) flows.Card {
	return flows.Card{ID: cardBelow(t.id, v.ID()), Under: cardID(t.id), Lines: lines}
}

// others names everybody else in the thread.
func (t talk) others(v *office.Visit) string {
	var names []string
	for _, e := range t.ends {
		if e.address() != v.Address {
			names = append(names, e.name(v))
		}
	}
	return strings.Join(names, ", ")
}

// receipt says to whom something goes, and when.
func (t talk) receipt(v *office.Visit, at time.Time) string {
	to := t.others(v)
	switch {
	case to == "":
		return v.Word("thread.nobody")
	case at.After(v.Now()):
		return v.Word("thread.tomorrow", "to", to, "time", at.Format("15:04"))
	}
	return v.Word("thread.sent", "to", to)
}

// post sends a note to every other end, by day at once and at night in their
// morning. It gives the latest of these moments.
func (t talk) post(v *office.Visit, kind, id string, said words) (last time.Time, err error) {
	me, _ := t.at(v.Address)
	for _, e := range t.ends {
		if e.address() == v.Address {
			continue
		}
		at, err := v.Awake(t.enterprise, e.address())
		if err != nil {
			return last, err
		}
		v.Post(e.address(), t.id+"-"+kind+"-"+id, flows.Note{
			Kind: office.Press(verb, kind, t.id), Text: said.text, Files: said.files, Fields: map[string]string{"from": me.name(v), "lang": v.Lang},
		}, at)
		if at.After(last) {
			last = at
		}
	}
	return last, nil
}

// told shows what somebody at another end did.
func (r Room) told(v *office.Visit, kind, thread string) error {
	n := v.Event.Note
	t, ok, err := read(v, thread)
	if err != nil || !ok || n == nil {
		return err
	}
	me, ok := t.mine(v)
	if !ok {
		return nil
	}
	if kind == noteRoot {
		return r.root(v, t, me, n)
	}
	from := n.Fields["from"]
	if kind == noteDone {
		v.Say(t.below(v, flows.Line{Style: flows.Body, Text: v.Word("thread.closedby", "from", from)}))
		return nil
	}
	c := t.below(v, saying(v, n)...)
	c.Files, c.Buttons = n.Files, t.buttons(v, me)
	v.Say(c)
	t.heard(v, from)
	return nil
}

// saying is what somebody wrote, with who it is from; files come ahead of it.
func saying(v *office.Visit, n *flows.Note) []flows.Line {
	if n.Text == "" {
		return []flows.Line{{Style: flows.Body, Text: v.Word("thread.sends", "from", n.Fields["from"])}}
	}
	return []flows.Line{{Style: flows.Body, Text: v.Word("thread.writes", "from", n.Fields["from"])}, own(n.Text, n.Fields["lang"], v.Lang)}
}

// buttons are those below what somebody wrote: to answer, and to close a call.
func (t talk) buttons(v *office.Visit, me end) [][]flows.Button {
	row := []flows.Button{{Label: v.Word("thread.answer"), Data: office.Press(verb, doAnswer, t.id), Kind: "form"}}
	if t.isCall() {
		row = append(row, flows.Button{Label: v.Word("thread.solved"), Data: office.Press(verb, doSolved, t.id)})
	}
	if me.partner() && v.Allowed(office.OpenDossier, t.enterprise) {
		row = append(row, flows.Button{Label: v.Word("thread.dossier"), Data: office.Press("cohort", "open", t.enterprise)})
	}
	return [][]flows.Button{row}
}

// solve closes a call; both sides are told, and it can be opened again by writing.
func (r Room) solve(v *office.Visit, thread string) error {
	t, _, ok, err := enter(v, thread)
	if err != nil || !ok || !t.isCall() {
		return err
	}
	if !t.open() {
		v.Say(t.below(v, flows.Line{Style: flows.Body, Text: v.Word("thread.closed")}))
		return nil
	}
	if err := mark(v, t, Closed); err != nil {
		return err
	}
	if _, err := t.post(v, noteDone, v.ID(), words{}); err != nil {
		return err
	}
	v.Say(t.below(v, flows.Line{Style: flows.Body, Text: v.Word("thread.closed")}))
	return nil
}

// enterpriseName is what the enterprise of a thread is called.
func (t talk) enterpriseName(v *office.Visit) string {
	return v.Programme.Name(register.Enterprises, t.enterprise)
}

// kept hands over what the visitor typed below a person's words, and said was for
// them.
func (r Room) kept(v *office.Visit, thread string) error {
	h := v.Session.Heard
	v.Session.Heard = nil
	if h == nil || h.Text == "" && len(h.Files) == 0 {
		v.Tell(v.Word("thread.keptgone"), v.Home())
		return nil
	}
	return r.say(v, thread, words{h.Text, h.Files})
}
