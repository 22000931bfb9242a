package slack_test

import (
	"crypto/rand"
	"errors"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
	"visesbot/flows"
)

const key = "a-secret-key-that-is-long-enough-for-32-random-bytes"

// newInstallable is a lab whose app has no workspace of its own yet.
func newInstallable(t *testing.T) (*lab, string) {
	dir := t.TempDir()
	l := &lab{inbox: &inbox{}, site: newSite(t, true, func(o *fakeslack.Options) {
		o.BotToken, o.ClientID, o.ClientSecret = "", "1.2", "client-secret"
	})}
	l.receive(func(o *slack.Options) {
		o.BotToken = ""
		o.Install = slack.Install{
			ClientID: "1.2", ClientSecret: "client-secret", Key: key, Vault: slack.Folder(dir), Random: rand.Reader,
			URL: l.hook.URL + "/slack/oauth",
		}
	})
	return l, dir
}

// browse opens an address in a browser, and gives the last page's status.
func browse(t *testing.T, browser *http.Client, address string) (*url.URL, int) {
	t.Helper()
	answer, err := browser.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.Request.URL, answer.StatusCode
}

func newBrowser() *http.Client {
	jar, _ := cookiejar.New(nil)
	return &http.Client{Jar: jar}
}

func TestInstall(t *testing.T) {
	l, dir := newInstallable(t)
	l.platform.Workspace("T0OTHER")
	stranger := l.platform.PersonOf("T0OTHER", "Alex", "fr-FR")
	p := &person{stranger, l.site}
	if _, err := l.channel.Send(t.Context(), p.Address(), say(line(flows.Body, "x"))); !isKind(err, bot.Permanent) {
		t.Errorf("before the installation: %v", err)
	}
	if _, status := browse(t, newBrowser(), l.hook.URL+"/slack/install"); status != 200 {
		t.Fatalf("status %d", status)
	}
	l.send(p, say(line(flows.Body, "Bonjour")))
	stranger.Say("salut")
	if u := l.got(1); u.Text != "salut" || u.From.Lang != "fr" || u.Address != p.Address() {
		t.Errorf("arrived as %+v", u)
	}
	sealed, err := os.ReadFile(filepath.Join(dir, "T0OTHER.age"))
	if err != nil || strings.Contains(string(sealed), "xoxb-") {
		t.Errorf("kept: %v, and readable", err)
	}
	l.stop()
	l.receive(func(o *slack.Options) {
		o.BotToken = ""
		o.Install = slack.Install{ClientID: "1.2", ClientSecret: "client-secret", Key: key, Vault: slack.Folder(dir), Random: rand.Reader}
	})
	l.send(p, say(line(flows.Body, "Me revoilà")))
	l.platform.Uninstall("T0OTHER")
	l.eventually("the installation is gone", func() bool {
		_, err := os.Stat(filepath.Join(dir, "T0OTHER.age"))
		return os.IsNotExist(err)
	})
	if _, err := l.channel.Send(t.Context(), p.Address(), say(line(flows.Body, "x"))); !isKind(err, bot.Permanent) {
		t.Errorf("after the end: %v", err)
	}
}

func TestInstallIsChecked(t *testing.T) {
	l, dir := newInstallable(t)
	l.platform.Workspace("T0OTHER")
	first := newBrowser()
	done, _ := browse(t, first, l.hook.URL+"/slack/install")
	if err := os.Remove(filepath.Join(dir, "T0OTHER.age")); err != nil {
		t.Fatal(err)
	}
	begin := func() (*http.Client, string) {
		b := newBrowser()
		b.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		answer, err := b.Get(l.hook.URL + "/slack/install")
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		to, _ := answer.Location()
		return b, to.Query().Get("state")
	}
	mine, state := begin()
	other, _ := begin()
	back := l.hook.URL + "/slack/oauth?code=x&state="
	parts := strings.Split(state, ".")
	for name, c := range map[string]struct {
		browser *http.Client
		state   string
	}{
		"the same again": {first, done.Query().Get("state")},
		"another one's":  {other, state},
		"no cookie":      {newBrowser(), state},
		"none":           {mine, ""},
		"forged":         {mine, parts[0] + "." + parts[1] + "." + strings.Repeat("0", 64)},
		"prolonged":      {mine, parts[0] + ".9999999999." + parts[2]},
	} {
		if _, status := browse(t, c.browser, back+url.QueryEscape(c.state)); status != 400 {
			t.Errorf("%s: status %d", name, status)
		}
	}
	l.stop()
	l.receive(func(o *slack.Options) {
		o.BotToken = ""
		o.Install = slack.Install{
			ClientID: "1.2", ClientSecret: "client-secret", Key: key, Vault: slack.Folder(dir), Random: rand.Reader,
			URL: l.hook.URL + "/slack/oauth",
		}
	})
	if _, status := browse(t, first, back+url.QueryEscape(done.Query().Get("state"))); status != 400 {
		t.Errorf("the same again, after a new start: status %d", status)
	}
	l.clock.Move(11 * time.Minute)
	if _, status := browse(t, mine, back+url.QueryEscape(state)); status != 400 {
		t.Errorf("too late: status %d", status)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "T*")); len(files) != 0 {
		t.Errorf("%d installations were kept", len(files))
	}
	if n := len(l.platform.Calls("oauth.v2.access")); n != 1 {
		t.Errorf("%d codes were shown to Slack", n)
	}
}

// TestAnotherKeyOpensNothing holds that what is kept is of no use without the
// key.
func TestAnotherKeyOpensNothing(t *testing.T) {
	l, dir := newInstallable(t)
	l.platform.Workspace("T0OTHER")
	p := &person{l.platform.PersonOf("T0OTHER", "Alex", "fr-FR"), l.site}
	browse(t, newBrowser(), l.hook.URL+"/slack/install")
	l.stop()
	l.receive(func(o *slack.Options) {
		o.BotToken = ""
		o.Install = slack.Install{ClientID: "1.2", ClientSecret: "c", Key: key + "x", Vault: slack.Folder(dir), Random: rand.Reader}
	})
	_, err := l.channel.Send(t.Context(), p.Address(), say(line(flows.Body, "x")))
	if !isKind(err, bot.Temporary) || !strings.Contains(err.Error(), "VISESBOT_SECRET_KEY") || strings.Contains(err.Error(), key) {
		t.Errorf("with another key: %v", err)
	}
}

// A new key goes before the old one: what the old one sealed is opened, and from
// then on the new one alone is enough.
func TestKeyIsChanged(t *testing.T) {
	l, dir := newInstallable(t)
	l.platform.Workspace("T0OTHER")
	p := &person{l.platform.PersonOf("T0OTHER", "Alex", "fr-FR"), l.site}
	browse(t, newBrowser(), l.hook.URL+"/slack/install")
	newer := "another" + key
	for _, ring := range []string{newer + " " + key, newer} {
		l.stop()
		l.receive(func(o *slack.Options) {
			o.BotToken = ""
			o.Install = slack.Install{ClientID: "1.2", ClientSecret: "c", Key: ring, Vault: slack.Folder(dir), Random: rand.Reader}
		})
		l.clock.Move(time.Minute)
		l.send(p, say(line(flows.Body, "Bonjour")))
	}
	weak := slack.Install{ClientID: "1.2", ClientSecret: "c", Key: "only-sixteen-char " + key, Vault: slack.Folder(dir), Random: rand.Reader}
	if _, err := slack.New(slack.Options{SigningSecret: secret, Install: weak}); !errors.Is(err, slack.ErrInstall) {
		t.Errorf("a key of sixteen characters seals: %v", err)
	}
}
