package web_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing/fstest"
	"time"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// toy is a bot that shows a card of every kind, one after the other. It stands
// in for the real one, and gets every update but once.
type toy struct {
	mu      sync.Mutex
	page    *web.Adapter
	seen    map[string]bool
	updates []bot.Update
	picks   map[bot.Address][]string
	shown   map[bot.Address]bot.Receipt // of the card that is edited in place
	slow    time.Duration
	refuse  error
}

func newToy() *toy {
	return &toy{seen: map[string]bool{}, picks: map[bot.Address][]string{}, shown: map[bot.Address]bot.Receipt{}}
}

// accept keeps an update and answers it a little later, as a bot does.
func (t *toy) accept(_ context.Context, u bot.Update) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.refuse != nil {
		return t.refuse
	}
	key := string(u.Address) + "/" + u.ID
	if t.seen[key] {
		return nil
	}
	t.seen[key], t.updates = true, append(t.updates, u)
	go t.turn(u)
	return nil
}

func (t *toy) turn(u bot.Update) {
	time.Sleep(t.slow)
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case u.Start:
		t.begin(u)
	case strings.HasPrefix(u.Press, "tick:"):
		t.tick(u.Address, strings.TrimPrefix(u.Press, "tick:"))
	case u.Press != "":
		t.pressed(u.Address, u.Press)
	case len(u.Files) > 0:
		t.edit(u.Address, card("Thank you for the file", flows.Line{Style: flows.Own, Text: u.Files[0].Name}))
	default:
		t.say(u.Address, echo(u.Text))
	}
}

func (t *toy) begin(u bot.Update) {
	if strings.HasPrefix(string(u.Address), "web:partner") {
		t.say(u.Address, partnerCard())
		return
	}
	t.say(u.Address, welcomeCard(u))
}

func (t *toy) pressed(a bot.Address, data string) {
	switch data {
	case "lang:nl":
		t.edit(a, card("✓ Nederlands"))
		t.say(a, ticksCard(nil))
	case "ticked":
		t.edit(a, card("✓ "+strings.Join(t.picks[a], ", ")))
		t.say(a, richCard())
	case "photo":
		t.edit(a, card("✓ Photo"))
		t.say(a, photoCard())
	case "slow":
		t.edit(a, card("✓ Slow"))
	default:
		t.say(a, echo(data))
	}
}

func (t *toy) tick(a bot.Address, option string) {
	if i := slices.Index(t.picks[a], option); i >= 0 {
		t.picks[a] = slices.Delete(t.picks[a], i, i+1)
	} else {
		t.picks[a] = append(t.picks[a], option)
	}
	t.edit(a, ticksCard(t.picks[a]))
}

func (t *toy) say(a bot.Address, m bot.Message) {
	r, err := t.page.Send(context.Background(), a, m)
	if err == nil {
		t.shown[a] = r
	}
}

func (t *toy) edit(a bot.Address, m bot.Message) {
	m.Replace = string(t.shown[a])
	t.say(a, m)
}

func (t *toy) got() []bot.Update {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.updates)
}

// shelf keeps files in memory.
type shelf struct {
	mu    sync.Mutex
	files map[string]form.File
	body  map[string][]byte
}

func newShelf() *shelf { return &shelf{files: map[string]form.File{}, body: map[string][]byte{}} }

func (s *shelf) PutFile(_ context.Context, f form.File, body io.Reader) error {
	all, err := io.ReadAll(body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[f.ID], s.body[f.ID] = f, all
	return err
}

func (s *shelf) File(_ context.Context, id string) (form.File, io.ReadCloser, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f, ok := s.files[id]; ok {
		return f, io.NopCloser(bytes.NewReader(s.body[id])), nil
	}
	return form.File{}, nil, fmt.Errorf("file %s: %w", id, bot.ErrNotFound)
}

func chats() []web.Chat {
	return []web.Chat{
		{
			Name: "staff", Code: "atelier-staff", Person: "Noor", Look: web.Phone,
			Title: form.Text{FR: "Une salariée", NL: "Een medewerker", EN: "A staff member"},
			About: form.Text{FR: "d'Atelier Horizon", NL: "van Atelier Horizon", EN: "of Atelier Horizon"},
		},
		{
			Name: "colleague", Code: "atelier-colleague", Person: "Sam", Look: web.Phone,
			Title: form.Text{FR: "Un collègue", NL: "Een collega", EN: "A colleague"},
			About: form.Text{FR: "d'Atelier Horizon", NL: "van Atelier Horizon", EN: "of Atelier Horizon"},
		},
		{
			Name: "partner", Code: "atelier-partner", Person: "Robin", Look: web.Channel, Room: "atelier-horizon",
			Title: form.Text{FR: "Partenaire", NL: "Partner", EN: "Partner"},
			About: form.Text{FR: "Accompagne Atelier Horizon", NL: "Begeleidt Atelier Horizon", EN: "Accompanies Atelier Horizon"},
		},
	}
}

func pictures() fstest.MapFS {
	return fstest.MapFS{"chain.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 140"><rect width="320" height="140" fill="#dcf1eb"/><circle cx="70" cy="70" r="34" fill="#0b6b5e"/><circle cx="160" cy="70" r="34" fill="#ffc65c"/><circle cx="250" cy="70" r="34" fill="#0b6b5e"/></svg>`)}}
}
