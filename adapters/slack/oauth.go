package slack

import (
	"crypto/hmac"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"

	slackapi "github.com/slack-go/slack"
)

// cookie is what the browser that begins an installation has to bring back.
const cookie = "visesbot_slack_install"

// scopes are what the bot asks to be allowed; docs/slack.md says what for, and
// the app's manifest has the same.
func scopes() []string {
	return []string{
		"app_mentions:read", "chat:write", "commands", "files:read", "files:write",
		"im:history", "im:read", "im:write", "users:read",
	}
}

// install sends somebody to Slack, to choose a workspace and agree.
func (a *Adapter) install(w http.ResponseWriter, r *http.Request) {
	state, nonce, err := a.o.Install.newState(a.o.Clock.Now())
	if err != nil {
		a.o.Log.Error("an installation cannot begin", "error", err)
		page(w, http.StatusInternalServerError, "The installation cannot begin now. Try again later.")
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: cookie, Value: nonce, Path: "/slack/", MaxAge: int(stateFresh.Seconds()),
		HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: r.TLS != nil || strings.HasPrefix(a.o.Install.URL, "https:"),
	})
	v := url.Values{
		"client_id": {a.o.Install.ClientID}, "scope": {strings.Join(scopes(), ",")}, "state": {state},
	}
	if a.o.Install.URL != "" {
		v.Set("redirect_uri", a.o.Install.URL)
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, a.authorizeURL()+"?"+v.Encode(), http.StatusFound)
}

// authorizeURL is where Slack asks people; it stands beside its API.
func (a *Adapter) authorizeURL() string {
	u, err := url.Parse(a.o.API)
	if err != nil {
		return PublicAPI
	}
	return u.Scheme + "://" + u.Host + "/oauth/v2/authorize"
}

// returned takes somebody back from Slack, and keeps what the workspace agreed
// to.
func (a *Adapter) returned(w http.ResponseWriter, r *http.Request) {
	err := a.finish(r)
	var refusal slackapi.SlackErrorResponse
	switch {
	case err == nil:
		a.counts.add("installed")
		page(w, http.StatusOK, "The bot is installed. Open it in Slack and say hello.")
	case errors.Is(err, errWholeOrg):
		a.counts.add("refused_install")
		page(w, http.StatusBadRequest, "The bot is installed into one workspace at a time, not into a whole organisation. Remove it from the organisation, and begin again at /slack/install with one workspace.")
	case errors.Is(err, errDeclined):
		page(w, http.StatusOK, "Nothing was installed.")
	case errors.Is(err, errState), errors.As(err, &refusal):
		a.counts.add("refused_install")
		page(w, http.StatusBadRequest, "This installation was not begun here, was finished already, or took too long. Begin again at /slack/install.")
	default:
		a.o.Log.Error("an installation failed", "error", a.clean(err))
		page(w, http.StatusBadGateway, "The installation did not succeed. Try again later.")
	}
}

var (
	errDeclined = errors.New("the workspace did not agree")
	errWholeOrg = errors.New("the app was installed for a whole organisation")
)

// finish checks that the person began here, and fetches the workspace's token.
func (a *Adapter) finish(r *http.Request) error {
	now := a.o.Clock.Now()
	nonce, until, err := a.o.Install.checkState(r.URL.Query().Get("state"), now)
	if err != nil {
		return err
	}
	brought, err := r.Cookie(cookie)
	if err != nil || !hmac.Equal([]byte(brought.Value), []byte(nonce)) || !a.states.once(nonce, until, now) {
		return errState
	}
	if err := a.useState(r.Context(), nonce); err != nil {
		return err
	}
	code := r.URL.Query().Get("code")
	if r.URL.Query().Get("error") != "" || code == "" {
		return errDeclined
	}
	o := a.o.Install
	answer, err := slackapi.GetOAuthV2ResponseContext(r.Context(), a.http, o.ClientID, o.ClientSecret, code, o.URL,
		slackapi.OAuthOptionAPIURL(a.o.API))
	if err != nil {
		return fmt.Errorf("fetch the token of a workspace: %w", a.clean(err))
	}
	team, called := answer.Team.ID, answer.Team.Name
	if answer.IsEnterpriseInstall || team == "" {
		return errWholeOrg // what happens there comes with the ids of its workspaces
	}
	if !isID(team) || answer.AccessToken == "" {
		return errors.New("slack gave no token for the workspace")
	}
	return a.keep(r.Context(), installation{
		Team: team, Name: called, Token: answer.AccessToken, Self: answer.BotUserID, Scope: answer.Scope, At: now,
	})
}

// page is one sentence for a browser.
func page(w http.ResponseWriter, status int, text string) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	fmt.Fprintf(w, `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`+
		`<title>visesbot</title><body style="font:1.1rem/1.5 sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem"><p>%s</p>`, html.EscapeString(text))
}
