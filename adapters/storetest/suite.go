package storetest

import (
	"context"
	"testing"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows/form"
)

// Site is the place where one store keeps its documents: a file, a database.
type Site interface {
	// Open opens the store with whatever is kept on the site. The suite closes
	// one store before it opens the next.
	Open(t testing.TB) bot.Store
}

// Crasher is a Site that can stop its store between two commands, where one
// call of the store is more than one command.
type Crasher interface {
	Site
	// OpenCrashing opens a store that carries out k commands from now on and
	// then fails every further one, before it is sent; what was carried out
	// stays. Close still works.
	OpenCrashing(t testing.TB, k int) bot.Store
	// Crashed tells whether the store opened last refused a command, and
	// counts the commands that were carried out since it was opened.
	Crashed() (refused bool, commands int)
}

// Slow is a Site whose store takes milliseconds for every command: it is given
// fewer conversations where there are many, and fewer crashes between calls.
type Slow interface {
	Site
	Slow()
}

// Reader is what the suite has to see beside [bot.Store]; every store has it.
type Reader interface {
	bot.Talks
	bot.Mailboxes
	register.Register
	// Jobs gives the mailbox of a conversation, dead jobs too, by place.
	Jobs(ctx context.Context, a bot.Address) ([]bot.Job, error)
	bot.Annals
	bot.Standings
	bot.Leaser
	bot.Prober
	// Snapshots gives all snapshots of a dossier, by ID.
	Snapshots(ctx context.Context, dossier string) ([]form.Snapshot, error)
}

// Store is a bot.Store that can be looked into.
type Store interface {
	bot.Store
	Reader
}

// Run holds a store to the contract. fresh gives a new, empty site each time.
func Run(t *testing.T, fresh func(t testing.TB) Site) {
	for _, c := range cases() {
		t.Run(c.name, func(t *testing.T) { c.run(t, fresh(t)) })
	}
	t.Run("crash between calls", func(t *testing.T) { crashBetweenCalls(t, fresh) })
	t.Run("crash between commands", func(t *testing.T) { crashBetweenCommands(t, fresh) })
}

// check is one promise and how it is held.
type check struct {
	name string
	run  func(t *testing.T, site Site)
}

// cases are the promises, group by group.
func cases() []check {
	var all []check
	for _, group := range [][]check{
		mailboxCases(), leaseCases(), clockCases(), orderCases(), timerCases(), commitCases(),
		documentCases(), viewCases(), fileCases(), workerCases(), mailboxesCases(), registerCases(), standingCases(),
	} {
		all = append(all, group...)
	}
	return all
}
