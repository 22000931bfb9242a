package telegram_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
)

// After a week without updates Telegram counts anew, from a smaller number.
func TestTelegramCountsAnew(t *testing.T) {
	r := newRig(t, false)
	noor, sam := r.people[0], r.people[1]
	noor.Say("voor het verlof")
	r.got(noor.Address(), 1)
	r.eventually("it is confirmed", func() bool { return r.platform.Pending() == 0 })
	r.platform.Recount(100_000_001)
	noor.Say("na het verlof")
	r.got(noor.Address(), 2)
	r.eventually("it is confirmed", func() bool { r.clock.Move(time.Second); return r.platform.Pending() == 0 })
	sam.Say("ik ook")
	r.got(sam.Address(), 1)
	polls := r.platform.Polls()
	time.Sleep(200 * time.Millisecond)
	if more := r.platform.Polls() - polls; more > 10 {
		t.Errorf("%d calls in a fifth of a second", more)
	}
	if err := r.channel.Ready(); err != nil {
		t.Errorf("it is not ready: %v", err)
	}
	if n := len(r.of(noor.Address())); n != 2 {
		t.Errorf("%d updates of Noor", n)
	}
}

// A server that never takes its updates back is asked less and less, and that is
// to be seen.
func TestNoProgress(t *testing.T) {
	r := newRig(t, false)
	mend := r.platform.Fail(faketelegram.Fault{
		Method: "getUpdates", Times: -1, Code: 200,
		Raw: `{"ok":true,"result":[{"update_id":5,"message":{"message_id":1,"from":{"id":9},"chat":{"id":9,"type":"private"},"text":"x"}}]}`,
	})
	defer mend()
	r.eventually("it says so", func() bool { r.clock.Move(time.Second); return r.channel.Ready() != nil })
	polls := r.platform.Polls()
	time.Sleep(200 * time.Millisecond)
	if more := r.platform.Polls() - polls; more > 3 {
		t.Errorf("%d calls while the clock stands still", more)
	}
	if !strings.Contains(r.log.String(), "again and again") {
		t.Error("the log does not say so")
	}
}

// While updates cannot be stored the channel is not ready.
func TestUpdatesThatAreNotStored(t *testing.T) {
	r := newRig(t, false)
	r.mu.Lock()
	r.fail = func(bot.Update) error { return errors.New("the disk is full") }
	r.mu.Unlock()
	r.people[0].Say("hallo")
	r.eventually("it is not ready", func() bool { return r.channel.Ready() != nil })
	r.mu.Lock()
	r.fail = nil
	r.mu.Unlock()
	r.eventually("it is ready", func() bool { r.clock.Move(time.Minute); return r.channel.Ready() == nil })
	r.got(r.people[0].Address(), 1)
}

// One refusal of the token that passes costs seconds.
func TestPassingRefusal(t *testing.T) {
	r := newRig(t, false, func(o *telegram.Options) { o.Backoff = time.Second })
	r.platform.Fail(faketelegram.Fault{Method: "getUpdates", Code: 401, Description: "Unauthorized"})
	r.eventually("it is not ready", func() bool { return r.channel.Ready() != nil })
	r.people[0].Say("hallo")
	r.clock.Move(2 * time.Second)
	r.got(r.people[0].Address(), 1)
	r.platform.Fail(faketelegram.Fault{Method: "sendMessage", Code: 401, Description: "Unauthorized"})
	_, err := r.channel.Send(t.Context(), r.people[0].Address(), message("dag"))
	var s *bot.SendError
	if !errors.As(err, &s) || s.Kind != bot.Throttled || s.After > 5*time.Second {
		t.Errorf("a message waits: %v", err)
	}
}
