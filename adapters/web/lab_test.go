package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"visesbot/adapters/web"
	"visesbot/bot"
)

// lab is a page with a toy behind it.
type lab struct {
	t     testing.TB
	toy   *toy
	page  *web.Adapter
	clock *bot.MovableClock
	shelf *shelf
	url   string
	stop  func()
}

func noon() time.Time {
	brussels, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		panic(err)
	}
	return time.Date(2026, 3, 5, 12, 0, 0, 0, brussels) // a Thursday
}

func newLab(t testing.TB, change ...func(*web.Config)) *lab {
	l := &lab{t: t, toy: newToy(), shelf: newShelf(), clock: bot.NewMovableClock(noon, 0)}
	c := web.Config{
		Addr: "127.0.0.1:0", Chats: chats(), Clock: l.clock, Files: l.shelf, Media: pictures(),
		Log: filepath.Join(t.TempDir(), "talk.jsonl"),
	}
	for _, f := range change {
		f(&c)
	}
	l.open(c)
	return l
}

func (l *lab) open(c web.Config) {
	page, err := web.New(c)
	if err != nil {
		l.t.Fatal(err)
	}
	l.page, l.toy.page = page, page
	server := httptest.NewServer(page)
	l.url = server.URL
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- page.Receive(ctx, l.toy.accept) }()
	l.stop = func() {
		cancel()
		if err := <-ended; err != nil {
			l.t.Error(err)
		}
		server.CloseClientConnections()
		server.Close()
		if err := page.Close(); err != nil {
			l.t.Error(err)
		}
		l.stop = func() {}
	}
	l.t.Cleanup(func() { l.stop() })
}

func (l *lab) do(r *http.Request) *http.Response {
	l.t.Helper()
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		l.t.Fatal(err)
	}
	l.t.Cleanup(func() { response.Body.Close() })
	return response
}
