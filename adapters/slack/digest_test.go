package slack_test

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/rooms/digest"
	"visesbot/bot/rooms/push"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/form"
)

// crowded is the digest of ten enterprises with long names, in which everything
// is at its worst.
func crowded() digest.Digest {
	now := time.Date(2027, 3, 8, 9, 0, 0, 0, time.UTC)
	v := digest.View{Name: strings.Repeat("Cohorte & ", 20), Now: now, Since: now.AddDate(0, 0, -7), Checks: []string{"P2-11.checked"}}
	for i := range 10 {
		s := digest.Seen{
			ID: fmt.Sprintf("e%d", i), Name: strings.Repeat("Coopérative <&> ", 12), Used: 12345, Budget: 60000, Chosen: strings.Repeat("Question & ", 100),
			Head: form.Head{Phase: "collection", Open: []string{"P2-11.checked"}}, Last: &digest.Step{Question: "P2-20", At: now.AddDate(0, 0, -40)},
			Worries: map[string]int{digest.WorryTrust: 99, digest.WorryFew: 99, digest.WorrySensitive: 99}, Helps: []time.Time{now},
		}
		for d := range 10 {
			s.Head.Closed = append(s.Head.Closed, form.Closed{Phase: "diagnosis", At: now})
			s.Head.Backs = append(s.Head.Backs, form.Back{Kind: form.RecordReopen, Phase: "diagnosis", At: now})
			s.Head.Plans = append(s.Head.Plans, form.Plan{Next: now.AddDate(0, 0, d)})
			s.Records = append(s.Records,
				form.Record{Delivery: &form.Delivery{Person: "p1", Module: fmt.Sprintf("M%d", d), Version: "0123456789ab"}},
				form.Record{Feedback: &form.Feedback{On: fmt.Sprintf("P1-%02d.something", d), Verdict: "irrelevant"}})
		}
		v.Seen = append(v.Seen, s)
	}
	return digest.Compute(v)
}

// The worst digest is one message that Slack takes, in every language, with its
// picture told in words and five buttons; the detail in its thread is taken too.
func TestDigestFits(t *testing.T) {
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	l, d := newLab(t, false), crowded()
	var row []flows.Button
	for i := range 5 {
		row = append(row, flows.Button{Label: "Faire signe à l'équipe", Data: fmt.Sprintf("o~digest~nudge~%d", i)})
	}
	for _, lang := range form.Langs() {
		s := digest.Speech{Sentences: office.Sentences{Script: script, Log: slog.Default()}, Lang: lang, At: time.UTC}
		card := flows.Card{ID: "digest-north", Lang: lang, Lines: s.Lines(d), Media: &flows.Media{Kind: "picture", File: "x", Alt: s.Alt(d)}, Buttons: [][]flows.Button{row}}
		all := bot.Compose(card, l.channel.Capabilities())
		if len(all) != 1 {
			t.Fatalf("in %s a digest makes %d messages", lang, len(all))
		}
		l.clock.Move(5 * time.Second) // a message a second
		receipt := l.send(l.people[0], all[0])
		for _, m := range bot.Compose(flows.Card{ID: "digest-north-d", Lang: lang, Lines: s.Detail(d)}, l.channel.Capabilities()) {
			m.Under = string(receipt)
			l.clock.Move(5 * time.Second)
			l.send(l.people[0], m)
		}
	}
}

// The longest digest of a trainer is one message that Slack takes, and its detail,
// check by check, is taken too.
func TestDigestOfTrainerFits(t *testing.T) {
	script, problems := definition.Load(content.FS)
	if script == nil {
		t.Fatal(problems)
	}
	l, d := newLab(t, false), digest.Taught{}
	for _, m := range slices.Concat(script.Modules, script.Modules) {
		x := push.Standing{Module: m.ID, Version: "0123456789ab", Tally: push.Tally{People: 9999, Delivered: 9999, Started: 9999, Finished: 9999}}
		for _, b := range m.Blocks {
			if len(b.Options) > 0 {
				x.Checks = append(x.Checks, push.Check{Block: b.ID, Answers: 9999, Wrong: 9998, Most: b.Options[0].ID})
			}
		}
		d.Sent = append(d.Sent, x)
	}
	for range 20 {
		d.Lessons = append(d.Lessons, digest.Lesson{Name: strings.Repeat("Groupe <&> ", 12), Modules: slices.Repeat([]digest.Module{{Module: "M1", Version: "0123456789ab", People: 999, Finished: 999}}, 9)})
	}
	for _, lang := range form.Langs() {
		s := digest.Speech{Sentences: office.Sentences{Script: script, Log: slog.Default()}, Lang: lang, At: time.UTC}
		all := bot.Compose(flows.Card{ID: "digest-all", Lang: lang, Lines: s.Taught(d)}, l.channel.Capabilities())
		if len(all) != 1 {
			t.Fatalf("in %s a digest makes %d messages", lang, len(all))
		}
		l.clock.Move(5 * time.Second)
		receipt := l.send(l.people[0], all[0])
		detail := bot.Compose(flows.Card{ID: "digest-all-d", Lang: lang, Lines: s.Asked(d)}, l.channel.Capabilities())
		if len(detail) == 0 || len(detail) > 3 {
			t.Errorf("in %s the detail makes %d messages", lang, len(detail))
		}
		for _, m := range detail {
			m.Under = string(receipt)
			l.clock.Move(5 * time.Second)
			l.send(l.people[0], m)
		}
	}
}
