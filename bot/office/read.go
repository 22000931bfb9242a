package office

import (
	"context"
	"errors"
	"fmt"

	"visesbot/bot"
	"visesbot/flows/form"
)

// looks is how often a dossier that changes while it is read is looked at.
const looks = 3

// Look reads a dossier without claiming anything. What read gives is used only
// when all of it was of one version.
func Look(ctx context.Context, s bot.Store, dossier string, read func(form.Source) error) (err error) {
	for range looks {
		if err = look(ctx, s, dossier, read); !errors.Is(err, bot.ErrChanged) {
			break
		}
	}
	return err
}

func look(ctx context.Context, s bot.Store, dossier string, read func(form.Source) error) error {
	view, err := s.Dossier(ctx, bot.Claim{}, dossier)
	if err != nil {
		return fmt.Errorf("read a dossier: %w", err)
	}
	defer view.Close()
	err = read(view)
	if wrong := view.Err(); wrong != nil {
		return fmt.Errorf("read a dossier: %w", wrong)
	}
	return err
}

// Look reads the dossier of an enterprise.
func (v *Visit) Look(enterprise string, read func(form.Source) error) error {
	return Look(v.Ctx, v.f.o.Store, enterprise, read)
}

func (f *Office) head(ctx context.Context, dossier string) (h form.Head, err error) {
	err = Look(ctx, f.o.Store, dossier, func(s form.Source) error { h = s.Head(); return nil })
	return h, err
}
