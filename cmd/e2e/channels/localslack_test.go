package channels

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
)

// localSlack are people on local-slack.
type localSlack struct {
	channel *slack.Adapter
	url     string
	people  map[string]string // user id by name; the chat has the same with a D
}

// onLocalSlack is a message as local-slack gives it.
type onLocalSlack struct {
	TS     string
	User   string
	Text   string
	Blocks []any
}

func newLocalSlack(w world, folder string, overHTTP bool) platform {
	p := &localSlack{people: map[string]string{}}
	app := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) { p.channel.ServeHTTP(rw, r) }))
	w.t.Cleanup(app.Close)
	line := launch(w.t, "Web API base", filepath.Join(folder, "node_modules/local-slack-linux-x64/bin/local-slack"),
		"--config", p.config(w, app.URL, overHTTP), "--port", "0", "--base-host", "127.0.0.1", "--files-dir", w.t.TempDir())
	p.url = regexp.MustCompile(`http://[^/]+`).FindString(line)
	o := slack.Options{
		BotToken: "xoxb-1", API: p.url + "/api/", Clock: w.clock, Rates: slack.Rates{}, Files: w.store, Media: media(w.t), Board: w.board, Talks: w.board,
		Commands: commands(w.t), Transport: &http.Transport{}, Ping: time.Hour, // it never pings
	}
	if overHTTP {
		o.SigningSecret = "secret"
	} else {
		o.AppToken = "xapp-1"
	}
	var err error
	if p.channel, err = slack.New(o); err != nil {
		w.t.Fatal(err)
	}
	return p
}

// config writes the workspace down, with a direct chat for everybody.
func (p *localSlack) config(w world, app string, overHTTP bool) string {
	mode := "socket"
	if overHTTP {
		mode = "events"
	}
	users, chats := "users:\n", "channels:\n"
	for i, person := range w.people {
		id := fmt.Sprintf("0%02d", i+1)
		p.people[person.Name] = "U" + id
		users += fmt.Sprintf("  - {id: U%s, name: %s, real_name: %s, tz: Europe/Brussels}\n", id, person.Name, person.Name)
		chats += fmt.Sprintf("  - {id: D%s, name: dm-%s, is_im: true, is_channel: false, members: [U%s, U0BOT]}\n", id, id, id)
	}
	text := "workspace: {name: Home, domain: home, teamId: T0HOME}\n" +
		"app: {appId: A0APP, botUserId: U0BOT, botName: vises, botToken: xoxb-1, appToken: xapp-1, signingSecret: secret, " +
		"mode: " + mode + ", requestUrl: " + app + "/slack/events}\n" + users + chats
	name := filepath.Join(w.t.TempDir(), "config.yaml")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	return name
}

func (p *localSlack) adapter() bot.Adapter { return p.channel }

func (p *localSlack) chat(person string) string { return "D" + p.people[person][1:] }

// start uses the slash command.
func (p *localSlack) start(person string) error {
	if err := reached(p.channel); err != nil {
		return err
	}
	return p.control("command", map[string]any{
		"channel": p.chat(person), "user": p.people[person], "command": "/vises", "text": "start " + code(person),
	})
}

// say types as Slack stores it, which local-slack leaves to who types.
func (p *localSlack) say(person, text string) error {
	stored := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
	return p.control("message", map[string]any{"channel": p.chat(person), "user": p.people[person], "text": stored})
}

func (p *localSlack) press(person, begin string) error {
	all, err := p.messages(p.chat(person))
	if err != nil {
		return err
	}
	for _, m := range slices.Backward(all) {
		if b := buttonOf(m.Blocks, begin); b != nil {
			return p.control("interact", map[string]any{
				"channel": p.chat(person), "messageTs": m.TS, "user": p.people[person], "action": b,
			})
		}
	}
	return fmt.Errorf("there is no button %q", begin)
}

// buttonOf finds a button by how its label begins.
func buttonOf(blocks []any, begin string) map[string]any {
	for _, raw := range blocks {
		block, _ := raw.(map[string]any)
		elements, _ := block["elements"].([]any)
		for _, raw := range elements {
			e, _ := raw.(map[string]any)
			text, _ := e["text"].(map[string]any)
			if label, _ := text["text"].(string); e["type"] == "button" && strings.HasPrefix(label, begin) {
				e["block_id"] = block["block_id"]
				return e
			}
		}
	}
	return nil
}

// home opens the App Home, and wants it to be filled.
func (p *localSlack) home(t *testing.T, person string) {
	t.Helper()
	if err := p.control("open-home", map[string]any{"user": p.people[person]}); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		var traffic struct{ Log []struct{ Summary string } }
		if err := ask(p.url+"/_control/log", nil, &traffic); err != nil {
			t.Fatal(err)
		}
		for _, entry := range traffic.Log {
			if entry.Summary == "views.publish" {
				return
			}
		}
	}
	t.Error("the App Home stays empty")
}

func (p *localSlack) control(what string, with map[string]any) error {
	return ask(p.url+"/_control/"+what, with, nil)
}

func (p *localSlack) messages(chat string) ([]onLocalSlack, error) {
	var all struct{ Messages []onLocalSlack }
	err := ask(p.url+"/_control/messages/"+chat, nil, &all)
	return all.Messages, err
}

func (p *localSlack) look(to bot.Address, r bot.Receipt) (string, seen, error) {
	chat, ts, _ := strings.Cut(string(r), ":")
	all, err := p.messages(chat)
	if err != nil {
		return "", seen{}, err
	}
	for name, user := range p.people {
		for _, m := range all {
			if m.TS == ts && m.User == "U0BOT" && strings.HasSuffix(to.Talk(), "-"+user) {
				call := fakeslack.Call{Args: map[string]any{"text": m.Text, "blocks": m.Blocks}}
				return name, seenOnSlack(call.Shown()), nil
			}
		}
	}
	return "", seen{}, fmt.Errorf("%s has no message %s", to, r)
}
