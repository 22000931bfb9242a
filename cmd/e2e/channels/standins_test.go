package channels

import (
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// TestStandIns plays a whole module and the questions that follow on stand-ins
// of the platforms that others have written.
func TestStandIns(t *testing.T) {
	folder := standins(t)
	script := load(t)
	tr := wholeModule(t)
	meant := play(t, tr, newTalk(t, script, tr, running(), openPlain))
	for name, open := range map[string]func(world) platform{
		"telegram-test-api by polling": func(w world) platform { return newTestAPI(w, folder, false) },
		"telegram-test-api by webhook": func(w world) platform { return newTestAPI(w, folder, true) },
		"local-slack by socket":        func(w world) platform { return newLocalSlack(w, folder, false) },
		"local-slack by http":          func(w world) platform { return newLocalSlack(w, folder, true) },
	} {
		t.Run(name, func(t *testing.T) {
			k := newTalk(t, script, tr, running(), open)
			k.pause = 0
			same(t, tr, k, meant)
			blocks, answers := kept(t, k.store)
			if blocks < 19 || answers < 10 {
				t.Errorf("%d blocks of the module were delivered and %d questions answered", blocks, answers)
			}
			if slack, ok := k.on.(*localSlack); ok {
				slack.home(t, "me")
			}
		})
	}
}

// running is the real time: stand-ins sign by it.
func running() *bot.MovableClock { return bot.NewMovableClock(time.Now, 0) }

// wholeModule is the transcript of a module and the questions that follow, as
// it would be today.
func wholeModule(t *testing.T) flowtest.Transcript {
	t.Helper()
	for _, tr := range transcripts(t) {
		if tr.Name == "transcripts/fr-mandate-module-first.txt" {
			tr.Start = time.Now().In(tr.Start.Location())
			return tr
		}
	}
	t.Fatal("there is no transcript of a whole module and ten questions")
	return flowtest.Transcript{}
}

// kept counts the blocks that were delivered and the questions that were
// answered.
func kept(t *testing.T, store *sqlite.Store) (blocks, answers int) {
	t.Helper()
	all, err := store.Records(t.Context(), "d1")
	if err != nil {
		t.Fatal(err)
	}
	delivered, answered := map[string]bool{}, map[form.Place]bool{}
	for _, r := range all {
		if r.Delivery != nil {
			delivered[r.Delivery.Block] = true
		}
		if r.Answer != nil {
			answered[r.Answer.Place] = true
		}
	}
	return len(delivered), len(answered)
}
