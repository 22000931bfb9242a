package push

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/workday"
)

// The reasons why an order is not given.
var (
	ErrModule = errors.New("there is no such module")
	ErrNobody = errors.New("nobody is to get it: nobody came in yet, or the cohort, the enterprise or the pool is another one")
	ErrPast   = errors.New("that moment is past")
	ErrName   = errors.New("a push is called by at most 32 letters, digits, - and _")
	ErrGone   = errors.New("it has gone out already: it cannot be withdrawn any more")

	ErrWithdrawn = errors.New("a push of that name was withdrawn: give this one another name, with --id")
)

// TwiceError says that the same module goes to some of the same enterprises on
// that day already.
type TwiceError struct{ Push Order }

func (e *TwiceError) Error() string {
	return fmt.Sprintf("%s goes to some of them on that day already, by push %s", cmp.Or(e.Push.Module, "this message"), e.Push.ID)
}

// lateBy is how much too late an order may be given and still be for now.
const lateBy = 5 * time.Minute

// check finds the people of an order and fills in its moment, or says why it is
// not given. Now stands in the time zone of the programme.
func check(ctx context.Context, s Store, p *register.Programme, o Order, now time.Time) (Order, audience, error) {
	if !o.At.IsZero() && o.At.Before(now.Add(-lateBy)) {
		return o, audience{}, ErrPast
	}
	a, err := audienceOf(ctx, s, p, o)
	if err != nil {
		return o, a, err
	}
	if len(a.people) == 0 {
		return o, a, ErrNobody
	}
	if o.At.IsZero() || o.At.Before(now) {
		o.At = now
	}
	o.At = unasked(p, a, o.At.In(now.Location()))
	return o, a, twice(ctx, s, p, o, a)
}

// unasked is the first moment from t at which somebody of an audience may be
// written to: a holiday of one country is none of another. Each phone knows its
// own.
func unasked(p *register.Programme, a audience, t time.Time) time.Time {
	first, seen := time.Time{}, map[string]bool{}
	for _, one := range a.people {
		e, _ := p.Find(register.Enterprises, one.enterprise)
		country := cmp.Or(e.Fields["country"], one.country)
		if seen[country] {
			continue
		}
		seen[country] = true
		if at := workday.Next(t, workday.Rhythm{}, country); first.IsZero() || at.Before(first) {
			first = at
		}
	}
	return first
}

// twice looks for a push of the same to some of the same people or enterprises
// on the same day.
func twice(ctx context.Context, s register.Register, p *register.Programme, o Order, a audience) error {
	entries, err := s.Entries(ctx, Table)
	if err != nil {
		return fmt.Errorf("read the pushes: %w", err)
	}
	to := o.Targets(p)
	for _, e := range entries {
		other := Read(e)
		if other.ID == o.ID || other.State != Sent || !other.same(o) || !sameDay(other.At, o.At) {
			continue
		}
		if !shared(other, other.Targets(p), to, a) {
			continue
		}
		if away, err := withdrawn(ctx, s, other.ID); err != nil || away {
			if err != nil {
				return err
			}
			continue
		}
		return &TwiceError{other}
	}
	return nil
}

// shared tells whether an order given before goes to some of the same.
func shared(other Order, its, to []string, a audience) bool {
	if slices.ContainsFunc(a.people, func(one person) bool { return other.reaches(one, its) }) {
		return true
	}
	return len(other.Roles) == 0 && slices.ContainsFunc(its, func(id string) bool { return slices.Contains(to, id) })
}

func sameDay(a, b time.Time) bool {
	return a.In(b.Location()).Format(time.DateOnly) == b.Format(time.DateOnly)
}

// withdrawn tells whether an order was withdrawn before it went.
func withdrawn(ctx context.Context, s register.Register, id string) (bool, error) {
	all, err := s.Below(ctx, Marks, id+"/"+markWithdrawn)
	if err != nil {
		return false, fmt.Errorf("read the marks of a push: %w", err)
	}
	return len(all) > 0, nil
}

// Withdraw takes an order back that has not gone out: ErrGone once its moment is
// there, bot.ErrNotFound when there is none.
func Withdraw(ctx context.Context, s register.Register, id string, now time.Time) error {
	o, ok, err := find(ctx, s, id)
	switch {
	case err != nil:
		return err
	case !ok || o.State != Sent:
		return bot.ErrNotFound
	case !now.Before(o.At):
		return ErrGone
	}
	if err := s.PutEntries(ctx, mark(id, markWithdrawn, map[string]string{"at": written(now)})); err != nil {
		return fmt.Errorf("withdraw a push: %w", err)
	}
	return nil
}

func find(ctx context.Context, s register.Register, id string) (Order, bool, error) {
	if !Named(id) {
		return Order{}, false, nil
	}
	all, err := s.Below(ctx, Table, id)
	if err != nil {
		return Order{}, false, fmt.Errorf("read a push: %w", err)
	}
	for _, e := range all {
		if e.ID == id {
			return Read(e), true, nil
		}
	}
	return Order{}, false, nil
}

// moduleOf finds a module; its id in an order is that of the content.
func moduleOf(s *flows.Script, id string) (*flows.Module, bool) {
	i := slices.IndexFunc(s.Modules, func(m *flows.Module) bool { return strings.EqualFold(m.ID, id) })
	if i < 0 {
		return nil, false
	}
	return s.Modules[i], true
}
