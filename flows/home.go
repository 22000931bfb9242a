package flows

import (
	"strconv"

	"visesbot/flows/form"
)

// home is where everything starts from.
func (st *step) home() {
	if st.s.Dossier == "" || st.s.Person == "" {
		st.settledIn()
		return
	}
	st.move(moveRest, Home)
	st.s.Asked, st.s.Place, st.s.Focus, st.s.Since = "", "", nil, 0
	lines := []Line{{Style: Heading, Text: st.d.Head().Enterprise.Name}}
	if st.guest() {
		lines = append(lines, Line{Style: Body, Text: st.word("home.delegate", "stakeholder", st.named(st.s.Delegate))})
	}
	lines = append(lines, Line{Style: Body, Text: st.whereWeAre()})
	st.say(Card{Lines: lines, Buttons: st.homeButtons()})
}

// whereWeAre says in one sentence what is open.
func (st *step) whereWeAre() string {
	phase := st.phaseTitle(st.d.Head().Phase)
	if !st.mayAnswer() {
		return st.word("home.modules")
	}
	n := st.left()
	switch {
	case st.d.Ended():
		return st.word("ended")
	case outsideRole(st.s.Role) && st.gate() == gateSigned:
		return st.word("home.sign", "phase", phase)
	case n.Questions == 0:
		return st.word("home.nothing", "phase", phase)
	}
	if n.Questions == 1 {
		return st.word("home.open.one", "phase", phase)
	}
	return st.word("home.open", "phase", phase, "n", strconv.Itoa(n.Questions), "minutes", strconv.Itoa(n.Minutes()))
}

func (st *step) homeButtons() [][]Button {
	rows := append(st.cycleButtons(), st.suggestion()...)
	if outsideRole(st.s.Role) && st.gate() == gateSigned {
		rows = append(rows, row(primary(st.word("sign.look"), bReview)))
	}
	switch {
	case !st.mayAnswer():
		rows = append(rows, row(button(st.word("consent.yes"), bConsent+"~yes")))
	case st.hasOpen():
		rows = append(rows, row(primary(st.word("home.answer"), bAnswer)))
	}
	if st.mayAnswer() {
		rows = append(rows, row(button(st.word("review"), bReview), button(st.word("change"), bChange)))
	}
	rows = append(rows, row(quiet(st.word("modules"), bModules), quiet(st.word("progress"), bStatus)))
	if st.mayAnswer() && len(st.plans()) > 0 {
		rows = append(rows, row(quiet("📅 "+st.word("calendar"), bCalendar)))
	}
	if outsideRole(st.s.Role) {
		rows = append(rows, row(quiet(st.word("path"), bPath)))
	}
	if outsideRole(st.s.Role) && st.s.Member != "" {
		rows = append(rows, row(quiet(st.word("programme"), OfficePrefix+"front")))
	}
	if st.mayInvite() {
		rows = append(rows, row(quiet(st.word("invite"), bInvite)))
	}
	if st.mayAnswer() && len(st.d.Head().Releases) > 0 {
		rows = append(rows, row(quiet(st.word("sharing"), bSharing)))
	}
	return append(rows,
		row(quiet(st.word("language"), bLangs), quiet(st.word("reminders"), bReminders), quiet(st.word("help"), bHelp)))
}

func (st *step) hasOpen() bool {
	_, open := st.d.Next(st.who())
	return open
}

// help tells what can be done here; it leaves the question on the table.
func (st *step) help() {
	lines := []Line{{Style: Heading, Text: st.word("help.title")}}
	for _, key := range []string{"help.answer", "help.buttons", "help.words", "help.stop", "help.who"} {
		lines = append(lines, Line{Style: Bullet, Text: st.word(key)})
	}
	rows := [][]Button{}
	if q := st.asking(); q != nil {
		rows = append(rows, row(primary("‹ "+st.word("back.question"), data(vShow, st.s.Place, ""))))
	}
	rows = append(rows, row(quiet(st.word("reminders"), bReminders)), st.goHome())
	st.say(Card{Lines: lines, Buttons: rows})
}

// progress tells how far each block of the phase is.
func (st *step) progress() {
	switch {
	case !st.mayAnswer():
		st.consentFirst()
		return
	case st.guest():
		st.home()
		return
	}
	phase, ok := st.script.Questionnaire.Phase(st.d.Head().Phase)
	if !ok {
		st.home()
		return
	}
	lines := []Line{{Style: Heading, Text: phase.Title.In(st.lang())}}
	for _, b := range phase.Blocks {
		lines = append(lines, Line{Style: Bullet, Text: st.blockProgress(b)})
	}
	lines = append(lines, Line{Style: Hint, Text: st.whereWeAre()})
	st.say(Card{Lines: lines, Buttons: [][]Button{st.goHome()}})
}

func (st *step) blockProgress(b *form.Block) string {
	done, all := 0, 0
	st.d.WalkBlock(b, func(at form.Placed) {
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
	return mark + " " + b.Title.In(st.lang()) + " · " + strconv.Itoa(done) + "/" + strconv.Itoa(all)
}
