package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// heartbeat keeps a quiet connection alive, and finds out that it is gone.
const heartbeat = 20 * time.Second

// follower is one page that follows the talk.
type follower struct {
	a     *Adapter
	w     http.ResponseWriter
	out   *http.ResponseController
	life  int64
	seq   int64
	moves int64
}

// events tells a page everything from the event it has seen last, and then
// whatever comes.
func (a *Adapter) events(w http.ResponseWriter, r *http.Request) {
	f := &follower{a: a, w: w, out: http.NewResponseController(w), moves: -1}
	_, _ = fmt.Sscanf(r.Header.Get("Last-Event-ID"), "%d-%d", &f.life, &f.seq)
	woken, stop := a.talk.listen()
	defer stop()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for f.catchUp() == nil {
		select {
		case <-woken:
		case <-beat.C:
			_, _ = fmt.Fprint(w, ": still here\n\n")
		case <-r.Context().Done():
			return
		case <-a.done:
			return
		}
	}
}

func (f *follower) catchUp() error {
	if err := f.clock(); err != nil {
		return err
	}
	v := f.a.talk.since(f.life, f.seq)
	f.life, f.seq = v.life, v.seq
	if err := f.entries(v); err != nil {
		return err
	}
	return f.out.Flush()
}

// entries tells the whole round to who comes from another one, and what is new
// to everybody else.
func (f *follower) entries(v view) error {
	if v.whole {
		return f.tell("all", v.seq, all{v.life, v.round, f.chats(), v.entries, f.a.offered(), f.a.talk.began()})
	}
	for _, e := range v.entries {
		if err := f.tell("entry", e.Seq, e); err != nil {
			return err
		}
	}
	return nil
}

// clock tells the time, when it was moved since it was told last.
func (f *follower) clock() error {
	moves := f.a.moves.Load()
	if moves == f.moves {
		return nil
	}
	f.moves = moves
	now := f.a.config.Clock.Now()
	return f.tell("clock", 0, tick{now, now.Location().String()})
}

// tell writes one event; seq is 0 for what need not be told again.
func (f *follower) tell(name string, seq int64, what any) error {
	text, err := json.Marshal(what)
	if err != nil {
		return err
	}
	if seq > 0 {
		_, _ = fmt.Fprintf(f.w, "id: %d-%d\n", f.life, seq)
	}
	_, err = fmt.Fprintf(f.w, "event: %s\ndata: %s\n\n", name, text)
	return err
}
