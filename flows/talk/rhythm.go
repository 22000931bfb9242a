package talk

import (
	"time"

	"visesbot/flows"
	"visesbot/flows/workday"
)

// Rhythm is when this person is written to unasked.
func (t *Turn) Rhythm() workday.Rhythm { return flows.RhythmOf(t.Session) }

// Morning is the hour the person likes best, on that day or the first working
// day after it.
func (t *Turn) Morning(day time.Time) time.Time {
	return workday.At(day, t.Rhythm(), t.Country(), t.Event.At.Location())
}

// OutsideQuietHours is the first moment at or after t at which something may be said.
func (t *Turn) OutsideQuietHours(at time.Time) time.Time {
	return flows.Unasked(t.Session, t.Country(), at)
}

// MayWrite tells whether this person may be written to unasked now.
func (t *Turn) MayWrite() bool { return t.OutsideQuietHours(t.Event.At).Equal(t.Event.At) }

// Country is that of the enterprise, for its holidays and words.
func (t *Turn) Country() string {
	if t.Dossier == nil {
		return ""
	}
	return t.Dossier.Head().Enterprise.Country
}
