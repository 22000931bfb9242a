package register

import "time"

// The tables of facts that more than one room of the office reads. Their IDs
// begin with whom they are about, and "/".
const (
	// Hours of individual guidance: ENTERPRISE/ID, with the minutes, the day
	// (2006-01-02), a note, and by whom.
	Hours = "hours"
	// Meetings by ID, with the cohort, the moment in at (RFC3339), and Planned as
	// the state of one that takes place.
	Meetings = "meetings"
)

// Planned is the state of a meeting that people were invited to.
const Planned = "planned"

// Minutes adds up hours of guidance.
func Minutes(hours []Entry) (sum int) {
	for _, e := range hours {
		sum += number(e.Fields["minutes"])
	}
	return sum
}

// Number reads a whole number of an entry; 0 where there is none.
func (e Entry) Number(field string) int { return number(e.Fields[field]) }

// Moment reads a moment of an entry; zero where there is none.
func (e Entry) Moment(field string) time.Time {
	at, _ := time.Parse(time.RFC3339, e.Fields[field])
	return at
}
