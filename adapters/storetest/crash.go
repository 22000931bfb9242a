package storetest

import (
	"fmt"
	"testing"

	"visesbot/bot"
)

// crashBetweenCalls plays the script undisturbed, and then once for every
// call, crashing before and after it. Every end must be the same end.
func crashBetweenCalls(t *testing.T, fresh func(testing.TB) Site) {
	site := fresh(t)
	want, calls := undisturbed(t, site)
	t.Logf("%d calls", calls)
	stride := 1
	if _, slow := site.(Slow); slow {
		stride = 9 // a crash between commands comes at every call, too
	}
	for k := 0; k < calls; k += stride {
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("call=%d after=%v", k, after), func(t *testing.T) {
				p := newPlay(t, fresh(t))
				f := &faulty{Store: p.store, left: k, after: after}
				p.store, p.refused = f, func() bool { return f.crashed }
				p.finish()
				if !f.crashed {
					t.Fatal("it did not crash")
				}
				p.compare(want, !after && f.last == "commit "+string(bot.JobSend))
			})
		}
	}
}

// undisturbed plays the script to its end, and counts the calls.
func undisturbed(t *testing.T, site Site) (end, int) {
	p := newPlay(t, site)
	f := &faulty{Store: p.store, left: 1 << 30}
	p.store = f
	p.finish()
	calls := 1<<30 - f.left
	want := p.end()
	if n := len(want.Sent["test:a"]); n < 4 {
		t.Fatalf("the undisturbed run sent %d messages to test:a: %+v", n, want.Sent)
	}
	return want, calls
}

// crashBetweenCommands does the same for a store that is a [Crasher].
func crashBetweenCommands(t *testing.T, fresh func(testing.TB) Site) {
	if _, can := fresh(t).(Crasher); !can {
		return
	}
	want, _ := undisturbed(t, fresh(t))
	for k := 0; ; k++ {
		refused := false
		t.Run(fmt.Sprintf("command=%d", k), func(t *testing.T) { refused = crashAtCommand(t, fresh(t).(Crasher), k, want) })
		if !refused || t.Failed() {
			return
		}
	}
}

// crashAtCommand plays the script with a crash after k commands, and tells
// whether the script was that long.
func crashAtCommand(t *testing.T, site Crasher, k int, want end) bool {
	p := newPlay(t, site)
	p.ok(p.close(), "close")
	s, ok := site.OpenCrashing(t, k).(Store)
	if !ok {
		t.Fatal("the store has no storetest.Reader")
	}
	refused, sending := false, false
	f := &faulty{Store: s, left: 1 << 30}
	p.store, p.sending = f, &sending
	p.refused = func() bool {
		refused, _ = site.Crashed()
		return refused
	}
	p.finish()
	if !refused {
		p.reopen() // what looks at the end would be refused from here on
	}
	p.compare(want, refused && sending)
	return refused
}
