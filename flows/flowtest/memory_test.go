package flowtest_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// step is a bot made of one function.
type step func(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error)

func (f step) Step(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
	return f(s, d, ev)
}

func card(id, text string, buttons ...flows.Button) *flows.Card {
	return &flows.Card{ID: id, Lines: []flows.Line{{Text: text}}, Buttons: [][]flows.Button{buttons}}
}

func play(t *testing.T, bot step, text string) (*flowtest.MemoryPlayer, error) {
	t.Helper()
	tr := parse(t, text)
	p := flowtest.NewMemoryPlayer(bot, tr)
	return p, flowtest.Play(tr, p)
}

func TestSessionGoesThroughItsStoredForm(t *testing.T) {
	bot := step(func(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
		said := "first"
		if len(s.Picks) > 0 {
			said = s.Picks[0]
		}
		s.Picks = []string{ev.Text}
		return flows.Turn{Session: s, Wishes: []flows.Wish{{Say: card("c", said)}}}, nil
	})
	if _, err := play(t, bot, "> /start\nbot: first\n> a\nbot:\n> b\nbot: a\n"); err != nil {
		t.Error(err)
	}
}

func TestTimersFallDueInOrder(t *testing.T) {
	bot := step(func(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
		turn := flows.Turn{Session: s}
		wait := func(name string, in time.Duration) {
			turn.Wishes = append(turn.Wishes, flows.Wish{Wait: &flows.Wait{Name: name, At: ev.At.Add(in)}})
		}
		switch ev.Kind {
		case flows.Started:
			wait("late", 3*time.Hour)
			wait("early", time.Hour)
			wait("moved", time.Hour)
			wait("moved", 2*time.Hour)
			wait("gone", time.Hour)
			turn.Wishes = append(turn.Wishes, flows.Wish{Wait: &flows.Wait{Name: "gone"}})
		case flows.Timer:
			turn.Wishes = append(turn.Wishes, flows.Wish{Say: card("c", ev.Timer+ev.At.Format(" 15:04"))})
		}
		return turn, nil
	})
	text := "start: 2026-05-01T10:00:00+02:00\n> /start\n+20m\n+2h\nbot: early 11:00\nbot: moved 12:00\n+1d\nbot: late 13:00\n+9d\n"
	if _, err := play(t, bot, text); err != nil {
		t.Error(err)
	}
}

func TestTellReachesTheOther(t *testing.T) {
	bot := step(func(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
		turn := flows.Turn{Session: s}
		switch ev.Kind {
		case flows.Said:
			turn.Wishes = []flows.Wish{{Tell: &flows.Tell{To: "memory:anna", Note: flows.Note{Text: ev.Text}}}}
		case flows.Told:
			turn.Wishes = []flows.Wish{{Say: card("c", "for "+s.Address+": "+ev.Note.Text)}}
		}
		return turn, nil
	})
	if _, err := play(t, bot, "people: anna\n> /start\n> hello\nbot>anna: for memory:anna: hello\n"); err != nil {
		t.Error(err)
	}
}

func TestPressFindsTheNewestButton(t *testing.T) {
	bot := step(func(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
		if ev.Kind == flows.Pressed {
			return flows.Turn{Session: s, Wishes: []flows.Wish{{Say: card("x", ev.Press)}}}, nil
		}
		replaced := card("a", "a", flows.Button{Label: "Yes", Data: "a2", On: true})
		replaced.Replace = true
		return flows.Turn{Session: s, Wishes: []flows.Wish{
			{Say: card("a", "a", flows.Button{Label: "Yes", Data: "a1"})},
			{Say: card("b", "b", flows.Button{Label: "No", Data: "b1"}, flows.Button{Label: "No way", Data: "b2"})},
			{Say: replaced},
		}}, nil
	})
	text := "> /start\nbot: a [Yes]\nbot: b [No] [No way]\nbot: a [✓ Yes]\n> [Yes]\nbot: a2\n> [No w]\nbot: b2\n"
	if _, err := play(t, bot, text); err != nil {
		t.Error(err)
	}
	_, err := play(t, bot, "> /start\n...\n> [Maybe]\n")
	if err == nil || !strings.Contains(err.Error(), "talk.txt:3: no message to me has a button [Maybe]") {
		t.Errorf("a button that is not there gives %v", err)
	}
}

func TestDossierIsKeptAsAStoreWould(t *testing.T) {
	jump := int64(1)
	bot := step(func(s flows.Session, d form.Source, ev flows.Event) (flows.Turn, error) {
		head := d.Head()
		head.Version += jump
		head.Records++
		place := form.At("P1-16", "st1")
		before, there := d.Answer(place)
		a := form.Answer{Place: place, Value: form.Value{Text: ev.Text}}
		c := form.Changes{Head: &head, Answers: []form.Answer{a}, Records: []form.Record{{Answer: &a, Delivery: &form.Delivery{Module: "M1", Block: "one"}}}}
		turn := flows.Turn{Session: s, Changes: c}
		if there {
			turn.Wishes = []flows.Wish{{Say: card("c", before.Value.Text)}}
		}
		return turn, nil
	})
	p, err := play(t, bot, "> /start\n> a\nbot:\n> b\nbot: a\n")
	if err != nil {
		t.Error(err)
	}
	if v := p.Visited(); !v.Questions["P1-16"] || !v.Blocks["M1/one"] || len(v.Questions) != 1 {
		t.Errorf("visited %+v", v)
	}
	jump = 2
	if _, err := play(t, bot, "> /start\n"); err == nil || !strings.Contains(err.Error(), "from version 0 to 2") {
		t.Errorf("a lost version gives %v", err)
	}
}

func TestEndlessTalkEnds(t *testing.T) {
	bot := step(func(s flows.Session, _ form.Source, _ flows.Event) (flows.Turn, error) {
		return flows.Turn{Session: s, Wishes: []flows.Wish{{Tell: &flows.Tell{To: s.Address}}}}, nil
	})
	if _, err := play(t, bot, "> /start\n"); err == nil || !strings.Contains(err.Error(), "without end") {
		t.Errorf("got %v", err)
	}
}
