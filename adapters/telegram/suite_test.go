package telegram_test

import (
	"testing"

	"visesbot/adapters/adaptertest"
	"visesbot/adapters/telegram/faketelegram"
)

func TestByPolling(t *testing.T) {
	adaptertest.Run(t, func(t testing.TB) adaptertest.Site { return newSite(t, false, faketelegram.Published()) })
}

func TestByWebhook(t *testing.T) {
	adaptertest.Run(t, func(t testing.TB) adaptertest.Site { return newSite(t, true, faketelegram.Published()) })
}

// Whatever the suite can ask, it asks of this channel.
func TestPromisesEverything(t *testing.T) {
	if got, all := len(adaptertest.Promises(newSite(t, false, faketelegram.Limits{}))), adaptertest.All(); got != all {
		t.Errorf("%d promises of %d", got, all)
	}
}
