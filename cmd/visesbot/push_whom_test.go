package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/bot/rooms/push"
)

// audience is a bot at work in front of somebody of an enterprise who has agreed
// that answers are kept, somebody who has not, and whoever accompanies them.
type audience struct {
	*testing.T
	fake    *faketelegram.Server
	environ map[string]string
	clock   *bot.MovableClock

	noor, sam, robin *faketelegram.Person
}

func inFrontOf(t *testing.T) audience {
	t.Helper()
	fake, environ := platform(t)
	accompanied(t, strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:"))
	a := audience{t, fake, environ, onTuesday(), fake.Person("Noor", "nl"), fake.Person("Sam", "nl"), fake.Person("Robin", "fr")}
	startServeAt(t, environ, "127.0.0.1:0", a.clock)
	for p, code := range map[*faketelegram.Person]string{a.noor: "noor", a.sam: "noor", a.robin: "robin"} {
		p.Say("/start " + code)
		hears(t, p, 1, "De Brug")
	}
	eventually(t, "the question of consent", func() bool { return a.noor.Press("Ja") == nil })
	settled(fake, a.noor)
	a.noor.Say("Noor")
	hears(t, a.noor, 1, "Dank je")
	eventually(t, "the question of consent", func() bool { return a.sam.Press("Nee") == nil })
	settled(fake, a.sam)
	return a
}

// says wants the program to say this and no more.
func (a audience) says(want string, args ...string) {
	a.Helper()
	if got := asksAt(a.T, a.clock.Now(), a.environ, args...); got.code != exitDone || got.out != want {
		a.Errorf("%q: exit %d, %q, %q, want %q", args, got.code, got.out, got.err, want)
	}
}

// fails wants it to say why not, in one sentence.
func (a audience) fails(code int, want string, args ...string) {
	a.Helper()
	got := asksAt(a.T, a.clock.Now(), a.environ, args...)
	if got.code != code || !strings.Contains(got.err, want) || strings.Count(got.err, "\n") != 1 || got.out != "" {
		a.Errorf("%q: exit %d, %q, %q, want %q", args, got.code, got.out, got.err, want)
	}
}

// became waits until the receipt counts so many people, and so many who got it.
func (a audience) became(id string, people, got int) push.Receipt {
	a.Helper()
	var r push.Receipt
	eventually(a.T, "the receipt of "+id, func() bool {
		shown := asks(a.T, a.environ, "push", "show", id, "--json")
		r = push.Receipt{}
		return json.Unmarshal([]byte(shown.out), &r) == nil && r.People == people && r.Delivered == got
	})
	return r
}

// names writes the addresses of these people, as --to wants them.
func (a audience) names(people ...string) string {
	a.Helper()
	file := filepath.Join(a.TempDir(), "people.txt")
	if err := os.WriteFile(file, []byte(strings.Join(people, "\n")+"\n"), 0o600); err != nil {
		a.Fatal(err)
	}
	return file
}

func address(p *faketelegram.Person) string { return "telegram:" + strconv.FormatInt(p.ID(), 10) }

var hello = []string{"--fr", "Bonjour à tous", "--nl", "Dag allemaal", "--en", "Hello all"}

// A module goes to everybody, with a receipt, a version and a hash; a message only
// to who has agreed that answers are kept; not twice on one day.
func TestPushToEveryone(t *testing.T) {
	a := inFrontOf(t)
	a.says("m: 2 people\n", "push", "M1", "--everyone", "--id", "m", "--note", "Vóór donderdag")
	r := a.became("m", 2, 2)
	if r.Hash == "" || r.Content == "" || r.Stage != push.Told || len(r.Enterprises) != 1 || r.Enterprises[0].Enterprise != "de-brug" {
		t.Errorf("the receipt is %+v", r)
	}
	for _, p := range []*faketelegram.Person{a.noor, a.sam} {
		hears(t, p, 1, "Vóór donderdag")
	}
	eventually(t, "it is opened", func() bool { return a.sam.Press("▶ Beginnen") == nil })
	eventually(t, "the receipt says so", func() bool {
		return strings.Contains(asks(t, a.environ, "push", "show", "m").out, "2 people, 2 got it, 0 not reached, 1 opened it")
	})
	a.fails(exitFailed, "by push m: visesbot push --again m", "push", "M1", "--everyone")
	a.fails(exitFailed, "by push m", "push", "M1", "--enterprise", "de-brug")
	a.says("m: offered again to 1 people\n", "push", "--again", "m")

	a.says("hi: 1 people\n1 do not get it: they have not agreed that answers are kept\n", append([]string{"push", "--everyone", "--id", "hi"}, hello...)...)
	if r := a.became("hi", 1, 1); r.Text.NL != "Dag allemaal" || r.Module != "" || r.Hash == "" {
		t.Errorf("the receipt is %+v", r)
	}
	a.says("hi: offered again to 0 people\n", "push", "--again", "hi")
	tells(t, a.environ, "nl: Dag allemaal\n", "push", "show", "hi")
	tells(t, a.environ, "message  everyone", "push", "list")
	if shownTo(a.noor, "Dag allemaal") != 1 || shownTo(a.sam, "Dag allemaal") != 0 || shownTo(a.robin, "Bonjour") != 0 {
		t.Error("a message went to somebody else")
	}
}

// A role narrows it: whoever accompanies is written to only when named.
func TestPushToRole(t *testing.T) {
	a := inFrontOf(t)
	a.says("r: 1 people\n", append([]string{"push", "--everyone", "--role", "accompanist", "--id", "r"}, hello...)...)
	a.became("r", 1, 1)
	if shownTo(a.robin, "Bonjour à tous") != 1 || shownTo(a.noor, "Dag allemaal") != 0 {
		t.Error("a role is not heeded")
	}
	tells(t, a.environ, "message  everyone (accompanist)", "push", "list")
	a.says("s: 1 people\n", "push", "M1", "--enterprise", "de-brug", "--role", "accompanist", "--id", "s")
	a.says("t: 2 people\n", "push", "M1", "--enterprise", "de-brug", "--id", "t") // others than before
	a.fails(exitFailed, "nobody is to get it", "push", "M2", "--everyone", "--role", "board")
	a.fails(exitMisuse, "--role is one of management", "push", "M2", "--everyone", "--role", "boss")
}

// Those who are named get it, whoever they are; who never came in does not, and
// that is said.
func TestPushToAddresses(t *testing.T) {
	a := inFrontOf(t)
	file := a.names(address(a.noor), "", address(a.robin), "telegram:424242", address(a.noor))
	a.says("f: 2 people\n1 do not get it: nobody came in at these addresses yet\n", append([]string{"push", "--to", file, "--id", "f"}, hello...)...)
	a.became("f", 2, 2)
	if shownTo(a.noor, "Dag allemaal") != 1 || shownTo(a.robin, "Bonjour à tous") != 1 {
		t.Error("somebody who is named did not get it once")
	}
	tells(t, a.environ, "3 addresses", "push", "list")
	a.fails(exitFailed, "by push f", append([]string{"push", "--everyone"}, hello...)...)
	a.fails(exitFailed, "nobody is to get it", "push", "M1", "--to", a.names("telegram:424242"))
	a.fails(exitMisuse, "names nobody", "push", "M1", "--to", a.names("", " "))
	a.fails(exitMisuse, ":2: an address looks like", "push", "M1", "--to", a.names("telegram:1", "noor"))
	a.fails(exitMisuse, "--role and --pool", "push", "M1", "--to", file, "--role", "worker")
	a.fails(exitMisuse, "--everyone leaves nobody out", "push", "M1", "--everyone", "--to", file)
	a.fails(exitMisuse, "--everyone leaves nobody out", "push", "M1", "--everyone", "--pool", "wi")
}

// What is planned for a Sunday goes on Monday, unless it is withdrawn before; and
// not for a moment that is past.
func TestPushToEveryonePlanned(t *testing.T) {
	a := inFrontOf(t)
	a.fails(exitFailed, "that moment is past", "push", "M1", "--everyone", "--at", "2051-03-06 09:00")
	a.says("p: 2 people, on 13 March 2051 at 08:00 (moved: nobody is written to at night, at the weekend or on a holiday)\n",
		"push", "M1", "--everyone", "--id", "p", "--at", "2051-03-12 11:00")
	a.says("q: 1 people, on 13 March 2051 at 08:00 (moved: nobody is written to at night, at the weekend or on a holiday)\n",
		append([]string{"push", "--to", a.names(address(a.noor)), "--id", "q", "--at", "2051-03-12 11:00"}, hello...)...)
	a.fails(exitFailed, "has not gone out", "push", "--again", "p")
	a.says("p: withdrawn, nobody gets it\n", "push", "--withdraw", "p")
	a.fails(exitFailed, "was withdrawn: give this one another name", "push", "M1", "--everyone", "--id", "p")
	if err := a.clock.Set(a.clock.Now().AddDate(0, 0, 6)); err != nil {
		t.Fatal(err)
	}
	a.became("q", 1, 1)
	if shownTo(a.noor, "stelt deze module voor") != 0 || shownTo(a.noor, "Dag allemaal") != 1 {
		t.Error("what was withdrawn went out, or what was not did not")
	}
	tells(t, a.environ, "(withdrawn)", "push", "show", "p")
	a.fails(exitFailed, "gone out already", "push", "--withdraw", "q")
}
