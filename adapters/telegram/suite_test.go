package telegram_test

import (
	"testing"

	"visesbot/adapters/adaptertest"
	"visesbot/adapters/telegram/faketelegram"
)

func TestByPolling(t *testing.T) {
	adaptertest.Run(t, "telegram", func(t testing.TB) adaptertest.Site { return newSite(t, false, faketelegram.Published()) })
}

func TestByWebhook(t *testing.T) {
	adaptertest.Run(t, "telegram", func(t testing.TB) adaptertest.Site { return newSite(t, true, faketelegram.Published()) })
}
