package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"visesbot/bot/report"
	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// dossierOf gives what an enterprise answered, or what a fictional one did.
func dossierOf(ctx context.Context, e *env, o reportOptions, script *flows.Script, files fs.FS) (form.Source, []form.Snapshot, error) {
	if o.sample != "" {
		return sampleDossier(script, files, o.sample)
	}
	var c form.Changes
	err := atDesk(ctx, e, func(d desk) (err error) {
		c, err = d.dossier(ctx, o.enterprise)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	if c.Head == nil || c.Head.Dossier == "" {
		return nil, nil, fmt.Errorf("nothing is known of an enterprise %q: see visesbot programme show", o.enterprise)
	}
	src := report.Held(c)
	return src, c.Snapshots, nil
}

// sampleDossier plays the talk of a fictional enterprise up to the end of its
// first cycle.
func sampleDossier(script *flows.Script, files fs.FS, name string) (form.Source, []form.Snapshot, error) {
	for _, s := range demoSamples() {
		if s.name != name {
			continue
		}
		s.until = s.cycle
		tr, err := s.read(files)
		if err != nil {
			return nil, nil, err
		}
		tr.Enterprise.ID = "sample-" + name
		e, err := engine.New(script, nil)
		if err != nil {
			return nil, nil, err
		}
		p := flowtest.NewMemoryPlayer(e, tr)
		if err := flowtest.Act(tr, p); err != nil {
			return nil, nil, fmt.Errorf("live the sample %s: %w", name, err)
		}
		left, err := p.Left()
		if err != nil {
			return nil, nil, err
		}
		return report.Held(left.Dossier), left.Dossier.Snapshots, nil
	}
	return nil, nil, errors.New("there are three samples: daycentre, shop and bicycles")
}
