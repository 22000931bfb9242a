// Package rooms lists the rooms of the office: what partners and trainers can
// do, one package a subject. It wires and decides nothing.
package rooms

import (
	"visesbot/bot/office"
	"visesbot/bot/rooms/answers"
	"visesbot/bot/rooms/digest"
	"visesbot/bot/rooms/event"
	"visesbot/bot/rooms/importer"
	"visesbot/bot/rooms/intake"
	"visesbot/bot/rooms/invitations"
	"visesbot/bot/rooms/meeting"
	"visesbot/bot/rooms/peer"
	"visesbot/bot/rooms/push"
	"visesbot/bot/rooms/reporting"
	"visesbot/bot/rooms/search"
	"visesbot/bot/rooms/thread"
)

// All are the rooms, in the order in which the front page of a member names
// them.
func All() []office.Room {
	return []office.Room{
		office.Cohorts{},
		thread.Room{},
		answers.Room{},
		reporting.Room{},
		invitations.Room{},
		invitations.Link{},
		importer.Room{},
		intake.Room{},
		push.Room{},
		digest.Room{},
		search.Room{},
		meeting.Room{},
		peer.Room{},
		event.Room{},
	}
}
