package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/digest"
	"visesbot/flows"
)

// wantedDigest is a digest that is asked for at the desk: of a cohort, or else of
// the programme.
type wantedDigest struct {
	Cohort  string       `json:"cohort,omitempty"`
	Pool    string       `json:"pool,omitempty"`
	Trainer string       `json:"trainer,omitempty"` // member
	Query   digest.Query `json:"query,omitzero"`
}

// digestFacts is what there is to tell; it is said by whoever asks.
type digestFacts struct {
	Digest   *digest.Digest     `json:"digest,omitempty"`
	Overview *digest.Overview   `json:"overview,omitempty"`
	Taught   *digest.Taught     `json:"taught,omitempty"`
	Pool     *digest.PoolDigest `json:"pool,omitempty"`
	Langs    []string           `json:"langs,omitempty"` // of the cohort, or the trainer
}

func (d *storeDesk) digest(ctx context.Context, w wantedDigest) (digestFacts, error) {
	s, ok := d.store.(digest.Store)
	if !ok {
		return digestFacts{}, fmt.Errorf("the store %T does not show how dossiers stand", d.store)
	}
	p, err := register.Load(ctx, d.register)
	if err != nil {
		return digestFacts{}, err
	}
	switch {
	case w.Pool != "":
		x, err := digest.GatherPool(ctx, s, p, w.Pool, w.Query)
		return digestFacts{Pool: &x}, err
	case w.Trainer != "":
		return taught(ctx, s, p, w)
	case w.Cohort == "":
		o, err := digest.GatherOverview(ctx, s, p, w.Query)
		return digestFacts{Overview: &o}, err
	}
	c, _ := p.Find(register.Cohorts, w.Cohort)
	facts, err := digest.Gather(ctx, s, p, w.Cohort, w.Query)
	return digestFacts{Digest: &facts, Langs: c.List("languages")}, err
}

// taught is the digest of a trainer of the register.
func taught(ctx context.Context, s digest.Store, p *register.Programme, w wantedDigest) (digestFacts, error) {
	who, _ := p.Find(register.People, w.Trainer)
	if who.Fields["role"] != register.Trainer {
		return digestFacts{}, fmt.Errorf("no trainer is called %q: %w", w.Trainer, bot.ErrNotFound)
	}
	x, err := digest.GatherTaught(ctx, s, p, w.Trainer, w.Query)
	return digestFacts{Taught: &x, Langs: who.List("language")}, err
}

// write shows a digest in the format that is asked for.
func (o digestOptions) write(out io.Writer, s digest.Speech, f digestFacts) error {
	switch {
	case o.format == "png":
		png, err := s.Picture(*f.Digest)
		if err == nil {
			_, err = out.Write(png)
		}
		return err
	case o.format == "json":
		return o.writeJSON(out, f)
	case f.Digest != nil:
		return writeLines(out, append(s.Lines(*f.Digest), s.Detail(*f.Digest)...))
	case f.Pool != nil:
		return writeLines(out, s.Pool(*f.Pool))
	case f.Taught != nil:
		return writeLines(out, append(s.Taught(*f.Taught), s.Asked(*f.Taught)...))
	}
	return writeLines(out, append(s.Overview(*f.Overview), s.Pools(*f.Overview)...))
}

func (o digestOptions) writeJSON(out io.Writer, f digestFacts) error {
	var what any = f.Overview
	switch {
	case f.Digest != nil:
		what = f.Digest
	case f.Pool != nil:
		what = f.Pool
	case f.Taught != nil:
		what = f.Taught
	}
	w := json.NewEncoder(out)
	w.SetIndent("", "  ")
	return w.Encode(what)
}

// writeLines writes the lines of a card for a terminal.
func writeLines(out io.Writer, lines []flows.Line) error {
	for i, l := range lines {
		text := l.Text
		switch {
		case l.Style == flows.Bullet:
			text = "  - " + text
		case l.Style == flows.Heading && i > 0:
			text = "\n" + text
		}
		if _, err := fmt.Fprintln(out, text); err != nil {
			return err
		}
	}
	return nil
}
