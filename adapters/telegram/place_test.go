package telegram_test

import (
	"strings"
	"testing"

	"visesbot/bot"
)

// An invitation that is opened in a group opens nothing: who wants in is led to
// the private chat, and the code stands on no button.
func TestInvitationInAGroup(t *testing.T) {
	r := newRig(t, false)
	noor, group := r.people[0].Person, r.platform.Group("De ploeg")
	for i, start := range []string{"/start@fake_visesbot CODE", "/start@Fake_Visesbot"} {
		group.Say(noor, start)
		r.eventually("an answer", func() bool { return len(group.FromBot()) == i+1 })
	}
	said, url := group.FromBot()[0], group.ButtonURL("Naar het privégesprek")
	if !strings.Contains(said.Text, "blijft geldig") || url != "https://t.me/fake_visesbot?start=private" {
		t.Errorf("it says %q, to %s", said.Text, url)
	}
	if all := r.of(bot.Address("telegram:" + itoa(group.ID()))); len(all) != 0 {
		t.Errorf("arrived: %+v", all)
	}
}

// An answer stands in the topic in which the words stood; General is left out.
func TestTopics(t *testing.T) {
	r := newRig(t, false)
	noor, group := r.people[0].Person, r.platform.Group("De ploeg")
	address := bot.Address("telegram:" + itoa(group.ID()))
	group.SayIn(noor, 17, "/help@fake_visesbot")
	group.SayIn(noor, 1, "/help@fake_visesbot")
	all := r.got(address, 2)
	if all[0].Where != "17" || all[1].Where != "" {
		t.Fatalf("they stood in %q and %q", all[0].Where, all[1].Where)
	}
	m := message("hulp")
	m.Where = "17"
	if _, err := r.channel.Send(t.Context(), address, m); err != nil {
		t.Fatal(err)
	}
	group.SayIn(noor, 17, "hé @fake_visesbot")
	r.eventually("a reply", func() bool { return len(group.FromBot()) == 2 })
	for _, m := range group.FromBot() {
		if m.Topic != 17 {
			t.Errorf("it stands in topic %d: %q", m.Topic, m.Text)
		}
	}
}

// What nobody asked for goes to General; where that is closed, to the topic in
// which the bot was spoken to last.
func TestClosedGeneral(t *testing.T) {
	r := newRig(t, false)
	noor, group := r.people[0].Person, r.platform.Group("De ploeg")
	address := bot.Address("telegram:" + itoa(group.ID()))
	group.SayIn(noor, 17, "/help@fake_visesbot")
	r.got(address, 1)
	group.Close(1)
	if _, err := r.channel.Send(t.Context(), address, message("een herinnering")); err != nil {
		t.Fatal(err)
	}
	if said := group.FromBot(); len(said) != 1 || said[0].Topic != 17 {
		t.Errorf("it says %+v", said)
	}
}

// Who does not show who they are is answered; a channel that brings its posts into
// its group is not.
func TestWhoWritesInAGroup(t *testing.T) {
	r := newRig(t, false)
	group := r.platform.Group("De ploeg")
	address := bot.Address("telegram:" + itoa(group.ID()))
	group.Forward("lees @fake_visesbot")
	group.Forward("/help@fake_visesbot")
	group.SayAnonymously("/help@fake_visesbot")
	got := r.got(address, 1)
	if len(got) != 1 || got[0].Text != "/help" || got[0].From.Name != "" || got[0].From.Talk == "" || got[0].From.Talk == string(address) {
		t.Errorf("arrived: %+v", got)
	}
	if said := group.FromBot(); len(said) != 0 {
		t.Errorf("it says %q to a channel", said[0].Text)
	}
}

// What somebody corrects by editing names the message that it corrects.
func TestEditedMessage(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	id := noor.Person.Say("wij zijn met twaafl")
	noor.Edit(id, "wij zijn met twaalf")
	all := r.got(noor.Address(), 2)
	if first, second := all[0], all[1]; first.Ref != itoa(id) || second.Edits != itoa(id) || second.Text != "wij zijn met twaalf" || second.ID == first.ID {
		t.Errorf("arrived: %+v", all)
	}
}
