package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack/fakeslack"
	"visesbot/adapters/sqlite"
)

// slackPlatform is a fake Slack, and the environment of a bot on it.
func slackPlatform(t *testing.T) (*fakeslack.Server, map[string]string) {
	fake := fakeslack.New(fakeslack.Options{
		BotToken: "xoxb-1", AppToken: "xapp-1", SigningSecret: "the-signing-secret", Now: time.Now,
		ClientID: "1.2", ClientSecret: "client-secret",
	})
	server := httptest.NewServer(fake)
	t.Cleanup(func() {
		fake.Close()
		server.CloseClientConnections()
		server.Close()
	})
	return fake, map[string]string{
		"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_API_URL": server.URL + "/api/",
		"VISESBOT_STORE": "sqlite:" + filepath.Join(t.TempDir(), "visesbot.db"),
	}
}

// Somebody with an invitation is welcomed on Slack, by the program as it runs.
func TestServeSlack(t *testing.T) {
	for _, by := range []string{"socket", "http"} {
		t.Run(by, func(t *testing.T) {
			fake, environ := slackPlatform(t)
			addr := freeAddr(t)
			environ["SLACK_APP_TOKEN"] = "xapp-1"
			if by == "http" {
				delete(environ, "SLACK_APP_TOKEN")
				environ["SLACK_SIGNING_SECRET"] = "the-signing-secret"
				fake.Deliver("http://" + addr)
			}
			invited(t, strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:"), "atelier-9", "nl")
			s := startServe(t, environ, addr)
			p := fake.Person("Noor", "nl-BE")
			p.Say("start atelier-9")
			eventually(t, "a welcome", func() bool {
				shown := p.Shown()
				return len(shown) > 1 && strings.Contains(shown[0].Text, "De Brug")
			})
			if err := p.Press("Ja"); err != nil {
				t.Fatal(err)
			}
			eventually(t, "the next card", func() bool { return len(p.Shown()) > 2 })
			eventually(t, "it is ready", func() bool {
				answer, err := http.Get(s.url + "/readyz")
				if err != nil {
					return false
				}
				defer answer.Body.Close()
				body, _ := io.ReadAll(answer.Body)
				return answer.StatusCode == 200 && strings.Contains(string(body), `"slack":"ok"`)
			})
			if err := s.stop(); err != nil {
				t.Error(err)
			}
			if log := s.log.String(); strings.Contains(log, "xoxb-") || strings.Contains(log, "xapp-") {
				t.Error("a token is in the log")
			}
		})
	}
}

func TestServeSlackMisuse(t *testing.T) {
	_, good := slackPlatform(t)
	for name, c := range map[string]struct {
		change map[string]string
		want   string
	}{
		"no way in":      {map[string]string{}, "SLACK_APP_TOKEN or SLACK_SIGNING_SECRET"},
		"no way out":     {map[string]string{"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"},
		"a user's token": {map[string]string{"SLACK_BOT_TOKEN": "xoxp-1", "SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"},
		"a wrong token":  {map[string]string{"SLACK_BOT_TOKEN": "xoxb-2", "SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"},
		"another app":    {map[string]string{"SLACK_APP_TOKEN": "xapp-2"}, "SLACK_APP_TOKEN"},
		"swapped":        {map[string]string{"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"},
		"no secret key":  {map[string]string{"SLACK_APP_TOKEN": "xapp-1", "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s"}, "VISESBOT_SECRET_KEY"},
		"no address":     {map[string]string{"SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": "slack"}, "SLACK_API_URL"},
	} {
		environ := maps.Clone(good)
		maps.Copy(environ, c.change)
		e := &env{out: io.Discard, err: io.Discard, now: time.Now, getenv: func(name string) string { return environ[name] }}
		err := serve(t.Context(), e, serveOptions{addr: "127.0.0.1:0"})
		var wrong usageError
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestStoreShelf holds what Slack's installations need of the store.
func TestStoreShelf(t *testing.T) {
	store, err := sqlite.Open(filepath.Join(t.TempDir(), "visesbot.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	s, ctx := slackVault(store), context.Background()
	if _, err := s.Get(ctx, "T1"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing kept: %v", err)
	}
	for _, sealed := range []string{"one", "two"} {
		if err := s.Put(ctx, "T1", []byte(sealed)); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Get(ctx, "T1"); err != nil || string(got) != sealed {
			t.Errorf("kept %q: %v", got, err)
		}
	}
	if err := s.Delete(ctx, "T1"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(ctx, "T1"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("deleted: %v", err)
	}
}
