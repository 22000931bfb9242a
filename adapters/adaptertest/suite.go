package adaptertest

import (
	"testing"
	"time"
)

// check is one promise and how it is held. What a site has to be for it is
// asserted by need.
type check struct {
	name string
	need func(Site) bool
	run  func(t *testing.T, l *lab)
}

// patience is how long the suite waits for what has to happen, and quiet how
// long for what must not.
const (
	patience = 10 * time.Second
	quiet    = 150 * time.Millisecond
)

// Run holds a channel to the contract. fresh gives a new site each time.
func Run(t *testing.T, fresh func(t testing.TB) Site) {
	for _, c := range checks() {
		t.Run(c.name, func(t *testing.T) {
			site := fresh(t)
			if c.need != nil && !c.need(site) {
				t.Skip("this channel promises nothing of the kind: see Promises")
			}
			c.run(t, newLab(t, site))
		})
	}
}

// Promises lists the checks that apply to a site. A channel's tests compare it
// with what they expect, so that nothing is left out unnoticed.
func Promises(s Site) []string {
	var all []string
	for _, c := range checks() {
		if c.need == nil || c.need(s) {
			all = append(all, c.name)
		}
	}
	return all
}

func checks() []check {
	var all []check
	for _, group := range [][]check{inwardChecks(), outwardChecks(), editChecks(), faultChecks(), lifeChecks()} {
		all = append(all, group...)
	}
	return all
}

func is[T any](s Site) bool { _, ok := s.(T); return ok }

func hasPerson[T any](s Site) bool { _, ok := s.Person(0).(T); return ok }

func edits(s Site) bool { _, ok := s.(interface{ Edits() }); return ok }

func several(s Site) bool { return s.Person(1) != nil }

// All counts the checks.
func All() int { return len(checks()) }
