package slack_test

import (
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/flows"
)

// loaded waits until the form of a person has its fields.
func (l *lab) loaded(p *person) (f fakeslack.Form) {
	l.t.Helper()
	l.eventually("a form opens", func() bool {
		var open bool
		f, open = p.Form()
		return open && f.Loaded
	})
	return f
}

func TestFormForLongText(t *testing.T) {
	for _, overHTTP := range []bool{false, true} {
		l := newLab(t, overHTTP)
		p := l.people[0]
		before := "Wij maken fietsen & *herstellen* <ze>.\nEn: sociaal."
		l.send(p, longQuestion(before))
		if err := p.Press("✎"); err != nil {
			t.Fatal(err)
		}
		if f := l.loaded(p); f.Fields["text"] != before {
			t.Errorf("filled in with %q", f.Fields["text"])
		}
		if err := p.Submit(map[string]string{"text": "  "}); err != nil {
			t.Fatal(err)
		}
		if f, open := p.Form(); !open || f.Errors["text"] == "" {
			t.Errorf("an empty answer: %+v", f)
		}
		if err := p.Submit(map[string]string{"text": "Nieuw\nen lang"}); err != nil {
			t.Fatal(err)
		}
		if u := l.got(1); u.Text != "Nieuw\nen lang" || u.Address != p.Address() {
			t.Errorf("the form arrived as %+v", u)
		}
		if _, open := p.Form(); open {
			t.Error("the form is still open")
		}
		opened, filled := l.platform.Calls("views.open"), l.platform.Calls("views.update")
		if len(opened) != 1 || len(filled) != 1 || filled[0].Args["hash"] == nil {
			t.Errorf("opened %d, filled %d", len(opened), len(filled))
		}
	}
}

func TestFormForDates(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	m := say(line(flows.Heading, "Over welke periode gaat het?"))
	m.Input = flows.DateInput
	l.send(p, m)
	if err := p.Press("📅"); err != nil {
		t.Fatal(err)
	}
	l.loaded(p)
	if err := p.Submit(map[string]string{"first": "2027-03-01", "last": "2026-03-01"}); err != nil {
		t.Fatal(err)
	}
	if f, open := p.Form(); !open || f.Errors["last"] == "" || f.Errors["first"] != "" {
		t.Errorf("a period backwards: %+v", f)
	}
	if err := p.Submit(map[string]string{"first": "2027-03-01", "last": "2027-06-30"}); err != nil {
		t.Fatal(err)
	}
	if u := l.got(1); u.Text != "2027-03-01 - 2027-06-30" {
		t.Errorf("the period arrived as %q", u.Text)
	}
}

// TestMessageTakesTheFormsPlace holds that a trigger that has died leaves nobody
// without an answer.
func TestMessageTakesTheFormsPlace(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	l.send(p, longQuestion("x"))
	l.platform.Fail(fakeslack.Fault{Method: "views.open", Error: "expired_trigger_id"})
	if err := p.Press("✎"); err != nil {
		t.Fatal(err)
	}
	l.eventually("a message comes instead", func() bool {
		shown := p.Person.Shown()
		return len(shown) == 2 && strings.Contains(shown[1].Text, "Typ jullie antwoord gewoon hier")
	})
	if n := len(l.inbox.got()); n > 0 {
		t.Errorf("%d updates", n)
	}
}

// TestFormOpensAtOnce holds that neither a slow store nor a slow profile keeps a
// form waiting: a trigger dies after three seconds.
func TestFormOpensAtOnce(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	l.send(p, longQuestion("x"))
	l.inbox.set(5*time.Second, nil)
	defer l.platform.Fail(fakeslack.Fault{Method: "users.info", Times: -1, Delay: 5 * time.Second})()
	p.Say("dit duurt")
	begun := time.Now()
	if err := p.Press("✎"); err != nil {
		t.Fatal(err)
	}
	l.loaded(p)
	if took := time.Since(begun); took > time.Second {
		t.Errorf("it took %v", took)
	}
}

func TestFormHoldsTheDraft(t *testing.T) {
	l := newLab(t, false, func(o *slack.Options) { o.Talks = &talks{draft: "half afgewerkt"} })
	p := l.people[0]
	l.send(p, longQuestion("het oude"))
	if err := p.Press("✎"); err != nil {
		t.Fatal(err)
	}
	if f := l.loaded(p); f.Fields["text"] != "half afgewerkt" {
		t.Errorf("filled in with %q", f.Fields["text"])
	}
}

func TestDoubleTapOpensOneForm(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	l.send(p, longQuestion("x"))
	for range 2 {
		if err := p.Press("✎"); err != nil {
			t.Fatal(err)
		}
	}
	l.loaded(p)
	l.eventually("both are acknowledged", func() bool { return l.platform.Waiting() == 0 })
	time.Sleep(50 * time.Millisecond)
	if n := len(l.platform.Calls("views.open")); n != 1 {
		t.Errorf("%d forms were opened", n)
	}
}
