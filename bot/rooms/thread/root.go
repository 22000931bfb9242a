package thread

import (
	"visesbot/bot/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// root shows the first card of a thread to somebody who takes part.
func (r Room) root(v *office.Visit, t talk, me end, n *flows.Note) error {
	c := flows.Card{ID: cardID(t.id), Top: true, Buttons: t.buttons(v, me)}
	if !me.partner() {
		c.Lines, c.Files = saying(v, n), n.Files
		c.Lines[0].Style = flows.Heading
		v.Say(c)
		t.heard(v, n.Fields["from"])
		return nil
	}
	lines, err := t.asked(v)
	c.Lines, c.Files = lines, t.asker().files()
	v.Say(c)
	t.heard(v, t.asker().name(v))
	return err
}

// asked tells who asked for help, on which question and with which words; the
// answer is read now, and only where it may be.
func (t talk) asked(v *office.Visit) ([]flows.Line, error) {
	from := t.asker()
	lines := []flows.Line{{Style: flows.Heading, Text: v.Word("thread.asks", "enterprise", t.enterpriseName(v))}}
	place := form.Place(from.Fields["place"])
	if text := questionText(v, t.enterprise, place.Question(), v.Lang); text != "" {
		lines = append(lines, flows.Line{Style: flows.Body, Text: text})
	}
	if from.Fields["text"] != "" {
		lines = append(lines, own(from.Fields["text"], from.Fields["lang"], v.Lang))
	}
	if from.Fields["show"] == "yes" {
		answer, err := answerAt(v, t.enterprise, place, v.Lang)
		if err != nil {
			return nil, err
		}
		if answer != "" {
			lines = append(lines, flows.Line{Style: flows.Body, Text: v.Word("thread.theiranswer")}, flows.Line{Style: flows.Own, Text: answer})
		}
	}
	return append(lines, flows.Line{Style: flows.Hint, Text: v.Word("thread.from", "from", from.name(v))}), nil
}

// show shows the first card of a call anew, to who accompanies the enterprise.
func (r Room) show(v *office.Visit, thread string) error {
	t, me, ok, err := enter(v, thread)
	if err != nil || !ok {
		return err
	}
	lines, err := t.asked(v)
	if err != nil {
		return err
	}
	v.Say(flows.Card{ID: cardID(t.id), Top: true, Lines: lines, Files: t.asker().files(), Buttons: append(t.buttons(v, me), v.Home())})
	return nil
}
