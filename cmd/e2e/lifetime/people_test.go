package lifetime

import (
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// react is what somebody does about what they did not ask for.
func (l *life) react(who *person, about *witnessed) {
	if about.cause == silence || about.cause == invitation || about.cause == nudge {
		return
	}
	after := time.Duration(1+who.dice.IntN(600)) * time.Minute
	if about.cause == pushed {
		if who.nature != forgetful || who.dice.IntN(4) == 0 {
			n := steps
			if who.nature != answering {
				n = 8
			}
			l.agenda.add(l.clock.Now().Add(after), func() { l.follow(who, n) })
		}
		return
	}
	switch who.nature {
	case answering:
		l.agenda.add(l.clock.Now().Add(after), func() { l.answer(who, 1+who.dice.IntN(3)) })
	case snoozing:
		if who.dice.IntN(3) > 0 {
			l.agenda.add(l.clock.Now().Add(after/10), func() { l.snooze(who) })
			return
		}
		l.agenda.add(l.clock.Now().Add(after), func() { l.answer(who, 2) })
	case pausing:
		if who.dice.IntN(4) == 0 {
			l.agenda.add(l.clock.Now().Add(after/10), func() { l.pause(who) })
			return
		}
		l.agenda.add(l.clock.Now().Add(after), func() { l.answer(who, 1) })
	case choosing:
		l.agenda.add(l.clock.Now().Add(after/10), func() { l.choose(who) })
		l.agenda.add(l.clock.Now().Add(after), func() { l.answer(who, 1) })
	case forgetful:
		if who.dice.IntN(8) == 0 {
			l.agenda.add(l.clock.Now().Add(10*after), func() { l.answer(who, 2) })
		}
	}
}

// answer answers so many questions, a minute each.
func (l *life) answer(who *person, n int) {
	l.bring(who, l.doing(who))
	if n > 1 {
		l.agenda.add(l.clock.Now().Add(time.Minute), func() { l.answer(who, n-1) })
	}
}

// follow follows the module that was offered, as the newest message that leads on
// says: so many presses at most, a minute each.
func (l *life) follow(who *person, n int) {
	for _, m := range slices.Backward(who.newest) {
		for _, verb := range []string{"check", "next", "learn"} {
			var can []string
			for _, b := range slices.Concat(m.Buttons...) {
				if v, _, _ := strings.Cut(b.Data, "~"); v == verb {
					can = append(can, b.Data)
				}
			}
			if len(can) == 0 {
				continue
			}
			l.bring(who, bot.Update{Press: can[who.dice.IntN(len(can))]})
			if n > 1 {
				l.agenda.add(l.clock.Now().Add(time.Minute), func() { l.follow(who, n-1) })
			}
			return
		}
	}
}

// steps is how many presses somebody spends on a module who follows it to its end.
const steps = 30

// doing is what somebody does who sees the newest messages: they press what
// answers, or type what can be typed, or go on.
func (l *life) doing(who *person) bot.Update {
	for _, m := range slices.Backward(who.newest) {
		var can []string
		for _, b := range slices.Concat(m.Buttons...) {
			verb, _, _ := strings.Cut(b.Data, "~")
			if slices.Contains([]string{"a", "d", "u", "s", "F"}, verb) {
				can = append(can, b.Data)
			}
		}
		if text := typed(who, m.Input); text != "" && who.dice.IntN(3) > 0 {
			return bot.Update{Text: text}
		}
		if len(can) > 0 {
			return bot.Update{Press: can[who.dice.IntN(len(can))]}
		}
	}
	return goOn(who)
}

// goOn presses what leads to a question, if there is such a button.
func goOn(who *person) bot.Update {
	for _, m := range slices.Backward(who.newest) {
		for _, b := range slices.Concat(m.Buttons...) {
			if b.Data == "answer" || b.Data == "go" {
				return bot.Update{Press: b.Data}
			}
		}
	}
	return bot.Update{Press: "home"}
}

func typed(who *person, in flows.Input) string {
	switch in {
	case flows.NumberInput:
		return []string{"1", "7", "12", "40"}[who.dice.IntN(4)]
	case flows.DateInput:
		return []string{"1/2/2028", "31/12/2028", "15/10/2027"}[who.dice.IntN(3)]
	case flows.LineInput, flows.LongInput:
		return []string{"red", "green", "blue"}[who.dice.IntN(3)]
	}
	return ""
}

// snooze puts the last reminder off.
func (l *life) snooze(who *person) {
	how := []string{"1h", "1d", "7d", "date"}[who.dice.IntN(4)]
	l.bring(who, bot.Update{Press: "snooze~" + how})
	if how == "date" {
		day := l.clock.Now().AddDate(0, 0, 2+who.dice.IntN(20)).Format("2/1/2006")
		l.agenda.add(l.clock.Now().Add(time.Minute), func() { l.bring(who, bot.Update{Text: day}) })
	}
}

// pause wants to hear nothing for a while.
func (l *life) pause(who *person) {
	how := []string{"7", "30", "open", "date"}[who.dice.IntN(4)]
	l.bring(who, bot.Update{Press: "pause~" + how})
	switch how {
	case "date":
		day := l.clock.Now().AddDate(0, 0, 10+who.dice.IntN(60)).Format("2/1/2006")
		l.agenda.add(l.clock.Now().Add(time.Minute), func() { l.bring(who, bot.Update{Text: day}) })
	case "open":
		l.agenda.add(l.clock.Now().AddDate(0, 0, 5+who.dice.IntN(60)), func() { l.answer(who, 1) })
	}
}

// choose changes when reminders come.
func (l *life) choose(who *person) {
	l.bring(who, bot.Update{Text: "/reminders"})
	press := "reminders~" + []string{"h:9", "h:12", "h:17", "d:1", "d:3", "d:5", "o:", "o:twice", "o:week", "o:dated", "q:8-20", "q:9-18", "q:7-22"}[who.dice.IntN(13)]
	l.agenda.add(l.clock.Now().Add(time.Minute), func() { l.bring(who, bot.Update{Press: press}) })
}
