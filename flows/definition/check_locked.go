package definition

import (
	"slices"

	"visesbot/flows"
)

const ruleLocked = "locked"

func checkLocked(l *loader) {
	for _, m := range l.script.Modules {
		if !slices.ContainsFunc(m.Blocks, func(b *flows.Block) bool { return b.Locked }) {
			l.problem(ruleLocked, l.at[m], "no block of this module is core: mark what everybody gets with \"locked: true\"")
		}
		if !slices.ContainsFunc(m.Blocks, func(b *flows.Block) bool { return b.Values }) {
			l.problem(ruleLocked, l.at[m], "this module has no block of the project's values: mark it with \"values: true\" and \"locked: true\"")
		}
		for _, b := range m.Blocks {
			if b.Values && !b.Locked {
				l.problem(ruleLocked, l.at[&b.Values], "the block of the project's values is core: it needs \"locked: true\"")
			}
		}
	}
}
