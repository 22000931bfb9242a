package cycle

import (
	"visesbot/flows"
	"visesbot/flows/talk"
)

// noticeClosed tells that a phase was closed.
func noticeClosed(t *talk.Turn, n *flows.Note) {
	t.Tell(t.Word("told.closed", "from", t.From(n), "phase", t.PhaseTitle(n.Text)), t.GoHome())
}

// noticeCycle tells that the next cycle has begun.
func noticeCycle(t *talk.Turn, n *flows.Note) {
	t.Tell(t.Word("told.cycle", "from", t.From(n)), t.GoHome())
}

// noticeContent tells that the dossier was taken up by a newer content.
func noticeContent(t *talk.Turn, n *flows.Note) {
	t.Tell(t.Word("told.content", "enterprise", t.Dossier.Head().Enterprise.Name, "version", n.Text), t.GoHome())
}

// noticeAgree tells those outside that only their agreement is waited for.
func noticeAgree(t *talk.Turn, _ *flows.Note) {
	if _, open := t.Dossier.Next(t.Who()); open {
		t.Tell(t.Word("told.agree", "enterprise", t.Dossier.Head().Enterprise.Name), t.GoHome())
	}
}
