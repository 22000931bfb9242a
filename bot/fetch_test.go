package bot_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/bot"
	"visesbot/bot/attachment"
	"visesbot/flows"
	"visesbot/flows/form"
)

const pdf = "%PDF-1.7\n"

// drawer is a channel that has files; get gives them.
type drawer struct {
	*channel
	get func(ctx context.Context, ref string) ([]byte, error)
}

func (d *drawer) Fetch(ctx context.Context, _ bot.Address, p *bot.Pending) ([]byte, error) {
	return d.get(ctx, p.Ref)
}

// clerk keeps what is sent with "keep", and answers how many files it was shown.
type clerk struct{}

func (clerk) Step(s flows.Session, _ form.Source, ev flows.Event) (flows.Turn, error) {
	say := ev.Text
	for _, f := range ev.Files {
		say += " +" + f.Type
	}
	if strings.HasPrefix(ev.Text, "keep") || ev.Text == "" {
		s.Album = &flows.Album{Files: ev.Files}
	}
	card := &flows.Card{ID: "c1", Lines: []flows.Line{{Text: say}}}
	return flows.Turn{Session: s, Wishes: []flows.Wish{{Say: card}}}, nil
}

// cabinet is a store in memory that keeps files too.
type cabinet struct {
	*memory
	mu    sync.Mutex
	files map[string]string
}

func (c *cabinet) PutFile(_ context.Context, f form.File, body io.Reader) error {
	all, err := io.ReadAll(body)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files[f.ID] = string(all)
	return err
}

func (c *cabinet) has(id string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.files[id]
}

// newDrawer is a world whose channel has files.
func newDrawer(t *testing.T, get func(context.Context, string) ([]byte, error)) (*world, *cabinet) {
	var c *cabinet
	w := newWorld(t, func(o *bot.Options) {
		c = &cabinet{memory: o.Store.(*memory), files: map[string]string{}}
		channel := o.Channels[0].(*channel)
		channel.can.Files = true
		o.Store, o.Channels, o.Scripts = c, []bot.Adapter{&drawer{channel, get}}, bot.One(clerk{})
	})
	return w, c
}

func sent(text, id string) bot.Update {
	return bot.Update{Address: "test:a", From: flows.Sender{Lang: "en"}, Text: text, Fetch: []bot.Pending{{ID: id, Ref: "r-" + id, Name: "x.pdf"}}}
}

// A file is kept once something uses it; where it was left out beside words, that
// is said.
func TestKeptIsWhatIsUsed(t *testing.T) {
	w, c := newDrawer(t, func(context.Context, string) ([]byte, error) { return []byte(pdf), nil })
	w.arrive(sent("keep it", "f1"))
	w.drain()
	w.heard("a: keep it +application/pdf")
	w.arrive(sent("", "f2"))
	w.drain()
	w.heard("a:  +application/pdf")
	w.arrive(sent("just words", "f3"))
	w.drain()
	w.heard("a: Your words have arrived. The file that came with them was not kept: no file is asked for here.", "a: just words +application/pdf")
	if c.has("f1") != pdf || c.has("f2") != pdf || c.has("f3") != "" {
		t.Errorf("kept: %v", c.files)
	}
}

// What is not taken is told, with what can be sent instead; words that came with
// it are kept.
func TestFilesThatAreNotTaken(t *testing.T) {
	for what, test := range map[string]struct {
		body string
		err  error
		says string
	}{
		"a program":    {"\x7fELF\x02\x01\x01", nil, "HEIC"},
		"too large":    {"", attachment.ErrTooLarge, "20 MB"},
		"gone":         {"", bot.ErrGone, "once more"},
		"never coming": {"", errors.New("the line is dead"), "once more"},
	} {
		w, c := newDrawer(t, func(context.Context, string) ([]byte, error) { return []byte(test.body), test.err })
		w.arrive(sent("keep my words", "f1"))
		w.arrive(sent("", "f2"))
		for range 10 {
			w.drain()
			w.clock.Move(time.Minute)
		}
		got := w.channel.take()
		if len(got) != 3 || !strings.Contains(got[0], test.says) || got[1] != "a: keep my words" || !strings.Contains(got[2], test.says) {
			t.Errorf("%s: heard %q", what, got)
		}
		if len(c.files) != 0 {
			t.Errorf("%s: kept %v", what, c.files)
		}
	}
}

// A file that comes at the second try is taken as if nothing had been.
func TestFileThatComesLater(t *testing.T) {
	tries := 0
	w, c := newDrawer(t, func(context.Context, string) ([]byte, error) {
		if tries++; tries == 1 {
			return nil, errors.New("the line is dead")
		}
		return []byte(pdf), nil
	})
	w.arrive(sent("keep", "f1"))
	w.drain()
	w.heard()
	w.clock.Move(time.Minute)
	w.drain()
	w.heard("a: keep +application/pdf")
	if c.has("f1") != pdf {
		t.Errorf("kept: %v", c.files)
	}
}

// However many files hang, everybody else is served; a stop loses none of them.
func TestSlowFilesCostNobodyElse(t *testing.T) {
	w, _ := newDrawer(t, func(ctx context.Context, _ string) ([]byte, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.bot.Run(ctx) }()
	for _, talk := range strings.Fields("b c d e f g h i j k l m n o p q r s t u v") {
		u := sent("keep", "f-"+talk)
		u.Address = bot.Address("test:" + talk)
		w.arrive(u)
	}
	w.arrive(bot.Update{Address: "test:noor", Text: "hello"})
	heard := func() bool { return strings.Contains(strings.Join(w.channel.take(), "\n"), "noor: hello") }
	for end := time.Now().Add(5 * time.Second); !heard(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("Noor waits for other people's files")
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if n := w.store.waiting("test:b"); n != 1 {
		t.Errorf("%d jobs wait for b after the stop", n)
	}
}
