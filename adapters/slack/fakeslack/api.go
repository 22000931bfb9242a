package fakeslack

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// bodyMax is how large a call may be.
const bodyMax = 1 << 20

// args are the arguments of a call, whether they came as a form or as JSON.
type args map[string]any

func (a args) text(key string) string {
	switch v := a[key].(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// part gives an argument that is JSON, which forms carry as text.
func (a args) part(key string) (any, bool) {
	switch v := a[key].(type) {
	case nil:
		return nil, true
	case string:
		if v == "" {
			return nil, true
		}
		var made any
		return made, json.Unmarshal([]byte(v), &made) == nil
	default:
		return v, true
	}
}

// call is a call whose token was recognised.
type call struct {
	args
	s    *Server
	team string
	base string // of the fake's own address
}

// answer is what a method answers; problem refuses.
type answer = map[string]any

func problem(word string, messages ...string) answer {
	a := answer{"ok": false, "error": word}
	if len(messages) > 0 {
		a["response_metadata"] = answer{"messages": messages}
	}
	return a
}

// api answers one call of the Web API.
func (s *Server) api(w http.ResponseWriter, r *http.Request) {
	method := r.PathValue("method")
	a, err := argsOf(r)
	token := a.text("token")
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok && bearer != "" {
		token = bearer
	}
	delete(a, "token")
	if f := s.fault(method); f != nil {
		if f.play(s.ctx, w, r) {
			return
		}
	}
	if err != nil {
		write(w, problem("invalid_form_data"))
		return
	}
	base := "http://" + r.Host
	s.mu.Lock()
	defer s.mu.Unlock()
	team, word := s.authorized(method, token)
	c := call{args: a, s: s, team: team, base: base}
	answer := problem(word)
	if word == "" {
		if wait := s.tooFast(team, method, a.text("channel")); wait > 0 {
			s.refused++
			s.calls = append(s.calls, Call{method, s.o.Now(), a, problem("ratelimited")})
			w.Header().Set("Retry-After", strconv.Itoa(wait))
			w.WriteHeader(http.StatusTooManyRequests)
			_ = json.NewEncoder(w).Encode(problem("ratelimited"))
			return
		}
		answer = c.do(method)
	}
	s.calls = append(s.calls, Call{method, s.o.Now(), a, answer})
	write(w, answer)
}

func write(w http.ResponseWriter, a answer) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(a)
}

// argsOf reads the arguments of a call.
func argsOf(r *http.Request) (args, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, bodyMax))
	if err != nil {
		return args{}, err
	}
	a := args{}
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") && len(body) > 0 {
		return a, json.Unmarshal(body, &a)
	}
	values, err := url.ParseQuery(string(body))
	for key, v := range r.URL.Query() {
		values[key] = v
	}
	for key := range values {
		a[key] = values.Get(key)
	}
	return a, err
}

// authorized tells which workspace a token is for, or the word of refusal. The
// lock is held.
func (s *Server) authorized(method, token string) (team, word string) {
	switch {
	case method == "oauth.v2.access":
		return "", ""
	case method == "apps.connections.open":
		if token == "" || token != s.o.AppToken {
			return "", "invalid_auth"
		}
		return HomeTeam, ""
	case token == "":
		return "", "not_authed"
	case s.revoked[token]:
		return "", "token_revoked"
	case s.tokens[token] == "":
		return "", "invalid_auth"
	}
	return s.tokens[token], ""
}

// do answers a method. The lock is held.
func (c call) do(method string) answer {
	switch method {
	case "auth.test":
		return answer{"ok": true, "url": "https://home.slack.com/", "team": "Home", "user": "visesbot", "team_id": c.team, "user_id": BotUser, "bot_id": BotID}
	case "users.info":
		return c.usersInfo()
	case "files.info":
		return c.fileInfo()
	case "conversations.open":
		return c.open()
	case "chat.postMessage":
		return c.post()
	case "chat.update":
		return c.update()
	case "chat.postEphemeral":
		return c.whisper()
	case "views.open":
		return c.openView()
	case "views.update":
		return c.updateView()
	case "views.publish":
		return c.publish()
	case "files.getUploadURLExternal":
		return c.uploadURL()
	case "files.completeUploadExternal":
		return c.completeUpload()
	case "apps.connections.open":
		return c.connect()
	case "oauth.v2.access":
		return c.access()
	}
	return problem("unknown_method")
}
