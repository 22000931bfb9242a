package adaptertest

import (
	"context"
	"testing"
	"time"

	"go.uber.org/goleak"

	"visesbot/bot"
)

func lifeChecks() []check {
	return []check{
		{"it has a name and abilities", nil, nameAndAbilities},
		{"its abilities keep to the platform's limits", needs("Bounded"), keepsToBounds},
		{"it stops, and leaves nothing behind", nil, stops},
		{"it stops while the store is slow", nil, stopsWhileSlow},
		{"it starts again", needs("Repeater"), startsAgain},
	}
}

func nameAndAbilities(t testing.TB, l *lab) {
	channel := l.site.Open(t)
	can := channel.Capabilities()
	switch {
	case channel.Name() == "" || bot.Address(channel.Name()+":x").Valid() != nil:
		t.Errorf("the name %q makes no address", channel.Name())
	case can.TextMax != 0 && can.TextMax < 64, can.CaptionMax < 0, can.LabelMax != 0 && can.LabelMax < 8:
		t.Errorf("abilities that Compose cannot meet: %+v", can)
	case can.Edits != is[Editor](l.site):
		t.Errorf("edits: %v, and the site says %v", can.Edits, is[Editor](l.site))
	}
	if a := l.site.Person(0).Address(); a.Channel() != channel.Name() {
		t.Errorf("address %q", a)
	}
}

func keepsToBounds(t testing.TB, l *lab) {
	can, most := l.site.Open(t).Capabilities(), l.site.(Bounded).Bounds()
	for name, pair := range map[string][2]int{
		"TextMax": {can.TextMax, most.TextMax}, "CaptionMax": {can.CaptionMax, most.CaptionMax},
		"Buttons": {can.Buttons, most.Buttons}, "Row": {can.Row, most.Row}, "LabelMax": {can.LabelMax, most.LabelMax},
	} {
		if pair[1] > 0 && (pair[0] == 0 || pair[0] > pair[1]) {
			t.Errorf("%s is %d, and the platform takes %d", name, pair[0], pair[1])
		}
	}
}

func stops(t testing.TB, l *lab) {
	before := goleak.IgnoreCurrent()
	l.open()
	p := l.site.Person(0)
	p.Say("hallo")
	l.got(p, 1)
	l.send(p, ask("dag", choice("Ja", "y")))
	begun := time.Now()
	l.stop()
	if took := time.Since(begun); took > 3*time.Second {
		t.Errorf("it took %v", took)
	}
	if closer, ok := l.site.(interface{ Rest() }); ok {
		closer.Rest() // let go of idle connections
	}
	if err := goleak.Find(before); err != nil {
		t.Error(err)
	}
}

func stopsWhileSlow(t testing.TB, l *lab) {
	begun := make(chan struct{}, 100)
	l.inbox.wait = func(ctx context.Context, _ bot.Update) { begun <- struct{}{}; <-ctx.Done() }
	l.open()
	l.site.Person(0).Say("hallo")
	<-begun
	at := time.Now()
	l.stop()
	if took := time.Since(at); took > 3*time.Second {
		t.Errorf("it took %v", took)
	}
}

func startsAgain(t testing.TB, l *lab) {
	p := l.site.Person(0)
	for i := range 3 {
		l.open()
		p.Say("hallo")
		l.got(p, i+1)
		l.stop()
	}
}
