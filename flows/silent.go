package flows

import (
	"slices"
	"time"

	"visesbot/flows/form"
)

// nextWatch is when to look whether those who accompany the enterprise have to
// know that somebody is silent, or has been in a pause for long.
func (st *step) nextWatch() time.Time {
	switch p := st.s.Pause; {
	case !st.mayAnswer() || outsideRole(st.s.Role) || st.s.Away:
		return time.Time{}
	case p != nil && p.Until.IsZero() && !p.Told:
		return st.spoken(p.Since.In(st.ev.At.Location()).Add(longPause))
	case p == nil && st.s.Reminded >= maxReminders && !st.s.Silent:
		return st.spoken(st.s.Silence)
	}
	return time.Time{}
}

// tellSilence tells those who accompany, once: they are not told again before the
// person has done something.
func (st *step) tellSilence() {
	if at := st.nextWatch(); at.IsZero() || at.After(st.ev.At) {
		return
	}
	if st.s.Pause != nil {
		pause := *st.s.Pause
		pause.Told = true
		st.s.Pause = &pause
		st.tellKept(Note{Kind: notePaused, From: st.s.Respondent})
		return
	}
	st.s.Silent = true
	st.tellKept(Note{Kind: noteSilent, From: st.s.Respondent, Place: st.reached(), Text: st.s.Seen.Format(time.DateOnly)})
}

// tellKept tells those who accompany, when they may be written to.
func (st *step) tellKept(n Note) {
	if !outsideRole(st.s.Role) {
		st.tellAccompanists(n)
	}
}

// reached is the last question that the person got to.
func (st *step) reached() form.Place {
	if st.s.Place != "" {
		return st.s.Place
	}
	p, _ := st.d.Next(st.free())
	return p
}

// mayWait tells whether a note is kept until something may be said.
func mayWait(n *Note) bool { return n.Kind == noteSilent || n.Kind == notePaused || announces(n) }

// maxLetters bounds how many are kept; the oldest go first.
const maxLetters = 20

// keepLetter keeps a note until the quiet hours are over.
func (st *step) keepLetter(n Note) {
	all := append(slices.DeleteFunc(slices.Clone(st.s.Letters), n.outdates), n)
	st.s.Letters = all[max(0, len(all)-maxLetters):]
	st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerLetters, At: st.spoken(st.ev.At)}})
}

// outdates tells whether a note makes an earlier one useless: a change that nobody
// has read yet, of the same meeting or day.
func (n Note) outdates(old Note) bool {
	same := n.Kind == old.Kind && n.Fields["id"] == old.Fields["id"]
	return same && old.Fields["state"] == MeetingChanged && (n.Kind == NoteMeeting || n.Kind == NoteEvent)
}

// openLetters tells what was kept.
func (st *step) openLetters() {
	if !st.mayWrite() {
		st.wishes = append(st.wishes, Wish{Wait: &Wait{Name: timerLetters, At: st.spoken(st.ev.At)}})
		return
	}
	letters := st.s.Letters
	st.s.Letters = nil
	for i := range letters {
		st.toldNews(&letters[i], "")
	}
}

// toldSilence tells whoever accompanies that somebody is silent, or in a pause.
func (st *step) toldSilence(n *Note) {
	lines := []Line{{Style: Body, Text: st.silenceWords(n)}}
	if q, ok := st.script.Questionnaire.Question(n.Place.Question()); ok {
		lines = append(lines, Line{Style: Hint, Text: st.word("told.silent.last", "question", st.shortText(q, n.Place))})
	}
	st.say(Card{Lines: lines, Buttons: [][]Button{row(button(st.word("review"), bReview), quiet(st.word("home"), bHome))}})
}

func (st *step) silenceWords(n *Note) string {
	enterprise, who := st.d.Head().Enterprise.Name, st.d.Label(form.Path(n.From), st.lang())
	if who == "" {
		who = st.word("told.unreached.somebody")
	}
	since, err := time.Parse(time.DateOnly, n.Text)
	day := form.Day(since, st.lang())
	switch {
	case n.Kind == noteSilent:
		return st.word("told.silent", "enterprise", enterprise, "who", who, "day", day)
	case err != nil:
		return st.word("told.paused.open", "enterprise", enterprise, "who", who)
	}
	return st.word("told.paused", "enterprise", enterprise, "who", who, "day", day)
}
