package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"visesbot/bot/attachment"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Fetcher is what a channel also is that people can send files by. What they sent
// is fetched when its update is acted on, and not before that is stored: who
// sends what does not come keeps only themselves waiting.
type Fetcher interface {
	// Fetch gives the bytes of a file of a conversation, by its Ref, and its Name
	// where that was not known before: [ErrGone] when it cannot be had any more, or
	// [attachment.ErrTooLarge]. Any other error may pass.
	Fetch(ctx context.Context, from Address, p *Pending) ([]byte, error)
}

// ErrGone is a file that cannot be fetched any more, or never could.
var ErrGone = errors.New("the file cannot be fetched")

const (
	fetchTries = 3               // how often a file is asked for
	fetchPause = 2 * time.Second // after the first time, and twice as long after the next
	sideline   = 16              // how many conversations wait for a file at once beside the workers
	crowded    = time.Second     // how long a job waits for its place there
)

// fetched is a file of the claimed job that is at hand and not kept yet.
type fetched struct {
	file form.File
	body []byte
}

// slow tells whether a job waits for the network before its turn.
func slow(c Claim) bool { return len(c.Job.Fetch) > 0 }

// fetch gets the files of a job, and says what to tell of those that are not
// taken. Where one may come later the job is to be put back: again is not nil.
func (b *Bot) fetch(ctx context.Context, c Claim) (all []fetched, refused *phrase, again *Outcome) {
	within, cancel := context.WithTimeout(ctx, b.o.Lease/2)
	defer cancel()
	for i, p := range c.Job.Fetch {
		f, err := b.fetchOne(within, c, p)
		if err == nil {
			all = append(all, f)
			continue
		}
		if ctx.Err() != nil {
			o := b.postponed(c.Job, 0)
			return nil, nil, &o
		}
		if passing(err) && p.Tries+1 < fetchTries {
			b.o.Log.Warn("a file could not be fetched", "job", c.Job.ID, "error", err)
			return nil, nil, b.refetch(c.Job, i)
		}
		why := refusal(err)
		refused = &why
	}
	return all, refused, nil
}

// refetch puts a job back until its file may be had.
func (b *Bot) refetch(j Job, i int) *Outcome {
	all := append([]Pending(nil), j.Fetch...)
	all[i].Tries++
	j.Fetch = all
	o := b.postponed(j, fetchPause<<(all[i].Tries-1))
	return &o
}

// fetchOne gets one file and reads what it is.
func (b *Bot) fetchOne(ctx context.Context, c Claim, p Pending) (f fetched, err error) {
	defer b.recovered(c, &err)
	channel, ok := b.channels[c.Address.Channel()].(Fetcher)
	switch {
	case !ok || !b.channels[c.Address.Channel()].Capabilities().Files:
		return f, errNoFiles
	case p.Size > attachment.Max:
		return f, attachment.ErrTooLarge
	case p.Ref == "":
		return f, ErrGone
	}
	if f.body, err = channel.Fetch(ctx, c.Address, &p); err != nil {
		return f, err
	}
	kind, err := attachment.Kind(attachment.Offer{Name: p.Name, Sound: p.Sound, Body: f.body})
	if err != nil {
		return f, err
	}
	f.file = form.File{ID: p.ID, Name: attachment.Name(p.Name, kind), Type: kind, Size: int64(len(f.body))}
	return f, nil
}

// passing tells whether a file may be had later.
func passing(err error) bool {
	for _, final := range []error{errNoFiles, ErrGone, attachment.ErrKind, attachment.ErrMacros, attachment.ErrTooLarge} {
		if errors.Is(err, final) {
			return false
		}
	}
	return true
}

// keep puts the files into the store that an outcome uses, before it is kept
// itself; the others go, and where words came with them that is said.
func (b *Bot) keep(ctx context.Context, c Claim, o Outcome, all []fetched) (Outcome, error) {
	if len(all) == 0 {
		return o, nil
	}
	whole, err := json.Marshal(o)
	if err != nil {
		return o, fmt.Errorf("read what a turn led to: %w", err)
	}
	used := slices.DeleteFunc(slices.Clone(all), func(f fetched) bool { return !mentions(whole, f.file.ID) })
	if len(used) < len(all) && c.Job.Event.Text != "" {
		o.Jobs = append(b.plain(c, unusedFile()), o.Jobs...)
	}
	return o, b.put(ctx, used)
}

// put keeps files.
func (b *Bot) put(ctx context.Context, all []fetched) error {
	for _, f := range all {
		if err := b.o.Store.PutFile(ctx, f.file, bytes.NewReader(f.body)); err != nil {
			return fmt.Errorf("%w: keep a file: %w", errRead, err)
		}
	}
	return nil
}

// mentions tells whether an id stands in a text, and not only the beginning of a
// longer one.
func mentions(text []byte, id string) bool {
	for id != "" {
		i := bytes.Index(text, []byte(id))
		if i < 0 {
			return false
		}
		text = text[i+len(id):]
		if len(text) == 0 || !strings.ContainsRune("-_", rune(text[0])) && !unicode.IsLetter(rune(text[0])) && !unicode.IsDigit(rune(text[0])) {
			return true
		}
	}
	return false
}

// with gives an event the files that came.
func with(ev *flows.Event, all []fetched) *flows.Event {
	if ev == nil || len(all) == 0 {
		return ev
	}
	e := *ev
	e.Files = append([]form.File(nil), ev.Files...)
	for _, f := range all {
		e.Files = append(e.Files, f.file)
	}
	return &e
}

// speechless tells whether nothing is left of an update without its files.
func speechless(ev *flows.Event) bool {
	return ev != nil && ev.Kind == flows.Said && ev.Text == "" && len(ev.Files) == 0
}
