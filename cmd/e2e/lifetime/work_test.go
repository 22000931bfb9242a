package lifetime

import (
	"context"
	"fmt"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/push"
	"visesbot/flows"
	"visesbot/flows/workday"
)

// come lets the people of partners in, in the order of the register.
func (l *life) come() {
	ctx := context.Background()
	if err := l.store.PutEntries(ctx, l.programme.register()...); err != nil {
		l.t.Fatal(err)
	}
	for _, m := range l.programme.members {
		if err := l.store.PutInvite(ctx, m.id, flows.Invite{Member: m.id}); err != nil {
			l.t.Fatal(err)
		}
		m.came = l.clock.Now()
		l.hear(m, bot.Update{Start: true, Code: m.id})
		l.drain()
		for _, subject := range m.subjects() {
			if m.weekday != time.Monday {
				l.fill(m, "o~digest~when~"+subject, "day", fmt.Sprint(int(m.weekday)), "hour", "9", "state", "on")
			}
		}
		l.drain()
	}
}

// hear lets somebody of a partner do something now.
func (l *life) hear(m *member, u bot.Update) {
	m.acted = l.clock.Now()
	l.accept(u, m.address, m.zone)
}

// fill has them fill in a form.
func (l *life) fill(m *member, press string, pairs ...string) {
	f := map[string][]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		f[pairs[i]] = []string{pairs[i+1]}
	}
	l.hear(m, bot.Update{Press: press, Fields: f})
}

// work plans what partners do in their working hours: they look around, push
// modules, call meetings, send friendly words, book hours of guidance. Enterprises
// call for help meanwhile.
func (l *life) work() {
	for i, m := range l.programme.members {
		for n := range 8 {
			l.agenda.add(working(begins().AddDate(0, 2*n, 3+i), m), func() { l.hear(m, bot.Update{Press: "o~front"}) })
		}
	}
	for _, o := range l.orders() {
		l.agenda.add(working(o.given, o.by), func() { l.push(o) })
	}
	l.meetings()
	l.nudges()
	l.guidance()
	for i := range 60 {
		who := l.programme.people[i*17%len(l.programme.people)]
		l.agenda.add(working(begins().AddDate(0, 0, 20+8*i), l.programme.members[who.at.cohort]), func() { l.call(who) })
	}
}

// working is a quarter past ten on that day, or on the first working day after it.
func working(day time.Time, m *member) time.Time {
	at := workday.At(day.In(m.zone), workday.Rhythm{Hour: 10}, countryOf(m.partner), m.zone)
	return at.Add(15 * time.Minute)
}

// order is a push that somebody is going to give.
type order struct {
	by        *member
	cohorts   []int
	module    string
	given     time.Time
	day, hour string    // of the form; empty: at once
	again     time.Time // when it is offered again; zero: never
	id        string    // once it is given
}

// orders are one or two pushes of each accompanist, some planned for the night, a
// weekend or a holiday; one of a trainer, and one of the coordinator to all.
func (l *life) orders() []*order {
	if l.pushed != nil {
		return l.pushed
	}
	modules := l.witness.engine.Script.Modules
	add := func(by *member, after int, day, hour string, cohorts ...int) *order {
		o := &order{by: by, cohorts: cohorts, module: modules[len(l.pushed)%len(modules)].ID, given: begins().AddDate(0, 0, after), day: day, hour: hour}
		l.pushed = append(l.pushed, o)
		return o
	}
	when := [][2]string{{"", ""}, {"2027-05-06", "10:00"}, {"2027-06-15", "03:00"}, {"2027-06-12", "21:30"}, {"2027-11-10", "09:00"}}
	for c := range cohorts {
		m, w := l.programme.members[c], when[c%len(when)]
		add(m, 20+c, w[0], w[1], c)
		if c%3 == 0 {
			add(m, 270+c, "", "", c)
		}
	}
	l.pushed[0].again = begins().AddDate(0, 0, 50)
	l.pushed[1].again = begins().AddDate(0, 0, 300)
	add(l.programme.members[cohorts], 120, "", "", 0)
	all := make([]int, cohorts)
	for c := range all {
		all[c] = c
	}
	add(l.programme.members[members-1], 290, "2027-12-25", "23:00", all...)
	return l.pushed
}

// push gives an order as a trainer does: by the form, and by the button below
// the summary.
func (l *life) push(o *order) {
	var ids []string
	for _, c := range o.cohorts {
		ids = append(ids, cohortID(c))
	}
	l.hear(o.by, bot.Update{Press: "o~push~new", Fields: map[string][]string{
		"module": {o.module}, "cohorts": ids, "day": {o.day}, "hour": {o.hour}, "note": {"Bonne lecture !"},
	}})
	l.drain()
	entries, err := l.store.Entries(context.Background(), push.Table)
	if err != nil {
		l.t.Fatal(err)
	}
	for _, x := range push.Orders(entries) {
		if x.By == o.by.id && x.State == push.Draft {
			o.id = x.ID
		}
	}
	l.hear(o.by, bot.Update{Press: "o~push~send~" + o.id})
	if !o.again.IsZero() {
		l.agenda.add(working(o.again, o.by), func() { l.hear(o.by, bot.Update{Press: "o~push~again~" + o.id + "~2"}) })
	}
}

// call asks whoever accompanies for help on the question on the table.
func (l *life) call(who *person) {
	s, err := l.store.Session(context.Background(), who.address)
	if err != nil {
		l.t.Fatal(err)
	}
	if who.accompanies || s.Place == "" {
		return
	}
	l.calls++
	l.accept(bot.Update{Press: flows.NeedHelp(s.Place), Fields: map[string][]string{"text": {"Que veut dire ce mot ?"}}}, who.address, who.zone)
}

// answerCall is what partners do about what they did not ask for: they answer a
// call for help below it, and close it.
func (l *life) answerCall(m *member, x shown) {
	thread, is := strings.CutPrefix(x.Card, "thread-")
	if !is || x.Under != "" {
		return
	}
	at := l.clock.Now().Add(time.Duration(5+m.dice.IntN(90)) * time.Minute)
	l.agenda.add(at, func() { l.hear(m, bot.Update{Text: "C'est l'effet sur les gens.", Under: x.receipt}) })
	if m.dice.IntN(3) > 0 {
		l.agenda.add(at.Add(time.Hour), func() { l.hear(m, bot.Update{Press: "o~thread~solved~" + thread}) })
	}
}

// entries are those of a table at the end.
func (l *life) entries(table, below string) []register.Entry {
	all, err := l.store.Below(context.Background(), table, below)
	if err != nil {
		l.t.Fatal(err)
	}
	return all
}
