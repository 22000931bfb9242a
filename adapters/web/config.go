package web

import (
	"context"
	"io"
	"io/fs"
	"time"

	"visesbot/bot"
	"visesbot/flows/form"
)

// Config is what a page is made of. All fields but Origin, Guest, Samples, Log,
// Media, Forms and Restart are needed.
type Config struct {
	Addr    string // where the server listens; its host is one the page may be asked under
	Origin  string // under which browsers open it, "http://127.0.0.1:8080"; empty: no link opens an invitation
	Chats   []Chat
	Guest   *Chat // what the chat of somebody looks like who follows such a link; nil: nobody does
	Clock   Clock
	Files   Files
	Samples []Sample
	Log     string    // file that keeps what was shown; empty: memory only
	Media   fs.FS     // pictures of the content, by Media.Name
	Forms   bot.Forms // gives the forms of buttons; nil: there are none
	// Restart makes the invitations of a new round that begins with a sample, or
	// from nothing (""), and gives what has been said in it already.
	Restart func(ctx context.Context, round int, sample string) ([]Past, error)
}

// Chat is one conversation on the page.
type Chat struct {
	Name   string // "staff": part of the address
	Code   string // invitation that opens it
	Person string // what the person is called
	Look   Look
	Room   string    // what the channel is called, of a Channel
	Title  form.Text // whose chat it is
	About  form.Text // in one sentence
}

// Look says what a chat looks like.
type Look string

// The looks.
const (
	Phone   Look = "phone"   // bubbles on a phone
	Channel Look = "channel" // a channel of a workplace
)

// Clock is the time of the demo.
type Clock interface {
	// Now is in the time zone of the people on the page.
	Now() time.Time
	// Set moves the clock forward and wakes whatever waits for a moment.
	Set(to time.Time) error
	// Reset goes back to the real time.
	Reset() error
}

// Files keeps what people send. A bot.Store is one.
type Files interface {
	PutFile(ctx context.Context, f form.File, body io.Reader) error
	File(ctx context.Context, id string) (form.File, io.ReadCloser, error)
}
