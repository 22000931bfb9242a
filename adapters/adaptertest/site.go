package adaptertest

import (
	"testing"
	"time"

	"visesbot/bot"
)

// Site is a platform, or a stand-in for one, with one bot on it.
type Site interface {
	// Open makes the channel, on the platform as it is by now. The suite ends
	// one channel before it opens the next.
	Open(t testing.TB) bot.Adapter
	// Person gives one of the people on the platform, always the same one for a
	// number from 0; nil when there are not so many.
	Person(n int) Person
}

// Person is somebody on the platform, with a conversation that is open.
type Person interface {
	// Address is that of the conversation.
	Address() bot.Address
	// Say types a text and sends it. It does not wait for the bot.
	Say(text string)
	// Press presses the button whose label begins so, on the newest message
	// that has one.
	Press(label string) error
	// Shown gives what the bot wrote, as it looks now, oldest first.
	Shown() []Shown
}

// Shown is one message as a person sees it.
type Shown struct {
	ID     string // of the message on the platform
	Below  string // the message below which it stands, or which it quotes
	Text   string
	Labels []string // of the buttons, with their ticks
}

// What follows is what a Site or a Person may also be. What a site is not is
// not tested; why it is not, the table in the package doc says.

// Editor is a Site on which messages can be changed in place.
type Editor interface{ Edits() }

// Repeater is a Site whose platform brings again what it was not told to be
// taken: after a failure, and after a new start.
type Repeater interface {
	// Again brings the updates that were acknowledged last once more.
	Again()
}

// Replier is a Person who can write below a message of the bot, or in answer to
// it, so that everybody sees to which.
type Replier interface{ Reply(id, text string) }

// Starter is a Person who can open the talk with an invitation.
type Starter interface{ Start(code string) }

// Spinner is a Site on which a pressed button shows that it is waiting.
type Spinner interface {
	// Spinning counts the buttons that wait.
	Spinning() int
}

// Tapper is a Site on which a button may be pressed twice by a trembling hand.
type Tapper interface{ TapsCountOnce() }

// Odd is a Site on which things arrive that no channel knows.
type Odd interface {
	// Oddities are things of an unknown kind, broken ones, and such that concern
	// nobody, each given to the platform when it is called.
	Oddities() map[string]func()
}

// Forger is a Site where somebody else can knock at the door of the platform.
type Forger interface {
	// Forgeries are ways to bring an update of p that is not from the platform:
	// unsigned, signed with another secret, and so on. Each tells whether it was
	// turned away.
	Forgeries(p Person) map[string]func() (turnedAway bool)
}

// Ailing is a Site whose platform can be made ill.
type Ailing interface {
	// Down lets every sending fail as if the platform were broken, until it is
	// mended.
	Down() (mend func())
	// Dead lets the connection of every sending die.
	Dead() (mend func())
	// Hang lets the platform answer sendings after d only.
	Hang(d time.Duration) (mend func())
	// Throttle lets the platform refuse the next sending, and ask for a pause.
	Throttle(pause time.Duration)
	// Forget makes the platform refuse the bot's credentials.
	Forget() (mend func())
	// Sendings counts the sendings that reached the platform.
	Sendings() int
}

// Blocker is a Person who can shut the bot out.
type Blocker interface{ Block() }

// Deleter is a Person who can delete what the bot wrote.
type Deleter interface{ Delete(id string) }

// Limited is a Site whose platform counts how fast is written.
type Limited interface {
	// Refused counts the sendings that were too fast.
	Refused() int
	// Pass lets time pass for the channel and the platform.
	Pass(d time.Duration)
}

// Bounded is a Site whose platform has limits.
type Bounded interface {
	// Bounds are the platform's own, as published; zero where it has none.
	Bounds() bot.Capabilities
}

// Keeper is a Site with credentials.
type Keeper interface {
	// Secrets must not stand in any error or log.
	Secrets() []string
	// Logged is all that the channel has logged so far.
	Logged() string
}
