package cycle

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// What comes back of an evaluation is made by the programme: the talk only says
// that somebody asks for it, or that a phase is closed.

// notifyReport tells the programme.
func notifyReport(t *talk.Turn, what string) {
	t.NotifyOffice("office:report-"+t.Session.Dossier, flows.OfficePrefix+"report~"+what, nil)
}

// report asks for the report of the evaluation.
func report(t *talk.Turn) {
	notifyReport(t, "asked")
	t.Tell(t.Word("report.coming"), talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
}
