// Package rooms lists the rooms of the office: what partners and trainers can
// do, one package a subject. It wires and decides nothing.
package rooms

import (
	"visesbot/bot/answers"
	"visesbot/bot/campaign"
	"visesbot/bot/community"
	"visesbot/bot/digest"
	"visesbot/bot/intake"
	"visesbot/bot/invitations"
	"visesbot/bot/meeting"
	"visesbot/bot/office"
	"visesbot/bot/peer"
	"visesbot/bot/registry"
	"visesbot/bot/report/room"
	"visesbot/bot/search"
	"visesbot/bot/thread"
)

// All are the rooms, in the order in which the front page of a member names
// them.
func All() []office.Room {
	return []office.Room{
		office.Cohorts{},
		thread.Room{},
		answers.Room{},
		room.Room{},
		invitations.Room{},
		invitations.Link{},
		registry.Room{},
		intake.Room{},
		campaign.Room{},
		digest.Room{},
		search.Room{},
		meeting.Room{},
		peer.Room{},
		community.Room{},
	}
}
