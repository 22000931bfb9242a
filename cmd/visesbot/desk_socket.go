package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/bot/rooms/answers"
	"visesbot/bot/rooms/invitations"
	"visesbot/bot/rooms/push"
	"visesbot/flows"
	"visesbot/flows/form"
)

// A SQLite store belongs to one program at a time. The one that has it answers
// its operator on a socket beside the file, which only the owner of the file can
// open: HTTP with JSON, a path for each thing that can be asked.

// socketMax is how long the name of a socket may be on every system.
const socketMax = 100

// socketOf is where the desk of a store is found; empty when its store can be
// opened by several programs.
func socketOf(uri string) string {
	path, ok := strings.CutPrefix(uri, "sqlite:")
	if !ok || len(path)+len(".sock") > socketMax {
		return ""
	}
	return path + ".sock"
}

// asked is what is asked for, and what comes of it.
type asked struct {
	Dead  bool         `json:"dead,omitempty"`
	Limit int          `json:"limit,omitempty"`
	ID    string       `json:"id,omitempty"`
	Order order        `json:"order,omitzero"`
	Code  string       `json:"code,omitempty"`
	Guest flows.Invite `json:"guest,omitzero"`
	Jobs  []bot.Listed `json:"jobs,omitempty"`
	N     int          `json:"n,omitempty"`

	Push  push.Order `json:"push,omitzero"`
	Reach push.Reach `json:"reach,omitzero"`

	Table   string           `json:"table,omitempty"`
	Entries []register.Entry `json:"entries,omitempty"`
	Remarks []bot.Remark     `json:"remarks,omitempty"`

	Wanted  wantedDigest         `json:"wanted,omitzero"`
	Facts   digestFacts          `json:"facts,omitzero"`
	Invites []invitations.Listed `json:"invites,omitempty"`
	Links   []string             `json:"links,omitempty"`
	Lang    string               `json:"lang,omitempty"`
	Rows    []answers.Row        `json:"rows,omitempty"`
	Dossier form.Changes         `json:"dossier,omitzero"`
}

// deskMux answers at a desk.
func deskMux(d desk) http.Handler {
	mux := http.NewServeMux()
	for _, some := range []map[string]func(context.Context, *asked) error{workAsked(d), programmeAsked(d)} {
		for path, do := range some {
			mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { answerDesk(w, r, do) })
		}
	}
	return mux
}

// workAsked is what is asked about jobs, pushes, the register and digests.
func workAsked(d desk) map[string]func(context.Context, *asked) error {
	return map[string]func(context.Context, *asked) error{
		"POST /jobs": func(ctx context.Context, a *asked) (err error) {
			a.Jobs, err = d.jobs(ctx, a.Dead, a.Limit)
			return err
		},
		"POST /retry": func(ctx context.Context, a *asked) error { return d.retry(ctx, a.ID) },
		"POST /push": func(ctx context.Context, a *asked) (err error) {
			a.N, err = d.push(ctx, a.Order)
			return err
		},
		"POST /pushes": func(ctx context.Context, a *asked) (err error) {
			a.Push, a.Reach, err = d.give(ctx, a.Push)
			return err
		},
		"POST /pushes/withdraw": func(ctx context.Context, a *asked) error { return d.withdraw(ctx, a.ID) },
		"POST /pushes/again": func(ctx context.Context, a *asked) (err error) {
			a.N, err = d.again(ctx, a.ID)
			return err
		},
		"POST /entries": func(ctx context.Context, a *asked) (err error) {
			a.Entries, err = d.entries(ctx, a.Table)
			return err
		},
		"POST /entries/put": func(ctx context.Context, a *asked) error {
			entries := a.Entries
			a.Entries = nil
			return d.putEntries(ctx, entries)
		},
		"POST /remarks": func(ctx context.Context, a *asked) (err error) {
			a.Remarks, err = d.remarks(ctx)
			return err
		},
		"POST /digest": func(ctx context.Context, a *asked) (err error) {
			a.Facts, err = d.digest(ctx, a.Wanted)
			return err
		},
	}
}

// programmeAsked is what is asked about invitations and answers.
func programmeAsked(d desk) map[string]func(context.Context, *asked) error {
	return map[string]func(context.Context, *asked) error{
		"POST /answers": func(ctx context.Context, a *asked) (err error) {
			a.Rows, err = d.answers(ctx, a.ID, a.Lang)
			return err
		},
		"POST /dossier": func(ctx context.Context, a *asked) (err error) {
			a.Dossier, err = d.dossier(ctx, a.ID)
			return err
		},
		"POST /invites": func(ctx context.Context, a *asked) (err error) {
			a.Invites, err = d.invites(ctx)
			return err
		},
		"POST /invites/revoke": func(ctx context.Context, a *asked) (err error) {
			a.Guest, err = d.revoke(ctx, a.ID)
			return err
		},
		"POST /invite": func(ctx context.Context, a *asked) (err error) {
			a.Links, err = d.invite(ctx, a.Code, a.Guest)
			return err
		},
	}
}

