package push

import (
	"fmt"
	"maps"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// heard keeps what a phone tells. Told twice, it ends in the same.
func (r Room) heard(v *office.Visit, o Order, what string) error {
	n := v.Event.Note
	if n == nil || bot.Address(n.From).Valid() != nil {
		return nil
	}
	p := person{address: bot.Address(n.From), enterprise: n.Dossier}
	name := markPerson + p.key()
	if what == heardQuiz {
		name = markQuiz + n.Fields["block"] + "/" + key(o.ID, string(p.address))
	}
	entries, err := v.Store().Below(v.Ctx, Marks, o.ID+"/"+name)
	if err != nil {
		return fmt.Errorf("read the marks of a push: %w", err)
	}
	m := marksOf(o.ID, entries)
	news := quizMark(o, m, name, n, written(v.Now()))
	if what != heardQuiz {
		news = personMark(v, o, m, p, n, what)
	}
	if news.ID == "" {
		return nil
	}
	r.soon(v)
	return v.Keep(news)
}

// personMark is the mark of somebody with what was heard of them; what was heard
// first stays.
func personMark(v *office.Visit, o Order, m marks, p person, n *flows.Note, what string) register.Entry {
	name, now := markPerson+p.key(), written(v.Now())
	old := m[name]
	f := maps.Clone(old)
	if f == nil {
		f = m.offered(p, now)
		f["late"] = "yes"
	}
	switch what {
	case heardDelivered, heardStarted, heardFinished:
		if f[what] == "" {
			f[what] = now
		}
		delete(f, "cause")
	case heardMissed:
		if f[heardDelivered] == "" {
			f["cause"] = n.Fields["cause"]
		}
	default:
		return register.Entry{}
	}
	if hash := n.Fields["hash"]; hash != "" && f["hash"] == "" {
		f["hash"], f["version"] = hash, n.Fields["version"]
	}
	return mark(o.ID, name, f)
}

// quizMark is the first answer to a check: it shows what was misunderstood. It
// does not say whose it is.
func quizMark(o Order, m marks, name string, n *flows.Note, at string) register.Entry {
	if n.Fields["block"] == "" || m[name] != nil {
		return register.Entry{}
	}
	return mark(o.ID, name, map[string]string{"right": n.Fields["right"], "wrong": n.Fields["wrong"], "at": at})
}
