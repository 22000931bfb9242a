package adaptertest

import (
	"testing"
	"time"
)

// check is one promise and how it is held. What a site has to be for it is
// named by needs.
type check struct {
	name  string
	needs []string
	run   func(t testing.TB, l *lab)
}

func needs(abilities ...string) []string { return abilities }

// patience is how long the suite waits for what has to happen, and quiet how
// long for what must not.
const (
	patience = 10 * time.Second
	quiet    = 150 * time.Millisecond
)

// Run holds a channel to the contract. The name is that of the channel in the
// table of the package doc, which says why some checks are not for it; fresh
// gives a new site each time.
func Run(t *testing.T, name string, fresh func(t testing.TB) Site) {
	t.Run("what is not asked is explained", func(t *testing.T) {
		for _, wrong := range unexplained(name, fresh(t)) {
			t.Error(wrong)
		}
	})
	for _, c := range checks() {
		if len(c.lacking(fresh(t))) > 0 {
			continue
		}
		t.Run(c.name, func(t *testing.T) { c.run(t, newLab(t, fresh(t), patience)) })
	}
}

func checks() []check {
	var all []check
	for _, group := range [][]check{inwardChecks(), outwardChecks(), editChecks(), threadChecks(), faultChecks(), lifeChecks()} {
		all = append(all, group...)
	}
	return all
}
