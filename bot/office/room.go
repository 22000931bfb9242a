package office

import (
	"strings"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Room is one subject of the office.
type Room interface {
	// Verb names it in buttons, timers, notes and cards: small letters.
	Verb() string
	// Commands are the words, in three languages and without "/", that lead a
	// partner to it when typed as a command; the first is its name.
	Commands() []parse.Command
	// Serve does what a visit asks for. An error is a fault of the store or the
	// program: the visit is made again.
	Serve(v *Visit) error
}

// Opener is what a room may also be: one that has forms.
type Opener interface {
	// Form gives the form that a button opens; false where it opens none.
	Form(v *Visit) (bot.Form, bool, error)
}

// Taker is what a room may also be: one to which files are sent by members who
// are in no dossier.
type Taker interface {
	// Takes tells whether a file is one for it.
	Takes(f form.File) bool
}

// Welcomer is what a room may also be: one that people may enter whom the
// programme does not know. Who opens the talk without an invitation comes to it
// first; it lets them pass on (see [Visit.Pass]).
type Welcomer interface{ Welcomes() }

// Teller is what a room may also be: one that has lines and buttons for the
// front page of a member ("/vises", the App Home).
type Teller interface {
	// Front gives what stands there, as far as it concerns this member.
	Front(v *Visit) ([]flows.Line, [][]flows.Button, error)
}

// Greeter is what a room may also be: one that has something to begin with when
// a member of the programme has come in.
type Greeter interface {
	// Greets gives the kind of the note that the room wants to get in the new
	// conversation of a member; empty for none.
	Greets(member register.Entry) string
}

// Press writes the data of a button, the kind of a note or the name of a timer
// of a room. It has at most 64 bytes.
func Press(verb string, args ...string) string {
	return flows.OfficePrefix + strings.Join(append([]string{verb}, args...), "~")
}

// split takes the data of a button, the kind of a note or the name of a timer
// apart; false when it is none of the office.
func split(data string) (verb, arg string, ok bool) {
	rest, ok := strings.CutPrefix(data, flows.OfficePrefix)
	verb, arg, _ = strings.Cut(rest, "~")
	return verb, arg, ok
}
