package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Talks reads conversations without claiming them. Both stores are one.
type Talks interface {
	// Session gives what is remembered of a conversation; of one that there is
	// not, only its address.
	Session(ctx context.Context, a Address) (flows.Session, error)
}

// boarder tells how things stand; engine.Engine is one.
type boarder interface {
	Board(session flows.Session, dossier form.Source, at time.Time) (flows.Card, error)
}

// Onlooker tells how conversations stand, for a page beside the talk. It claims
// nothing, changes nothing, and may be a turn behind.
type Onlooker struct {
	Talks    Talks
	Store    Store
	Scripts  Scripts
	Clock    Clock          // RealClock
	Location *time.Location // of the people whose profile names none: UTC
	Office   Office         // nobody: every conversation may be about its dossier
}

// looks is how often a dossier that changes meanwhile is looked at.
const looks = 3

// Dashboard tells a person how things stand. The language is that of somebody
// who has not chosen one yet.
func (o Onlooker) Dashboard(ctx context.Context, a Address, lang string) (flows.Card, error) {
	s, err := o.Talks.Session(ctx, a)
	if err != nil {
		return flows.Card{}, fmt.Errorf("read how a conversation stands: %w", err)
	}
	if s.Lang == "" {
		s.Lang = lang
	}
	for range looks {
		var card flows.Card
		if card, err = o.board(ctx, s); !errors.Is(err, ErrChanged) {
			return card, err
		}
	}
	return flows.Card{}, err
}

func (o Onlooker) board(ctx context.Context, s flows.Session) (flows.Card, error) {
	clock, at := o.Clock, o.Location
	if clock == nil {
		clock = RealClock{}
	}
	if at == nil {
		at = time.UTC
	}
	now := clock.Now().In(Zone(s.Zone, at))
	if o.Office != nil {
		told, err := o.Office.Admit(ctx, s, flows.Event{})
		if err != nil {
			return flows.Card{}, fmt.Errorf("ask who may look: %w", err)
		}
		if told != nil {
			s = s.Parted()
		}
	}
	if s.Dossier == "" {
		return o.tell(s, nil, now)
	}
	view, err := o.Store.Dossier(ctx, Claim{}, s.Dossier)
	if err != nil {
		return flows.Card{}, fmt.Errorf("read a dossier: %w", err)
	}
	defer view.Close()
	card, err := o.tell(s, view, now)
	if wrong := view.Err(); wrong != nil {
		return flows.Card{}, fmt.Errorf("read a dossier: %w", wrong)
	}
	return card, err
}

func (o Onlooker) tell(s flows.Session, source form.Source, at time.Time) (flows.Card, error) {
	b, ok := o.Scripts.Stepper(flows.Pinned(source)).(boarder)
	if !ok {
		return flows.Card{}, errors.New("this conversation cannot tell how it stands")
	}
	return b.Board(s, source, at)
}

// Draft is what a person has begun to answer to the question on the table, and
// was not understood; empty when there is nothing.
func (o Onlooker) Draft(ctx context.Context, a Address) (string, error) {
	s, err := o.Talks.Session(ctx, a)
	if err != nil {
		return "", fmt.Errorf("read a draft: %w", err)
	}
	for i := len(s.Drafts) - 1; i >= 0 && s.Place != ""; i-- {
		if s.Drafts[i].Place == s.Place {
			return s.Drafts[i].Text, nil
		}
	}
	return "", nil
}

// Table names what typed words would be for now; see [flows.Session.Table].
func (o Onlooker) Table(ctx context.Context, a Address) (string, error) {
	s, err := o.Talks.Session(ctx, a)
	if err != nil {
		return "", fmt.Errorf("read a conversation: %w", err)
	}
	return s.Table(), nil
}

// Met tells whether a person was ever told something.
func (o Onlooker) Met(ctx context.Context, a Address) (bool, error) {
	s, err := o.Talks.Session(ctx, a)
	if err != nil {
		return false, fmt.Errorf("read a conversation: %w", err)
	}
	return s.Cards > 0 || s.Dossier != "" || s.Member != "" || s.Lang != "", nil
}
