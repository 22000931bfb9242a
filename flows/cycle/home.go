package cycle

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// Home is where everything starts from.
func Home(t *talk.Turn) {
	if t.Session.Dossier == "" || t.Session.Person == "" {
		t.Ways.SettledIn(t)
		return
	}
	t.Move(flows.MoveRest, flows.Home)
	t.ExpectNothing()
	t.Session.Place, t.Session.Focus, t.Session.Since = "", nil, 0
	lines := []flows.Line{{Style: flows.Heading, Text: t.Dossier.Head().Enterprise.Name}}
	if t.Guest() {
		lines = append(lines, flows.Line{Style: flows.Body, Text: t.Word("home.delegate", "stakeholder", t.Named(t.Session.Delegate))})
	}
	lines = append(lines, flows.Line{Style: flows.Body, Text: WhereWeAre(t)})
	t.Say(flows.Card{Lines: lines, Buttons: HomeButtons(t)})
}

// WhereWeAre says in one sentence what is open.
func WhereWeAre(t *talk.Turn) string {
	phase := t.PhaseTitle(t.Dossier.Head().Phase)
	if !t.MayAnswer() {
		return t.Word("home.modules")
	}
	n := t.Left()
	switch {
	case t.Dossier.Ended():
		return t.Word("ended")
	case flows.OutsideRole(t.Session.Role) && gate(t) == flows.GateSigned:
		return t.Word("home.sign", "phase", phase)
	case n.Questions == 0:
		return t.Word("home.nothing", "phase", phase)
	}
	if n.Questions == 1 {
		return t.Word("home.open.one", "phase", phase)
	}
	return t.Word("home.open", "phase", phase, "n", strconv.Itoa(n.Questions), "minutes", strconv.Itoa(n.Minutes()))
}

// HomeButtons are the ways on from home, for this person.
func HomeButtons(t *talk.Turn) [][]flows.Button {
	rows := append(cycleButtons(t), t.Ways.Suggestion(t)...)
	if flows.OutsideRole(t.Session.Role) && gate(t) == flows.GateSigned {
		rows = append(rows, talk.Row(talk.Primary(t.Word("sign.look"), flows.Press(flows.VerbReview))))
	}
	switch {
	case !t.MayAnswer():
		rows = append(rows, talk.Row(talk.Button(t.Word("consent.yes"), flows.Press(flows.VerbConsent, "yes"))))
	case t.HasOpen():
		rows = append(rows, talk.Row(talk.Primary(t.Word("home.answer"), flows.Press(flows.VerbAnswer))))
	}
	if t.MayAnswer() {
		rows = append(rows, talk.Row(talk.Button(t.Word("review"), flows.Press(flows.VerbReview)), talk.Button(t.Word("change"), flows.Press(flows.VerbChange))))
	}
	rows = append(rows, talk.Row(talk.Quiet(t.Word("modules"), flows.Press(flows.VerbModules)), talk.Quiet(t.Word("progress"), flows.Press(flows.VerbStatus))))
	if t.MayAnswer() && len(t.Plans()) > 0 {
		rows = append(rows, talk.Row(talk.Quiet("📅 "+t.Word("calendar"), flows.Press(flows.VerbCalendar))))
	}
	if flows.OutsideRole(t.Session.Role) {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("path"), flows.Press(flows.VerbPath))))
	}
	if flows.OutsideRole(t.Session.Role) && t.Session.Member != "" {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("programme"), flows.OfficePrefix+"front")))
	}
	if t.MayInvite() {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("invite"), flows.Press(flows.VerbInvite))))
	}
	if t.MayAnswer() && len(t.Dossier.Head().Releases) > 0 {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("sharing"), flows.Press(flows.VerbSharing))))
	}
	return append(rows,
		talk.Row(talk.Quiet(t.Word("language"), flows.Press(flows.VerbLangs)), talk.Quiet(t.Word("reminders"), flows.Press(flows.VerbReminders)), talk.Quiet(t.Word("help"), flows.Press(flows.VerbHelp))))
}

// help tells what can be done here; it leaves the question on the table.
func help(t *talk.Turn) {
	if t.InGroup() {
		t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("help.title")}, {Style: flows.Body, Text: t.Word("room.help")}}})
		return
	}
	lines := []flows.Line{{Style: flows.Heading, Text: t.Word("help.title")}}
	for _, key := range []string{"help.answer", "help.buttons", "help.stop", "help.who"} {
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Word(key)})
	}
	lines = append(lines, commandLines(t)...)
	rows := [][]flows.Button{}
	if q := t.Asking(); q != nil {
		rows = append(rows, talk.Row(talk.Primary("‹ "+t.Word("back.question"), flows.PressAt(flows.AtShow, t.Session.Place, ""))))
	}
	if t.Party().Has(talk.Inside) {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("reminders"), flows.Press(flows.VerbReminders))))
	}
	rows = append(rows, t.GoHome())
	t.Say(flows.Card{Lines: lines, Buttons: rows})
}

// commandLines name what this person may type, a line for each group of commands.
func commandLines(t *talk.Turn) (lines []flows.Line) {
	for _, g := range t.Script.Commands.Shown(flows.InPrivate) {
		var names []string
		for _, e := range g.Entries {
			if slices.Contains(e.For, t.Party().String()) {
				names = append(names, e.Typed(t.Lang()))
			}
		}
		if len(names) > 0 {
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: t.Pair(g.Title.In(t.Lang()), strings.Join(names, " "))})
		}
	}
	return lines
}

// progress tells how far each block of the phase is.
func progress(t *talk.Turn) {
	switch {
	case !t.MayAnswer():
		t.Ways.ConsentFirst(t)
		return
	case t.Guest():
		Home(t)
		return
	}
	phase, ok := t.Script.Questionnaire.Phase(t.Dossier.Head().Phase)
	if !ok {
		Home(t)
		return
	}
	lines := []flows.Line{{Style: flows.Heading, Text: phase.Title.In(t.Lang())}}
	for _, b := range phase.Blocks {
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: BlockProgress(t, b)})
	}
	lines = append(lines, flows.Line{Style: flows.Hint, Text: WhereWeAre(t)})
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{t.GoHome()}})
}

// BlockProgress says in one line how far a block is.
func BlockProgress(t *talk.Turn, b *form.Block) string {
	done, all := 0, 0
	t.Dossier.WalkBlock(b, func(at form.Placed) {
		if at.Question.Type == form.Calc || at.Status == form.Irrelevant || at.Status == form.Undecided {
			return
		}
		all++
		if !at.Status.Open() {
			done++
		}
	})
	mark := "○"
	if done == all && all > 0 {
		mark = "✓"
	} else if done > 0 {
		mark = "◐"
	}
	return mark + " " + b.Title.In(t.Lang()) + " · " + strconv.Itoa(done) + "/" + strconv.Itoa(all)
}
