package engine

import (
	"errors"
	"fmt"
	"maps"

	"visesbot/flows/cycle"
	"visesbot/flows/entry"
	"visesbot/flows/group"
	"visesbot/flows/learning"
	"visesbot/flows/library"
	"visesbot/flows/question"
	"visesbot/flows/reminder"
	"visesbot/flows/talk"
)

// subjects are what talks are about.
func subjects() []talk.Routes {
	return []talk.Routes{
		question.Routes(), entry.Routes(), cycle.Routes(), learning.Routes(), reminder.Routes(), library.Routes(), group.Routes(),
	}
}

// Routes are the ways into all subjects, with who may go them.
func Routes() (talk.Routes, error) { return merge(append(subjects(), new(Engine).own())) }

// merge puts the ways into several subjects together.
func merge(subjects []talk.Routes) (all talk.Routes, err error) {
	for _, s := range subjects {
		err = errors.Join(err,
			join(&all.Presses, s.Presses, "the press"), join(&all.Places, s.Places, "the press at a question"),
			join(&all.Commands, s.Commands, "the command"), join(&all.Notes, s.Notes, "the note"),
			join(&all.Expects, s.Expects, "the expectation"), join(&all.Timers, s.Timers, "the timer"))
	}
	for verb := range all.Places {
		if _, twice := all.Presses[verb]; twice {
			err = errors.Join(err, fmt.Errorf("the press %q is one of a question and one of none", verb))
		}
	}
	return all, err
}

// join adds what one subject takes.
func join[K ~string, V any](all *map[K]V, some map[K]V, what string) (err error) {
	if *all == nil {
		*all = map[K]V{}
	}
	for k := range some {
		if _, twice := (*all)[k]; twice {
			err = errors.Join(err, fmt.Errorf("two subjects take %s %q", what, k))
		}
	}
	maps.Copy(*all, some)
	return err
}
