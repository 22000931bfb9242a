package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Annals is what is read of all dossiers, besides [Mailboxes], to learn from
// them. Every store is one. Nothing of it is needed on the way of an update.
type Annals interface {
	Sessions(ctx context.Context, each func(Address, flows.Session) error) error
	// Records gives all records of a dossier, by Seq.
	Records(ctx context.Context, dossier string) ([]form.Record, error)
}

// Remark is what somebody said of a question or a module, under a pseudonym
// that neither the enterprise nor the person can be found by.
type Remark struct {
	On      string    `json:"on"`
	Version string    `json:"version"` // of the question or module
	Content string    `json:"content"`
	Verdict string    `json:"verdict,omitempty"`
	Text    string    `json:"text,omitempty"`
	Lang    string    `json:"lang,omitempty"`
	Role    string    `json:"role,omitempty"`
	Who     string    `json:"who"` // "E2-p1": the second enterprise that said something, its first person
	At      time.Time `json:"at"`
}

// Remarks lists everything that was said, by what it is about and then by time.
// Enterprises are numbered in the order in which they first said something, so
// that a number stays as the list grows. Fictional enterprises are listed too.
func Remarks(ctx context.Context, a Annals) ([]Remark, error) {
	dossiers, err := dossiersOf(ctx, a)
	if err != nil {
		return nil, err
	}
	var spoken [][]form.Record
	for _, id := range dossiers {
		records, err := a.Records(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read the records of a dossier: %w", err)
		}
		records = slices.DeleteFunc(records, func(r form.Record) bool { return r.Feedback == nil })
		if len(records) > 0 {
			spoken = append(spoken, records)
		}
	}
	slices.SortStableFunc(spoken, func(a, b []form.Record) int { return a[0].At.Compare(b[0].At) })
	var all []Remark
	for i, records := range spoken {
		for _, r := range records {
			all = append(all, remark(fmt.Sprintf("E%d-%s", i+1, cmp.Or(r.Author.Person, "p0")), r))
		}
	}
	slices.SortStableFunc(all, func(a, b Remark) int { return cmp.Or(cmp.Compare(a.On, b.On), a.At.Compare(b.At)) })
	return all, nil
}

func remark(who string, r form.Record) Remark {
	f := r.Feedback
	return Remark{
		On: f.On, Version: f.Version, Content: f.Content, Verdict: f.Verdict, Text: f.Text,
		Lang: r.Author.Lang, Role: r.Author.Role, Who: who, At: r.At,
	}
}

// dossiersOf lists the dossiers that somebody talks about.
func dossiersOf(ctx context.Context, a Annals) ([]string, error) {
	var ids []string
	err := a.Sessions(ctx, func(_ Address, s flows.Session) error {
		if s.Dossier != "" {
			ids = append(ids, s.Dossier)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the dossiers: %w", err)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}
