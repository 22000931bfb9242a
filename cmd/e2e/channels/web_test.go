package channels

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"time"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows/flowtest"
)

// onWeb are people on the page of the browser, each with a chat.
type onWeb struct {
	page *web.Adapter
	url  string
	lang map[string]string
	acts int
}

// onPage is an entry of a chat, as the page is told.
type onPage struct {
	Chat    string
	ID      string
	Message *bot.Message
}

func openWeb(w world) platform {
	c := web.Config{Addr: "127.0.0.1:0", Clock: pageClock{w.clock}, Files: w.store, Media: media(w.t)}
	p := &onWeb{lang: map[string]string{}}
	for _, person := range w.people {
		c.Chats = append(c.Chats, web.Chat{Name: person.Name, Code: code(person.Name), Person: person.Name, Look: web.Phone})
		p.lang[person.Name] = person.Lang
	}
	page, err := web.New(c)
	if err != nil {
		w.t.Fatal(err)
	}
	server := httptest.NewServer(page)
	w.t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
		_ = page.Close()
	})
	p.page, p.url = page, server.URL
	return p
}

// pageClock is the clock of a talk, which the page does not set back.
type pageClock struct{ *bot.MovableClock }

func (p *onWeb) adapter() bot.Adapter { return p.page }

func (p *onWeb) start(person string) error { return p.post(person, "start", nil) }

func (p *onWeb) say(person, text string) error {
	return p.post(person, "say", map[string]string{"text": text})
}

func (p *onWeb) press(person, begin string) error {
	all, err := p.entries()
	if err != nil {
		return err
	}
	for _, e := range slices.Backward(all) {
		if e.Chat != person || e.Message == nil {
			continue
		}
		for _, b := range slices.Concat(e.Message.Buttons...) {
			if strings.HasPrefix(flowtest.Label(b), begin) {
				return p.post(person, "press", map[string]string{"data": b.Data})
			}
		}
	}
	return fmt.Errorf("there is no button %q", begin)
}

// post asks what the page asks.
func (p *onWeb) post(person, what string, more map[string]string) error {
	p.acts++
	q := map[string]string{"chat": person, "id": fmt.Sprintf("request-%d", p.acts), "lang": p.lang[person]}
	for key, value := range more {
		q[key] = value
	}
	body, err := json.Marshal(q)
	if err != nil {
		return err
	}
	answer, err := http.Post(p.url+"/api/"+what, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusNoContent {
		return fmt.Errorf("%s: %s", what, answer.Status)
	}
	return nil
}

// entries is everything on the page, as one that has just been opened is told.
func (p *onWeb) entries() ([]onPage, error) {
	client := http.Client{Timeout: 10 * time.Second}
	answer, err := client.Get(p.url + "/api/events")
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 16<<20)
	for whole := false; lines.Scan(); {
		text, isText := strings.CutPrefix(lines.Text(), "data: ")
		if isText && whole {
			var all struct{ Entries []onPage }
			return all.Entries, json.Unmarshal([]byte(text), &all)
		}
		whole = whole && !isText || lines.Text() == "event: all"
	}
	return nil, fmt.Errorf("the page is told nothing: %w", lines.Err())
}

func (p *onWeb) look(to bot.Address, r bot.Receipt) (string, seen, error) {
	all, err := p.entries()
	if err != nil {
		return "", seen{}, err
	}
	for _, e := range all {
		if to == bot.Address("web:"+e.Chat+"-1") && e.ID == string(r) {
			shown := flowtest.ShownOf(e.Message.Lines, e.Message.Buttons)
			return e.Chat, seen{text: strings.Join(shown.Lines, "\n"), labels: shown.Buttons}, nil
		}
	}
	return "", seen{}, fmt.Errorf("%s has no message %s", to, r)
}
