package web

import (
	"time"

	"visesbot/flows/form"
)

// all is a whole round, as a page that has just been opened is told.
type all struct {
	Life    int64     `json:"life"`
	Round   int       `json:"round"`
	Chats   []pane    `json:"chats"`
	Entries []entry   `json:"entries"`
	Samples []offered `json:"samples,omitempty"`
	Sample  string    `json:"sample,omitempty"` // that the round began with
}

// pane is what a page needs to know of a chat.
type pane struct {
	Name   string    `json:"name"`
	Look   Look      `json:"look"`
	Room   string    `json:"room,omitempty"`
	Person string    `json:"person"`
	Title  form.Text `json:"title"`
	About  form.Text `json:"about"`
	Guest  bool      `json:"guest,omitempty"` // came by a link, which has begun the chat
}

// tick is the time of the demo.
type tick struct {
	Now  time.Time `json:"now"`
	Zone string    `json:"zone"`
}

func (f *follower) chats() []pane {
	var panes []pane
	for _, c := range f.a.chats() {
		panes = append(panes, pane{c.Name, c.Look, c.Room, c.Person, c.Title, c.About, isGuest(c)})
	}
	return panes
}
