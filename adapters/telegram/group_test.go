package telegram_test

import (
	"strings"
	"testing"

	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
)

func TestGroupTakesOnlyWhatIsMeantForIt(t *testing.T) {
	for _, hooked := range []bool{false, true} {
		r := newRig(t, hooked)
		noor, group := r.people[0].Person, r.platform.Group("De ploeg")
		address := bot.Address("telegram:" + itoa(group.ID()))
		for _, text := range []string{"wat eten we?", "/menu", "/start@another_bot X", "post@fake_visesbot2.be", "/"} {
			group.Say(noor, text)
		}
		group.Say(noor, "/progress@Fake_Visesbot nu")
		got := r.got(address, 1)
		if got[0].Text != "/progress nu" || got[0].Start || got[0].From.Name != "Noor" {
			t.Errorf("a command arrived as %+v", got[0])
		}
		if said := group.FromBot(); len(said) != 0 {
			t.Errorf("the bot said %q without being asked", said[0].Text)
		}
	}
}

func TestGroupLeadsToThePrivateChat(t *testing.T) {
	r := newRig(t, false)
	noor, group := r.people[0].Person, r.platform.Group("De ploeg")
	address := bot.Address("telegram:" + itoa(group.ID()))
	if _, err := r.channel.Send(t.Context(), address, message("Wie doet mee?", button("Ik", "me"))); err != nil {
		t.Fatal(err)
	}
	mine := group.FromBot()[0].ID
	for i, write := range []func(){
		func() { group.Reply(noor, mine, "wij hebben twaalf mensen") },
		func() { group.Say(noor, "hé @fake_visesbot, twaalf") },
	} {
		write()
		r.eventually("the way is shown", func() bool { return len(group.FromBot()) == i+2 })
		last := group.FromBot()[i+1]
		url := group.ButtonURL("Naar het privégesprek")
		if !strings.Contains(last.Text, "privégesprek") || url != "https://t.me/fake_visesbot?start=private" || last.ReplyTo == 0 {
			t.Errorf("it says %+v, to %s", last, url)
		}
	}
	noor.Say("/start " + faketelegram.StartCode(group.ButtonURL("Naar het privégesprek")))
	if u := r.got(r.people[0].Address(), 1)[0]; !u.Start || u.Code != "" {
		t.Errorf("the private chat began with %+v", u)
	}
	if err := group.Press(noor, "Ik"); err != nil {
		t.Fatal(err)
	}
	if all := r.got(address, 1); len(all) != 1 || all[0].Press != "me" {
		t.Errorf("in the group arrived %+v", all)
	}
}

func TestGroupBecomesSupergroup(t *testing.T) {
	for name, quietly := range map[string]bool{"told": false, "found out": true} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, false)
			noor, group := r.people[0].Person, r.platform.Group("De ploeg")
			address := bot.Address("telegram:" + itoa(group.ID()))
			group.Say(noor, "/menu@fake_visesbot")
			r.got(address, 1)
			next := group.Upgrade(quietly)
			if _, err := r.channel.Send(t.Context(), address, message("we zijn er nog")); err != nil {
				t.Fatal(err)
			}
			if said := next.FromBot(); len(said) == 0 || said[len(said)-1].Text != "we zijn er nog" {
				t.Errorf("in the supergroup: %+v", said)
			}
			next.Say(noor, "/help@fake_visesbot")
			if all := r.got(address, 2); all[1].Text != "/help" {
				t.Errorf("from the supergroup: %+v", all)
			}
			want := []bot.Address{address, bot.Address("telegram:" + itoa(next.ID()))}
			if len(r.moved) != 1 || r.moved[0] != [2]bot.Address(want) {
				t.Errorf("told: %v", r.moved)
			}
		})
	}
}
