package reminder

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// Later lets the person say when to come back, or does it.
func Later(t *talk.Turn, when string) {
	if !t.Ways.SettledIn(t) {
		return
	}
	t.ExpectNothing()
	days := map[string]int{"1": 1, "3": 3, "7": 7}[when]
	if days == 0 {
		t.Say(flows.Card{
			Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("later.when")}, {Style: flows.Hint, Text: t.Word("later.kept")}},
			Buttons: [][]flows.Button{
				talk.Row(talk.Button(t.Word("later.1"), flows.Press(flows.VerbLater, "1")), talk.Button(t.Word("later.3"), flows.Press(flows.VerbLater, "3")), talk.Button(t.Word("later.7"), flows.Press(flows.VerbLater, "7"))),
				talk.Row(talk.Quiet(t.Word("goon"), flows.Press(flows.VerbGo)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))),
			},
		})
		t.Move(flows.MovePause, flows.Paused)
		return
	}
	t.Move(flows.MovePause, flows.Paused)
	promise(t, t.Morning(t.Event.At.AddDate(0, 0, days)), "")
	t.Tell(t.Word("later.ok", "day", form.Day(t.Session.Promised, t.Lang())), talk.Row(talk.Quiet(t.Word("goon"), flows.Press(flows.VerbGo))))
}

// promise sets when to come back because the person asked for it, and to what.
func promise(t *talk.Turn, at time.Time, thing string) {
	t.Session.Promised, t.Session.Again = at, thing
}
