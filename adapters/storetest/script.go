package storetest

import (
	"fmt"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// The script is a small bot: what it does is the same whatever happens between
// the calls, and in whatever order conversations have their turn.

// dossiers tells which dossier each conversation is about.
func dossiers() map[bot.Address]string {
	return map[bot.Address]string{"test:a": "d1", "test:b": "d1", "test:c": "d2"}
}

// inbound is what the platform delivers.
func inbound() []bot.Posted {
	var all []bot.Posted
	for i, a := range []bot.Address{"test:a", "test:b", "test:c", "test:a", "test:b"} {
		j := update(fmt.Sprintf("u%d", i/3+1))
		j.Due = noon().Add(time.Duration(i) * time.Second)
		j.Event.At = j.Due
		all = append(all, bot.Posted{To: a, Job: j})
	}
	return all
}

// peer is who gets a note.
func peer(a bot.Address) bot.Address {
	return map[bot.Address]bot.Address{"test:a": "test:b", "test:b": "test:a", "test:c": "test:a"}[a]
}

// act is one turn: it says a card, writes its own answer, record, item and
// list, tells the peer and sets a reminder.
func act(c bot.Claim, v form.Source) bot.Outcome {
	s := c.Session
	s.Address, s.Dossier = string(c.Address), dossiers()[c.Address]
	s.Cards++
	card := fmt.Sprintf("c%d", s.Cards)
	o := bot.Outcome{Session: &s, Dossier: s.Dossier, Changes: write(c, v)}
	o.Jobs = append(o.Jobs, bot.Job{ID: "s-" + card, Kind: bot.JobSend, Due: noon(), Message: &bot.Message{Card: card}})
	if c.Job.Kind == bot.JobUpdate {
		o.Jobs = append(o.Jobs, timer("remind", c.Job.Event.At.Add(time.Hour)))
		o.Elsewhere = []bot.Posted{{To: peer(c.Address), Job: bot.Job{
			ID: "n-" + string(c.Address[5:]) + "-" + c.Job.ID, Kind: bot.JobNote, Due: c.Job.Event.At.Add(10 * time.Second),
			Event: &flows.Event{Kind: flows.Told, At: c.Job.Event.At, Note: &flows.Note{Kind: "seen", From: string(c.Address)}},
		}}}
	}
	if c.Job.Kind == bot.JobNote {
		o.Jobs = append(o.Jobs, timer("remind", time.Time{}))
	}
	return o
}

// write is what a turn changes in the dossier.
func write(c bot.Claim, v form.Source) form.Changes {
	h := v.Head()
	h.Dossier = dossiers()[c.Address]
	h.Version++
	h.Records++
	me := form.Path(c.Address[5:])
	a, l := form.Answer{}, form.List{}
	if before, ok := v.Answer(form.At("Q1", me)); ok {
		a = *before
	}
	a.Place, a.At, a.Revision = form.At("Q1", me), c.Job.Event.At, a.Revision+1
	a.Value.Text += "|" + c.Job.ID
	if before, ok := v.List(form.ListKeyOf("change", me)); ok {
		l = *before
	}
	l.Collection, l.Parent, l.Made = "change", me, l.Made+1
	item := form.Item{Path: me.Join(fmt.Sprintf("ch%d", l.Made)), Label: c.Job.ID, At: c.Job.Event.At}
	return form.Changes{
		Head: &h, Answers: []form.Answer{a}, Lists: []form.List{l}, Items: []form.Item{item},
		Records: []form.Record{{Seq: h.Records, Kind: form.RecordAnswer, At: a.At, Answer: &a}},
	}
}

// deliver is what becomes of a send: the second card of everybody is sent at
// the second try only, the third of test:a never.
func deliver(c bot.Claim) (o bot.Outcome, sent bool) {
	j := c.Job
	if j.ID == "s-c2" && j.Attempts == 0 {
		return bot.Outcome{Job: put(j, j.Due.Add(30*time.Second))}, false
	}
	if j.ID == "s-c3" && c.Address == "test:a" {
		j.Dead, j.Error = true, "gone"
		return bot.Outcome{Job: &j}, false
	}
	return bot.Outcome{Receipts: map[string]bot.Receipt{j.Message.Card: bot.Receipt("r-" + j.ID)}}, true
}
