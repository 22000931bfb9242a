package officetest_test

import (
	"strings"
	"testing"

	"visesbot/bot/rooms/meeting"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

// second gives a member of staff another app.
func second(w *officetest.World, member string) string {
	w.Helper()
	e, lang := w.Enterprise(member)
	w.Opens(member+"-2", flows.Invite{Dossier: e.ID, Enterprise: e, Lang: lang, Member: member})
	return member + "-2"
}

// TestSessionOnTwoApps: somebody on two apps answers, votes and puts a line aside
// as one person, wherever they do it, and is written to where they were last.
func TestSessionOnTwoApps(t *testing.T) {
	w, id := planned(t)
	other := second(w, "s-e1")
	w.Presses("s-e1", "Je viens")
	among(t, w, "odile", "Viennent : 1 · ne peuvent pas : 0")
	w.Fills(other, "meet~"+id+"~no", nil)
	among(t, w, "odile", "Viennent : 0 · ne peuvent pas : 1")
	awaits(t, w, "s-e1")
	awaits(t, w, other)
	w.Fills(other, "meet~"+id+"~yes", nil)
	awaits(t, w, "s-e1", id)
	awaits(t, w, other, id)
	w.Presses("s-e2", "Je viens")

	w.Fills("odile", "o~meet~poll~"+id, nil)
	newest(t, w, other, "Nos instances")
	if got := w.Channel.Last("s-e1"); strings.Contains(got, "Nos instances") {
		t.Errorf("both apps are asked: %s", got)
	}
	w.Presses(other, "Nos instances")
	w.Fills("s-e1", "meet~"+id+"~v~M1~financier", nil)
	w.Presses("s-e2", "Un financeur")
	among(t, w, "odile", "Nos instances : 0", "Un financeur : 2", "2 vote(s) pour 2")
	w.Presses("odile", "Clore et montrer")
	picture(t, w, among(t, w, "s-e1", "Le résultat du sondage", "Nos instances : 0", "Un financeur : 2"))

	w.Fills(other, "meet~"+id+"~park", nil)
	w.Says(other, "Qui paie ?")
	among(t, w, "odile", "Qui paie ?")
	entries, err := w.Store.Below(w.Ctx(), meeting.Attendance, id+"/e1/")
	if err != nil || len(entries) != 1 {
		t.Errorf("one person stands there %d times, %v", len(entries), err)
	}
	w.Fills("s-e3", "meet~"+id+"~v~M1~financier", nil) // the poll is over
	among(t, w, "odile", "Un financeur : 2")
}
