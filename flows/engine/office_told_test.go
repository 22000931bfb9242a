package engine_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// gathered is a world with one question and the modules, in which somebody who
// reads Dutch stands at that question, on a Tuesday morning in Brussels.
func gathered(t *testing.T) (*world, *talker) {
	w := talkOf(t, 0, formtest.Ask("A", form.ShortTxt), formtest.Ask("B", form.ShortTxt))
	w.engine.Script.Modules = realScript().Modules
	kim := w.joinIn("nl")
	w.enter(kim)
	w.now = at(t, "2027-03-02 10:00")
	w.press(kim, "q~A")
	w.mail = nil
	return w, kim
}

// brings lets the office tell somebody something.
func (w *world) brings(p *talker, n flows.Note) {
	w.step(p, flows.Event{Kind: flows.Told, Note: &n})
}

// hears wants the office to have been told one thing, in this mailbox, with these
// fields; the person and their language are always among them.
func (w *world) hears(p *talker, mailbox string, want ...string) {
	w.t.Helper()
	var got []flows.Tell
	for _, m := range w.mail {
		if m.To == mailbox {
			got = append(got, m)
		}
	}
	w.mail = nil
	if len(got) != 1 {
		w.fail("%s hears %d things", mailbox, len(got))
	}
	fields := map[string]string{"person": w.memory(p).Person, "lang": w.memory(p).Lang}
	for i := 0; i+1 < len(want); i += 2 {
		fields[want[i]] = want[i+1]
	}
	n := got[0].Note
	if !maps.Equal(n.Fields, fields) || n.From != p.address || n.Dossier != w.memory(p).Dossier || !strings.HasPrefix(n.Kind, flows.OfficePrefix) {
		w.fail("%s hears %+v, and not %v", mailbox, n, fields)
	}
}

// silence wants the office to have been told nothing.
func (w *world) silence() {
	w.t.Helper()
	for _, m := range w.mail {
		if strings.HasPrefix(m.To, "office:") && !strings.HasPrefix(m.To, "office:digest") {
			w.fail("the office is told %+v", m)
		}
	}
}

// buttonsAre wants the newest card to have exactly these buttons, besides the way home.
func (w *world) buttonsAre(p *talker, want ...string) {
	w.t.Helper()
	var got []string
	for _, row := range p.newest.Buttons {
		for _, b := range row {
			if b.Data != "home" && b.Data != "go" {
				got = append(got, b.Data)
			}
		}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		w.fail("the card offers %q, want %q", got, want)
	}
}

// line finds a line of the newest card by its style and text.
func (w *world) line(p *talker, style flows.Style, text string) flows.Line {
	w.t.Helper()
	for _, l := range p.newest.Lines {
		if l.Style == style && strings.Contains(unbound(l.Text), text) {
			return l
		}
	}
	w.fail("no line of %s says %q", glimpse(p.newest), text)
	return flows.Line{}
}

func unbound(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}

// saturday is when everybody meets: at two in the afternoon.
func saturday(t *testing.T) *flows.Appointment {
	from := at(t, "2027-03-20 14:00").UTC()
	return &flows.Appointment{
		ID: "m1", At: from, End: from.Add(2 * time.Hour), Title: form.Text{FR: "Ensemble", NL: "Samen", EN: "Together"},
		Place: "Rue du Moulin 3", Link: "https://example.org/m1",
	}
}

func meeting(t *testing.T, state string, pairs ...string) flows.Note {
	n := flows.Note{Kind: flows.NoteMeeting, Appointment: saturday(t), Fields: map[string]string{"id": "m1", "state": state, "kind": "session"}}
	for i := 0; i+1 < len(pairs); i += 2 {
		n.Fields[pairs[i]] = pairs[i+1]
	}
	return n
}
