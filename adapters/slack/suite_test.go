package slack_test

import (
	"testing"

	"visesbot/adapters/adaptertest"
)

func TestSocketMode(t *testing.T) {
	adaptertest.Run(t, func(t testing.TB) adaptertest.Site { return newSite(t, false) })
}

func TestHTTP(t *testing.T) {
	adaptertest.Run(t, func(t testing.TB) adaptertest.Site { return newSite(t, true) })
}

// TestPromises holds that no check is left out but the one on spinning buttons,
// which Slack does not have.
func TestPromises(t *testing.T) {
	for _, overHTTP := range []bool{false, true} {
		if n := len(adaptertest.Promises(newSite(t, overHTTP))); n != adaptertest.All()-1 {
			t.Errorf("%d promises of %d", n, adaptertest.All())
		}
	}
}
