package bot_test

import (
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// memory is a store that keeps nothing over a restart. It keeps the promises
// of package storetest that the bot lives by, and can be told to fail.
type memory struct {
	mu       sync.Mutex
	boxes    map[bot.Address]*box
	dossiers map[string]*dossier
	invites  map[string]flows.Invite
	fence    int64
	seq      int64
	fail     func(call string) error // asked before every call
	refuse   func(bot.Outcome) error // asked before an outcome is kept
}

type box struct {
	session  flows.Session
	jobs     map[string]*waiting
	seen     map[string]bool
	receipts map[string]bot.Receipt
	until    time.Time
	fence    int64
	leased   bool
}

type waiting struct {
	bot.Job
	place time.Time
}

type dossier struct {
	head    form.Head
	answers map[form.Place]form.Answer
	lists   map[form.ListKey]form.List
	items   map[form.Path]form.Item
}

func newMemory() *memory {
	return &memory{boxes: map[bot.Address]*box{}, dossiers: map[string]*dossier{}, invites: map[string]flows.Invite{}}
}

func (s *memory) enter(call string) error {
	s.mu.Lock()
	if s.fail == nil {
		return nil
	}
	return s.fail(call)
}

func (s *memory) box(a bot.Address) *box {
	b, ok := s.boxes[a]
	if !ok {
		b = &box{jobs: map[string]*waiting{}, seen: map[string]bool{}, receipts: map[string]bot.Receipt{}}
		s.boxes[a] = b
	}
	return b
}

func (s *memory) put(b *box, j bot.Job) {
	s.seq++
	j.Seq = s.seq
	place := j.Due
	for _, before := range b.jobs {
		if j.Kind == before.Kind && (j.Kind == bot.JobUpdate || j.Out()) && !before.Dead && before.place.After(place) {
			place = before.place
		}
	}
	b.jobs[j.ID] = &waiting{j, place}
}

func (s *memory) Enqueue(_ context.Context, a bot.Address, jobs ...bot.Job) error {
	if err := s.enter("enqueue"); err != nil {
		s.mu.Unlock()
		return err
	}
	defer s.mu.Unlock()
	s.arrive(a, jobs...)
	return nil
}

func (s *memory) arrive(a bot.Address, jobs ...bot.Job) {
	b := s.box(a)
	for _, j := range jobs {
		if b.seen[j.ID] {
			continue
		}
		b.seen[j.ID] = true
		s.put(b, j)
	}
}

// next is the job of a lane that has to be done first.
func (b *box) next(out bool, now time.Time) *waiting {
	var first *waiting
	for _, w := range b.jobs {
		if w.Out() != out || w.Dead || w.Kind == bot.JobTimer && w.Due.After(now) {
			continue
		}
		if first == nil || cmp.Or(w.place.Compare(first.place), cmp.Compare(w.Seq, first.Seq)) < 0 {
			first = w
		}
	}
	return first
}

func (s *memory) Claim(_ context.Context, now time.Time, lease time.Duration) (bot.Claim, error) {
	if err := s.enter("claim"); err != nil {
		s.mu.Unlock()
		return bot.Claim{}, err
	}
	defer s.mu.Unlock()
	var at bot.Address
	var first *waiting
	for _, a := range slices.Sorted(maps.Keys(s.boxes)) {
		b := s.boxes[a]
		if b.leased && b.until.After(now) {
			continue
		}
		for _, out := range []bool{false, true} {
			if w := b.next(out, now); w != nil && !w.Due.After(now) && (first == nil || w.Due.Before(first.Due)) {
				at, first = a, w
			}
		}
	}
	if first == nil {
		return bot.Claim{}, bot.ErrIdle
	}
	s.fence++
	b := s.boxes[at]
	b.leased, b.fence, b.until = true, s.fence, now.Add(lease)
	return bot.Claim{
		Address: at, Job: first.Job, Session: b.session,
		Receipts: maps.Clone(b.receipts), Fence: s.fence, Until: b.until,
	}, nil
}

func (s *memory) Commit(_ context.Context, c bot.Claim, o bot.Outcome) error {
	if err := s.enter("commit"); err != nil {
		s.mu.Unlock()
		return err
	}
	defer s.mu.Unlock()
	if s.refuse != nil {
		if err := s.refuse(o); err != nil {
			return err
		}
	}
	b := s.box(c.Address)
	if !b.leased || b.fence != c.Fence {
		return bot.ErrLeaseLost
	}
	if !o.Changes.Empty() {
		d := s.dossier(o.Dossier)
		if o.Changes.Head.Version != d.head.Version+1 {
			return bot.ErrChanged
		}
		d.head = *o.Changes.Head
		for _, a := range o.Changes.Answers {
			d.answers[a.Place] = a
		}
		for _, l := range o.Changes.Lists {
			d.lists[l.Key()] = l
		}
		for _, i := range o.Changes.Items {
			d.items[i.Path] = i
		}
	}
	s.finish(b, c, o)
	return nil
}

func (s *memory) finish(b *box, c bot.Claim, o bot.Outcome) {
	b.leased = false
	if o.Session != nil {
		b.session = *o.Session
	}
	if w := b.jobs[c.Job.ID]; o.Job != nil {
		b.jobs[c.Job.ID] = &waiting{*o.Job, w.place}
	} else {
		delete(b.jobs, c.Job.ID)
	}
	for _, j := range o.Jobs {
		if j.Kind == bot.JobTimer && j.Due.IsZero() {
			delete(b.jobs, j.ID)
			continue
		}
		s.put(b, j)
	}
	maps.Copy(b.receipts, o.Receipts)
	for _, p := range o.Elsewhere {
		s.arrive(p.To, p.Job)
	}
}

func (s *memory) NextDue(context.Context) (time.Time, bool, error) {
	if err := s.enter("next due"); err != nil {
		s.mu.Unlock()
		return time.Time{}, false, err
	}
	defer s.mu.Unlock()
	var next time.Time
	for _, b := range s.boxes {
		for _, j := range b.jobs {
			if !j.Dead && (next.IsZero() || j.Due.Before(next)) {
				next = j.Due
			}
		}
	}
	return next, !next.IsZero(), nil
}

func (s *memory) Invite(_ context.Context, code string) (flows.Invite, error) {
	if err := s.enter("invite"); err != nil {
		s.mu.Unlock()
		return flows.Invite{}, err
	}
	defer s.mu.Unlock()
	i, ok := s.invites[code]
	if !ok {
		return i, bot.ErrNotFound
	}
	return i, nil
}

func (s *memory) PutInvite(_ context.Context, code string, i flows.Invite) error {
	s.invites[code] = i
	return nil
}

func (s *memory) ChangeInvite(_ context.Context, code string, change func(flows.Invite) (flows.Invite, bool)) (flows.Invite, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, ok := s.invites[code]
	if !ok {
		return i, bot.ErrNotFound
	}
	if next, changed := change(i); changed {
		s.invites[code] = next
	}
	return s.invites[code], nil
}

func (s *memory) Invites(_ context.Context, each func(string, flows.Invite) error) error {
	for _, code := range slices.Sorted(maps.Keys(s.invites)) {
		if err := each(code, s.invites[code]); err != nil {
			return err
		}
	}
	return nil
}

func (s *memory) PutFile(context.Context, form.File, io.Reader) error {
	return errors.New("no files here")
}

func (s *memory) File(context.Context, string) (form.File, io.ReadCloser, error) {
	return form.File{}, nil, bot.ErrNotFound
}

func (s *memory) Close() error { return nil }

func (s *memory) dossier(id string) *dossier {
	d, ok := s.dossiers[id]
	if !ok {
		d = &dossier{answers: map[form.Place]form.Answer{}, lists: map[form.ListKey]form.List{}, items: map[form.Path]form.Item{}}
		s.dossiers[id] = d
	}
	return d
}

// dead lists the jobs that were given up.
func (s *memory) dead(a bot.Address) []bot.Job {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []bot.Job
	for _, w := range s.box(a).jobs {
		if w.Dead {
			all = append(all, w.Job)
		}
	}
	return all
}

func (s *memory) Dossier(_ context.Context, _ bot.Claim, id string) (bot.View, error) {
	if err := s.enter("dossier"); err != nil {
		s.mu.Unlock()
		return nil, err
	}
	defer s.mu.Unlock()
	d := s.dossier(id)
	return &view{store: s, dossier: dossier{d.head, maps.Clone(d.answers), maps.Clone(d.lists), maps.Clone(d.items)}}, nil
}

// view is a dossier as it was; err is what reading it ended in, replay what was
// kept of it before.
type view struct {
	dossier
	store  *memory
	err    error
	replay *bot.Outcome
}

func (v *view) Head() form.Head { return v.head }

func (v *view) Answer(p form.Place) (*form.Answer, bool) {
	if err := v.store.enter("answer"); err != nil {
		v.store.mu.Unlock()
		v.err = err
		return &form.Answer{}, false
	}
	defer v.store.mu.Unlock()
	a, ok := v.answers[p]
	return &a, ok
}

func (v *view) List(k form.ListKey) (*form.List, bool) {
	l, ok := v.lists[k]
	return &l, ok
}

func (v *view) Item(p form.Path) (*form.Item, bool) {
	i, ok := v.items[p]
	return &i, ok
}

func (v *view) Answers() []form.Answer      { return slices.Collect(maps.Values(v.answers)) }
func (v *view) Deliveries() []form.Delivery { return nil }
func (v *view) Err() error                  { return v.err }
func (v *view) Close()                      {}
func (v *view) Replay() *bot.Outcome        { return v.replay }

func (s *memory) Receipt(_ context.Context, a bot.Address, card string) (bot.Receipt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.boxes[a]; b != nil {
		return b.receipts[card], nil
	}
	return "", nil
}

func (s *memory) Card(_ context.Context, a bot.Address, r bot.Receipt) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.boxes[a]; b != nil {
		for card, receipt := range b.receipts {
			if receipt == r {
				return card, nil
			}
		}
	}
	return "", nil
}

// waiting counts the jobs of a mailbox.
func (s *memory) waiting(a bot.Address) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.box(a).jobs)
}
