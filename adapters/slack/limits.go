package slack

import "time"

// The limits of Slack, as its reference of Block Kit gives them, in characters
// unless something else is said. The goldens are held against them.
const (
	maxBlocks     = 50     // a message
	maxMessage    = 13_000 // over all blocks; near 13,200 Slack says msg_blocks_too_long, which its reference does not
	maxSection    = 3000
	maxHeader     = 150
	maxLabel      = 75
	maxValue      = 2000
	maxElements   = 25 // in a block of actions
	maxAlt        = 2000
	maxTitle      = 24 // of a form, and of its buttons
	maxInput      = 3000
	maxPrivate    = 3000 // private_metadata
	maxView       = 100  // blocks of a form or an App Home
	maxFieldLabel = 2000 // of a field
	maxFallback   = 6000 // the text of notifications: as much as anybody hears
)

// maxLines is how much text Compose may put into a message: written out it at
// most doubles (see dense), and the buttons need room as well.
const maxLines = 4000

// maxButtons and maxRow are what is pleasant to see at once.
const (
	maxButtons     = 25
	maxRow         = 5
	maxHomeButtons = 60 // on an App Home
)

// What Slack waits for, and what is waited for here.
const (
	ackWithin   = 2600 * time.Millisecond // of the 3 seconds that Slack waits
	openWithin  = 2500 * time.Millisecond // of the 3 seconds that a trigger lives
	lookWithin  = 400 * time.Millisecond  // for a profile, before an update is accepted without
	bodyWithin  = 5 * time.Second         // for the body of a request
	takeWithin  = time.Minute             // for one update, with its files
	freshSecret = 5 * time.Minute         // how old a signed request may be
)

// maxBody is how large a request of Slack may be.
const maxBody = 1 << 20
