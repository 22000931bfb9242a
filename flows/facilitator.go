package flows

import (
	"visesbot/flows/form"
)

// Facilitator is the frame of a collective session around a module: what an
// accompanist does with five to ten enterprises together. It is for the
// accompanist; the enterprises get the blocks that it pushes.
type Facilitator struct {
	Aim   form.Text
	Steps []SessionStep // in the order of the session
	Poll  RoomPoll
	Next  form.Text // what the enterprises do before the next session
}

// SessionStep is one line of the run-sheet.
type SessionStep struct {
	Minutes int
	Title   form.Text
	Text    form.Text
	Push    []string // ids of blocks of the module, sent to every phone
	Poll    bool     // the live poll is taken here
}

// RoomPoll is a question put to everybody in the room: no answer is right.
type RoomPoll struct {
	Text    form.Text
	Options []RoomOption
}

// RoomOption is one answer to it.
type RoomOption struct {
	ID   string
	Text form.Text
}
