package fakeslack

import (
	"net/http"
	"net/url"
	"strings"
)

// Workspace adds a workspace that can install the app, and installs it in the
// browser of whoever asks for /oauth/v2/authorize next.
func (s *Server) Workspace(team string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.codes["next"] = team
}

// WholeOrg lets the next installation be one of a whole organisation.
func (s *Server) WholeOrg() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.codes["next"] = wholeOrg
}

// wholeOrg stands for an organisation of several workspaces.
const wholeOrg = "E0ORG"

// authorize is the page on which somebody agrees to an installation; here they
// always do, and are sent back with a code.
func (s *Server) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	s.mu.Lock()
	defer s.mu.Unlock()
	back, err := url.Parse(q.Get("redirect_uri"))
	if q.Get("client_id") == "" || q.Get("client_id") != s.o.ClientID || err != nil || q.Get("scope") == "" {
		http.Error(w, "invalid_client_id", http.StatusBadRequest)
		return
	}
	code := strings.ToLower(s.id("code"))
	s.codes[code] = s.codes["next"]
	v := url.Values{"code": {code}, "state": {q.Get("state")}}
	back.RawQuery = v.Encode()
	http.Redirect(w, r, back.String(), http.StatusFound)
}

// access is oauth.v2.access.
func (c call) access() answer {
	switch {
	case c.s.o.ClientID == "" || c.text("client_id") != c.s.o.ClientID:
		return problem("invalid_client_id")
	case c.text("client_secret") != c.s.o.ClientSecret:
		return problem("bad_client_secret")
	}
	code := c.text("code")
	team := c.s.codes[code]
	if team == "" || code == "next" {
		return problem("invalid_code")
	}
	delete(c.s.codes, code)
	token := "xoxb-" + strings.ToLower(c.s.id("installed-"))
	c.s.tokens[token] = team
	if team == wholeOrg {
		return answer{
			"ok": true, "access_token": token, "token_type": "bot", "scope": "chat:write", "bot_user_id": BotUser, "app_id": AppID,
			"team": nil, "enterprise": answer{"id": wholeOrg, "name": "Organisation"}, "is_enterprise_install": true,
		}
	}
	return answer{
		"ok": true, "access_token": token, "token_type": "bot", "scope": "chat:write", "bot_user_id": BotUser,
		"app_id": AppID, "team": answer{"id": team, "name": "Workspace " + team}, "authed_user": answer{"id": "U0ADMIN"},
	}
}

// Uninstall takes the app out of a workspace, and tells the app so.
func (s *Server) Uninstall(team string) {
	s.mu.Lock()
	for token, of := range s.tokens {
		if of == team {
			s.revoked[token] = true
		}
	}
	s.mu.Unlock()
	s.event(team, "app "+team, answer{"type": "app_uninstalled"})
}
