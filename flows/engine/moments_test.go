package engine_test

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

// Two things due on one day are announced each once, one at a time.
func TestEachMomentOfADayIsAnnounced(t *testing.T) {
	w, noor, _ := season(t)
	w.press(noor, "q~LIST")
	w.say(noor, "visits")
	w.press(noor, "d~LIST")
	w.plan(noor, "31/3/2027", "once", "rp1")
	w.say(noor, "/next")
	w.say(noor, "31/3/2027")
	w.press(noor, "a~OFTEN@in2~month")
	w.press(noor, "a~KEEPER@in2~rp1")
	first := w.heard(noor, func() { w.ring(noor, noor.remind) })
	if !strings.Contains(first[0], "calls") || strings.Contains(first[0], "visits") {
		t.Fatalf("it is said %q", first)
	}
	w.say(noor, "12")
	w.has("VALUE@in1/me1", "given 12")
	announced := 0
	for n := 0; !noor.remind.IsZero() && n < 10; n++ {
		said := w.heard(noor, func() { w.ring(noor, noor.remind) })
		if strings.Contains(said[0], "het is tijd") && strings.Contains(said[0], "visits") && strings.Contains(said[0], "maart 2027") {
			announced++
		}
	}
	if announced != 1 {
		t.Errorf("the second is announced %d times", announced)
	}
}
