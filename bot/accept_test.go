package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func TestAcceptRefuses(t *testing.T) {
	w := newWorld(t)
	for _, u := range []bot.Update{
		{},
		{ID: "1"},
		{ID: "1", Address: "test"},
		{ID: "1", Address: "test:"},
		{ID: "1", Address: ":a"},
		{ID: "1", Address: "test:a.b"},
		{ID: "1", Address: "test:$a"},
		{Address: "test:a"},
	} {
		if err := w.bot.Accept(t.Context(), u); err == nil {
			t.Errorf("accepted %+v", u)
		}
	}
	w.store.fail = func(string) error { return errors.New("the disk is away") }
	if err := w.bot.Accept(t.Context(), bot.Update{ID: "1", Address: "test:a"}); err == nil {
		t.Error("accepted what was not stored")
	}
}

// Whatever arrives is stored within bounds, and the same id stays the same.
func TestAcceptBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bytes := rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOfN(rapid.Byte(), 0, 80).Draw(t, "bytes")) })
		store := newMemory()
		b, err := bot.New(bot.Options{Store: store, Scripts: bot.One(&parrot{})})
		if err != nil {
			t.Fatal(err)
		}
		u := bot.Update{
			ID: bytes.Filter(func(s string) bool { return s != "" }).Draw(t, "id"), Address: "test:a",
			Text:  strings.Repeat(bytes.Draw(t, "text"), rapid.SampledFrom([]int{0, 1, 5000}).Draw(t, "times")),
			Press: bytes.Draw(t, "press"), Start: rapid.Bool().Draw(t, "start"), Code: strings.Repeat(bytes.Draw(t, "code"), 9),
			Files: make([]form.File, rapid.IntRange(0, 50).Draw(t, "files")),
			From:  flows.Sender{Name: strings.Repeat(bytes.Draw(t, "name"), 9), Lang: bytes.Draw(t, "lang")},
		}
		for range 2 {
			if err := b.Accept(context.Background(), u); err != nil {
				t.Fatal(err)
			}
		}
		jobs := store.box("test:a").jobs
		if len(jobs) != 1 {
			t.Fatalf("%d jobs", len(jobs))
		}
		for id, j := range jobs {
			checkArrival(t, id, *j.Event, j.Code)
		}
	})
}

func checkArrival(t *rapid.T, id string, ev flows.Event, code string) {
	if strings.ContainsAny(id, ".$\x00") || !utf8.ValidString(id) || len(id) > 100 {
		t.Fatalf("job id %q", id)
	}
	for _, s := range []string{ev.Text, ev.Press, ev.Person.Name, ev.Person.Lang, code} {
		if !utf8.ValidString(s) {
			t.Fatalf("%q was stored", s)
		}
	}
	if utf8.RuneCountInString(ev.Text) > bot.MaxText+1 || len(ev.Press) > 64 || len(ev.Files) > 20 ||
		utf8.RuneCountInString(ev.Person.Name) > 200 || utf8.RuneCountInString(code) > 200 || len(ev.Person.Lang) > 2 {
		t.Fatalf("too much was stored: %+v", ev)
	}
}

func TestAcceptKinds(t *testing.T) {
	w := newWorld(t)
	w.arrive(bot.Update{Address: "test:a", Press: "go~1", From: flows.Sender{Name: "Zoë", Lang: "nl-BE"}})
	w.arrive(bot.Update{Address: "test:a", Start: true, Text: "/start"})
	w.arrive(bot.Update{Address: "test:a", Files: []form.File{{ID: "f1"}}})
	w.drain()
	first := w.parrot.events[0]
	if first.Kind != flows.Pressed || first.Press != "go~1" || first.Channel != "test" || first.Person != (flows.Sender{Name: "Zoë", Lang: "nl"}) || !first.At.Equal(noon()) {
		t.Errorf("pressed: %+v", first)
	}
	if ev := w.parrot.events[1]; ev.Kind != flows.Started {
		t.Errorf("started: %+v", ev)
	}
	if ev := w.parrot.events[2]; ev.Kind != flows.Said || len(ev.Files) != 1 {
		t.Errorf("said: %+v", ev)
	}
}
