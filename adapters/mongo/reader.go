package mongo

import (
	"context"
	"slices"

	"visesbot/bot"
	"visesbot/flows/form"
)

// Jobs gives the mailbox of a conversation, dead jobs too, by place.
func (s *Store) Jobs(ctx context.Context, a bot.Address) ([]bot.Job, error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	c, err := s.read(ctx, a)
	if err != nil {
		return nil, err
	}
	var all []job
	for _, j := range c.Jobs {
		all = append(all, j)
	}
	slices.SortFunc(all, byPlace)
	var jobs []bot.Job
	for _, j := range all {
		jobs = append(jobs, j.Job)
	}
	return jobs, nil
}

// Records gives all records of a dossier, in their order.
func (s *Store) Records(ctx context.Context, dossier string) ([]form.Record, error) {
	return all[form.Record](ctx, s, records(dossier))
}

// Snapshots gives all snapshots of a dossier, in the order of their ids.
func (s *Store) Snapshots(ctx context.Context, dossier string) ([]form.Snapshot, error) {
	return all[form.Snapshot](ctx, s, snapshots(dossier))
}

// all reads all documents whose _id has a prefix.
func all[T any](ctx context.Context, s *Store, prefix string) ([]T, error) {
	ctx, cancel := s.limit(ctx)
	defer cancel()
	raws, err := s.find(ctx, within(prefix))
	if err != nil {
		return nil, err
	}
	docs := make([]T, len(raws))
	for i, raw := range raws {
		if err := s.decode(raw, &docs[i]); err != nil {
			return nil, err
		}
	}
	return docs, nil
}