func answerDesk(w http.ResponseWriter, r *http.Request, do func(context.Context, *asked) error) {
	var a asked
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<20)).Decode(&a)
	if err == nil {
		err = do(r.Context(), &a)
	}
	switch {
	case errors.Is(err, bot.ErrNotFound):
		http.Error(w, err.Error(), http.StatusNotFound)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		_ = json.NewEncoder(w).Encode(a) // nobody is there any more
	}
}

// serveDesk answers at the desk of a store until ctx ends. A place where no
// socket can be is no reason not to serve people.
func serveDesk(ctx context.Context, uri string, d desk, log *slog.Logger) error {
	path := socketOf(uri)
	if path == "" {
		return nil
	}
	listener, err := openDesk(path)
	if err != nil {
		log.Warn("jobs and push will not work while this program runs", "error", err)
		return nil
	}
	defer listener.Close()
	return serveUntil(ctx, listener, deskMux(d), pageLimits())
}

// openDesk opens a socket that only its owner can use. Whoever has the store has
// the socket: one that is there was left behind.
func openDesk(path string) (net.Listener, error) {
	_ = os.Remove(path)
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	return listener, nil
}

// farDesk is the desk of a store that another program has open.
type farDesk struct{ client *http.Client }

// farDeskOf finds it, if that program has one.
func farDeskOf(ctx context.Context, uri string) (farDesk, bool) {
	path := socketOf(uri)
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", path)
	}
	c, err := dial(ctx, "", "")
	if err != nil {
		return farDesk{}, false
	}
	_ = c.Close()
	return farDesk{&http.Client{Transport: &http.Transport{DialContext: dial, DisableKeepAlives: true}}}, true
}

// ask asks one thing.
func (d farDesk) ask(ctx context.Context, path string, a asked) (asked, error) {
	body, err := json.Marshal(a)
	if err != nil {
		return a, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://desk/"+path, bytes.NewReader(body))
	if err != nil {
		return a, err
	}
	response, err := d.client.Do(r)
	if err != nil {
		return a, fmt.Errorf("ask the program that has the store: %w", err)
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusOK:
		a = asked{}
		return a, json.NewDecoder(response.Body).Decode(&a)
	case http.StatusNotFound:
		return a, bot.ErrNotFound
	}
	why, _ := io.ReadAll(io.LimitReader(response.Body, 1000))
	return a, fmt.Errorf("the program that has the store says: %s", strings.TrimSpace(string(why)))
}

func (d farDesk) jobs(ctx context.Context, dead bool, limit int) ([]bot.Listed, error) {
	a, err := d.ask(ctx, "jobs", asked{Dead: dead, Limit: limit})
	return a.Jobs, err
}

func (d farDesk) retry(ctx context.Context, id string) error {
	_, err := d.ask(ctx, "retry", asked{ID: id})
	return err
}

func (d farDesk) push(ctx context.Context, o order) (int, error) {
	a, err := d.ask(ctx, "push", asked{Order: o})
	return a.N, err
}

func (d farDesk) give(ctx context.Context, o push.Order) (push.Order, push.Reach, error) {
	a, err := d.ask(ctx, "pushes", asked{Push: o})
	return a.Push, a.Reach, err
}

func (d farDesk) withdraw(ctx context.Context, push string) error {
	_, err := d.ask(ctx, "pushes/withdraw", asked{ID: push})
	return err
}

func (d farDesk) again(ctx context.Context, push string) (int, error) {
	a, err := d.ask(ctx, "pushes/again", asked{ID: push})
	return a.N, err
}

func (d farDesk) invite(ctx context.Context, code string, i flows.Invite) ([]string, error) {
	a, err := d.ask(ctx, "invite", asked{Code: code, Guest: i})
	return a.Links, err
}

func (d farDesk) invites(ctx context.Context) ([]invitations.Listed, error) {
	a, err := d.ask(ctx, "invites", asked{})
	return a.Invites, err
}

func (d farDesk) revoke(ctx context.Context, id string) (flows.Invite, error) {
	a, err := d.ask(ctx, "invites/revoke", asked{ID: id})
	return a.Guest, err
}

func (d farDesk) answers(ctx context.Context, enterprise, lang string) ([]answers.Row, error) {
	a, err := d.ask(ctx, "answers", asked{ID: enterprise, Lang: lang})
	return a.Rows, err
}

func (d farDesk) dossier(ctx context.Context, enterprise string) (form.Changes, error) {
	a, err := d.ask(ctx, "dossier", asked{ID: enterprise})
	return a.Dossier, err
}

func (d farDesk) entries(ctx context.Context, table string) ([]register.Entry, error) {
	a, err := d.ask(ctx, "entries", asked{Table: table})
	return a.Entries, err
}

func (d farDesk) putEntries(ctx context.Context, entries []register.Entry) error {
	_, err := d.ask(ctx, "entries/put", asked{Entries: entries})
	return err
}

func (d farDesk) remarks(ctx context.Context) ([]bot.Remark, error) {
	a, err := d.ask(ctx, "remarks", asked{})
	return a.Remarks, err
}

func (d farDesk) digest(ctx context.Context, w wantedDigest) (digestFacts, error) {
	a, err := d.ask(ctx, "digest", asked{Wanted: w})
	return a.Facts, err
}
