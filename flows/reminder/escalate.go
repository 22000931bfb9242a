package reminder

import (
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// nextWatch is when to look whether those who accompany the enterprise have to
// know that somebody is silent, or has been in a pause for long.
func nextWatch(t *talk.Turn) time.Time {
	switch p := t.Session.Pause; {
	case !t.MayAnswer() || flows.OutsideRole(t.Session.Role) || t.Session.Away:
		return time.Time{}
	case p != nil && p.Until.IsZero() && !p.Told:
		return t.OutsideQuietHours(p.Since.In(t.Event.At.Location()).Add(longPause))
	case p == nil && t.Session.Reminded >= maxReminders && !t.Session.Silent:
		return t.OutsideQuietHours(t.Session.Silence)
	}
	return time.Time{}
}

// escalate tells those who accompany, once: they are not told again before the
// person has done something.
func escalate(t *talk.Turn) {
	if at := nextWatch(t); at.IsZero() || at.After(t.Event.At) {
		return
	}
	if t.Session.Pause != nil {
		pause := *t.Session.Pause
		pause.Told = true
		t.Session.Pause = &pause
		notifyKept(t, flows.Note{Kind: flows.NotePaused, From: t.Session.Respondent})
		return
	}
	t.Session.Silent = true
	notifyKept(t, flows.Note{Kind: flows.NoteSilent, From: t.Session.Respondent, Place: reached(t), Text: t.Session.Seen.Format(time.DateOnly)})
}

// notifyKept tells those who accompany, when they may be written to.
func notifyKept(t *talk.Turn, n flows.Note) {
	if !flows.OutsideRole(t.Session.Role) {
		t.NotifyAccompanists(n)
	}
}

// reached is the last question that the person got to.
func reached(t *talk.Turn) form.Place {
	if t.Session.Place != "" {
		return t.Session.Place
	}
	p, _ := t.Dossier.Next(t.Free())
	return p
}

// MayWait tells whether a note is kept until something may be said.
func MayWait(n *flows.Note) bool {
	return n.Kind == flows.NoteSilent || n.Kind == flows.NotePaused || flows.Announces(n)
}

// maxLetters bounds how many are kept; the oldest go first.
const maxLetters = 20

// KeepLetter keeps a note until the quiet hours are over.
func KeepLetter(t *talk.Turn, n flows.Note) {
	all := append(slices.DeleteFunc(slices.Clone(t.Session.Letters), n.Outdates), n)
	t.Session.Letters = all[max(0, len(all)-maxLetters):]
	t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerLetters, At: t.OutsideQuietHours(t.Event.At)}})
}

// openLetters tells what was kept.
func openLetters(t *talk.Turn) {
	if !t.MayWrite() {
		t.Wishes = append(t.Wishes, flows.Wish{Wait: &flows.Wait{Name: flows.TimerLetters, At: t.OutsideQuietHours(t.Event.At)}})
		return
	}
	letters := t.Session.Letters
	t.Session.Letters = nil
	for i := range letters {
		t.Ways.Notice(t, &letters[i])
	}
}

// noticeSilence tells whoever accompanies that somebody is silent, or in a pause.
func noticeSilence(t *talk.Turn, n *flows.Note) {
	lines := []flows.Line{{Style: flows.Body, Text: silenceWords(t, n)}}
	if q, ok := t.Script.Questionnaire.Question(n.Place.Question()); ok {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: t.Word("told.silent.last", "question", t.ShortText(q, n.Place))})
	}
	t.Say(flows.Card{Lines: lines, Buttons: [][]flows.Button{talk.Row(talk.Button(t.Word("review"), flows.Press(flows.VerbReview)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)))}})
}

func silenceWords(t *talk.Turn, n *flows.Note) string {
	enterprise, who := t.Dossier.Head().Enterprise.Name, t.Dossier.Label(form.Path(n.From), t.Lang())
	if who == "" {
		who = t.Word("told.unreached.somebody")
	}
	since, err := time.Parse(time.DateOnly, n.Text)
	day := form.Day(since, t.Lang())
	switch {
	case n.Kind == flows.NoteSilent:
		return t.Word("told.silent", "enterprise", enterprise, "who", who, "day", day)
	case err != nil:
		return t.Word("told.paused.open", "enterprise", enterprise, "who", who)
	}
	return t.Word("told.paused", "enterprise", enterprise, "who", who, "day", day)
}
