package engine

import (
	"errors"
	"fmt"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// errContent is an engine, or a step, without anything to go by.
var errContent = errors.New("the engine has no content")

// Engine moves conversations on, by one version of the content. It is made by
// [New], and safe for concurrent use.
type Engine struct {
	Script *flows.Script
	Links  map[string]string // by entry of the library: where the programme keeps it; "site" is its own site

	routes talk.Routes
}

// New makes an engine of a content. It is refused without a questionnaire, and
// where two subjects claim one verb, command, note, expectation or timer.
func New(script *flows.Script, links map[string]string) (*Engine, error) {
	if script == nil || script.Questionnaire == nil {
		return nil, errContent
	}
	e := &Engine{Script: script, Links: links}
	var err error
	if e.routes, err = merge(append(subjects(), e.own())); err != nil {
		return nil, err
	}
	return e, nil
}

// Must is [New] for a content that is known to be whole, as in tests: it panics
// where New refuses.
func Must(script *flows.Script) *Engine {
	e, err := New(script, nil)
	if err != nil {
		panic(err)
	}
	return e
}

// Step gives what an event leads to. The source may be nil while the
// conversation belongs to no dossier. An error means that the step cannot be
// made at all (a fault of the content or the program); what people do never
// leads to one.
func (e *Engine) Step(session flows.Session, dossier form.Source, ev flows.Event) (flows.Turn, error) {
	if e.Script == nil || e.routes.Presses == nil {
		return flows.Turn{}, fmt.Errorf("step: %w", errContent)
	}
	t := talk.Begin(e.Script, e.Links, session, ev)
	t.Ways = ways{e}
	if dossier != nil {
		t.Dossier = form.Open(e.Script.Questionnaire, dossier, ev.At)
	}
	if gone(t) {
		return flows.Turn{Session: t.Session, Wishes: t.Wishes}, nil
	}
	e.inOrder(t, dossier)
	turn := flows.Turn{Session: t.Session, Wishes: t.Wishes, Refused: t.Refused, Faults: t.Faults}
	if t.Dossier != nil {
		turn.Changes = t.Dossier.Changes()
	}
	return turn, nil
}
