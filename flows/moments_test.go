package flows_test

import (
	"strings"
	"testing"
)

// heard are the texts that were said to somebody, in order, since so many.
func (w *world) heard(p *talker, do func()) (said []string) {
	p.said = nil
	do()
	for _, c := range p.said {
		var lines []string
		for _, l := range c.Lines {
			lines = append(lines, l.Text)
		}
		said = append(said, strings.Join(lines, " / "))
	}
	return said
}

// It is said once that it is time for a moment; what comes later is a reminder
// of the question.
func TestItIsTimeOnlyOnce(t *testing.T) {
	w, noor, _ := season(t)
	w.plan(noor, "31/3/2027", "once", "rp1")
	times := 0
	for n := 0; !noor.remind.IsZero() && n < 10; n++ {
		said := w.heard(noor, func() { w.ring(noor, noor.remind) })
		if strings.Contains(strings.Join(said, "\n"), "het is tijd") {
			times++
		} else if !strings.Contains(said[0], "Ter herinnering") {
			t.Errorf("it is reminded of with %q", said)
		}
		w.shows(noor, "how many?")
	}
	if times != 1 {
		t.Errorf("it is said %d times that it is time", times)
	}
}

// Two things due on one day are said in one message, and the second is asked
// after the first.
func TestAllThatIsDueIsSaidAtOnce(t *testing.T) {
	w, noor, _ := season(t)
	w.press(noor, "q~LIST")
	w.say(noor, "visits")
	w.press(noor, "d~LIST")
	w.plan(noor, "31/3/2027", "once", "rp1")
	w.say(noor, "/next")
	w.say(noor, "31/3/2027")
	w.press(noor, "a~OFTEN@in2~month")
	w.press(noor, "a~KEEPER@in2~rp1")
	said := w.heard(noor, func() { w.ring(noor, noor.remind) })
	if !strings.Contains(said[0], "calls, 31 maart 2027") || !strings.Contains(said[0], "visits, maart 2027") {
		t.Fatalf("it is said %q", said)
	}
	w.say(noor, "12")
	w.has("VALUE@in1/me1", "given 12")
	w.shows(noor, "how many?")
	w.say(noor, "5")
	w.has("VALUE@in2/me1", "given 5")
	said = w.heard(noor, func() { w.ring(noor, noor.remind) }) // the next month
	if !strings.Contains(said[0], "“visits”, april 2027") || strings.Contains(said[0], "calls") {
		t.Errorf("a month later it is said %q", said)
	}
}

// One that comes while another is still open is announced on its day.
func TestAMomentIsSaidWhileAnotherIsOpen(t *testing.T) {
	w, noor, _ := season(t)
	w.press(noor, "q~LIST")
	w.say(noor, "visits")
	w.press(noor, "d~LIST")
	w.plan(noor, "31/3/2027", "once", "rp1")
	w.say(noor, "/next")
	w.say(noor, "1/4/2027")
	w.press(noor, "a~OFTEN@in2~once")
	w.press(noor, "a~KEEPER@in2~rp1")
	w.ring(noor, at(t, "2027-03-31 09:00"))
	said := w.heard(noor, func() { w.ring(noor, at(t, "2027-04-01 09:00")) })
	if !strings.Contains(said[0], "“visits”") || strings.Contains(said[0], "calls") {
		t.Errorf("it is said %q", said)
	}
	if got := w.memory(noor).Place; got != "VALUE@in2/me1" {
		t.Errorf("it asks %s", got)
	}
	if got := w.memory(noor).Called; len(got) != 2 {
		t.Errorf("it keeps %v", got)
	}
}
