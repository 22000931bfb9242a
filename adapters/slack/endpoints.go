package slack

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"visesbot/bot"
)

// mux are the doors. Those of the Events API are open when there is a signing
// secret, those of the installation when the app can be installed.
func (a *Adapter) mux() http.Handler {
	m := http.NewServeMux()
	if a.o.SigningSecret != "" {
		for _, path := range []string{"events", "interactions", "commands"} {
			m.Handle("POST /slack/"+path, a.door())
		}
	}
	if a.o.Install.complete() {
		m.HandleFunc("GET /slack/install", a.install)
		m.HandleFunc("GET /slack/oauth", a.returned)
	}
	return m
}

// hearRequest reads the body of a request: events are JSON, interactions and
// commands are forms. Slack may be told one address for all of them.
func hearRequest(kind string, body []byte) (incoming, error) {
	if !strings.HasPrefix(kind, "application/x-www-form-urlencoded") {
		return hearEvent(body)
	}
	v, err := url.ParseQuery(string(body))
	switch {
	case err != nil:
		return incoming{}, errMalformed
	case v.Get("payload") != "":
		return hearInteraction([]byte(v.Get("payload")))
	case v.Get("command") != "":
		return hearCommand(v), nil
	case v.Get("ssl_check") != "":
		return incoming{}, nil
	}
	return incoming{}, errMalformed
}

// ServeHTTP answers what Slack asks below /slack/.
func (a *Adapter) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.routes.ServeHTTP(w, r) }

// door lets in what is signed, whole and readable, and says that it was taken in
// when it was. For anything else Slack comes again, or somebody else was it.
func (a *Adapter) door() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if status, what := a.promising(r); status != 0 {
			w.Header().Set("Connection", "close") // the body is not waited for
			a.refuse(w, status, what)
			return
		}
		// Who sends a body that never ends is let go; a writer that knows no
		// deadline has none.
		_ = http.NewResponseController(w).SetReadDeadline(bot.RealClock{}.Now().Add(bodyWithin))
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			a.refuse(w, http.StatusRequestEntityTooLarge, "refused_size")
			return
		case err != nil:
			a.refuse(w, http.StatusBadRequest, "refused_body")
			return
		case !genuine(a.o.SigningSecret, r.Header.Get("X-Slack-Request-Timestamp"), r.Header.Get("X-Slack-Signature"), body, a.o.Clock.Now()):
			a.refuse(w, http.StatusUnauthorized, "refused_signature")
			return
		}
		h, err := hearRequest(r.Header.Get("Content-Type"), body)
		if err != nil {
			a.refuse(w, http.StatusBadRequest, "refused_body")
			return
		}
		if h.kind == challenge {
			reply(w, map[string]string{"challenge": h.question})
			return
		}
		a.taken(w, r, a.hear(h))
	})
}

// promising tells by its headers alone whether a body is worth reading; if not, the
// status of the answer and what is counted.
func (a *Adapter) promising(r *http.Request) (status int, what string) {
	signed := signatureForm.MatchString(r.Header.Get("X-Slack-Signature"))
	switch {
	case r.ContentLength > maxBody:
		return http.StatusRequestEntityTooLarge, "refused_size"
	case r.ContentLength < 0:
		return http.StatusLengthRequired, "refused_size"
	case !signed || !recent(r.Header.Get("X-Slack-Request-Timestamp"), a.o.Clock.Now()):
		return http.StatusUnauthorized, "refused_signature"
	}
	return 0, ""
}

func (a *Adapter) refuse(w http.ResponseWriter, status int, what string) {
	a.counts.add(what)
	http.Error(w, http.StatusText(status), status)
}

// taken waits until something was taken in, but not until Slack gives up
// waiting.
func (a *Adapter) taken(w http.ResponseWriter, r *http.Request, done <-chan outcome) {
	late := time.NewTimer(ackWithin)
	defer late.Stop()
	select {
	case o := <-done:
		if o.err != nil {
			a.o.Log.Warn("something from Slack was not accepted", "error", a.clean(o.err))
			http.Error(w, "not accepted, come again", http.StatusServiceUnavailable)
			return
		}
		reply(w, o.answer)
	case <-late.C:
		a.counts.add("late")
		http.Error(w, "not accepted yet, come again", http.StatusServiceUnavailable)
	case <-r.Context().Done():
	}
}

// reply writes an answer for Slack; nil is the empty one.
func reply(w http.ResponseWriter, answer any) {
	if answer == nil {
		w.WriteHeader(http.StatusOK)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(answer) // nobody is there any more
}
