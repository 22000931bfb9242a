package bot

import (
	"time"

	"visesbot/flows"
)

// Zone finds a time zone by its name; one that is empty, or unknown to this
// computer, is the other one. "Local" is nobody's.
func Zone(name string, otherwise *time.Location) *time.Location {
	if name == "" || name == "Local" || name == otherwise.String() {
		return otherwise
	}
	found, err := time.LoadLocation(name)
	if err != nil {
		return otherwise
	}
	return found
}

// zoneOf is the time zone that somebody lives in: that of their profile as it
// is now, or was when they last did something, or else the programme's.
func (b *Bot) zoneOf(s flows.Session, ev flows.Event) *time.Location {
	if ev.Person.Zone != "" {
		return Zone(ev.Person.Zone, b.o.Location)
	}
	return Zone(s.Zone, b.o.Location)
}
