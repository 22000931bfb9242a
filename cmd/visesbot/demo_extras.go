package main

import (
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"time"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
	"visesbot/flows/workday"
)

// extra is an enterprise of the demo's cohort that is not on the page: its people
// have a talk that nobody sees, and the partner hears of them.
type extra struct {
	id, name   string
	lang, pool string
	people     [][2]string // as the transcript names them, and as their colleagues do
	transcript string      // empty: nobody has come in yet
	until      string      // the remark that the talk is played to
	ago        int         // days since that talk
	dated      string      // a day that is typed in it
	ahead      int         // in how many days that day is to be; what else is dated moves with it
	idle       bool        // they do nothing about what they are sent
}

// demoExtras are at different stages: one has planned what it will collect, one
// has stalled in the diagnosis, one has begun, and one has not.
func demoExtras() []extra {
	return []extra{
		{
			id: "passerelle", name: "La Passerelle", lang: "fr", pool: "solidarity", people: [][2]string{{flowtest.Me, "Claire"}, {"karim", "Karim"}},
			transcript: "transcripts/fr-diagnosis-solidarity.txt", until: "More than a year later", ago: 2, dated: "31/3/2027", ahead: 15,
		},
		{
			id: "kruidentuin", name: "De Kruidentuin", lang: "nl", pool: "wi", people: [][2]string{{flowtest.Me, "Lies"}}, idle: true,
			transcript: "transcripts/nl-diagnosis-wi.txt", until: "What changes for those who take part is said", ago: 25,
		},
		{
			id: "rives", name: "Les Deux Rives", lang: "fr", pool: "other", people: [][2]string{{flowtest.Me, "Nadia"}},
			transcript: "transcripts/fr-mandate-module-first.txt", until: "Half of the preparation is done", ago: 6,
		},
		{id: "lokaal", name: "Het Lokaal", lang: "nl", pool: "wi"},
	}
}

// enterprise is the id of its dossier, and of its line in the register, in a round.
func (x extra) enterprise(round int) string { return "extra-" + x.id + "-" + strconv.Itoa(round) }

// called is its name, and that it is made up, in its own language.
func (x extra) called() string {
	return x.name + map[string]string{"fr": " (fictif)", "nl": " (fictief)"}[x.lang]
}

// read reads its talk, which begins so many days before now, on a working day.
func (x extra) read(files fs.FS, now time.Time) (flowtest.Transcript, error) {
	text, err := fs.ReadFile(files, x.transcript)
	if err != nil {
		return flowtest.Transcript{}, fmt.Errorf("read the talk of %s: %w", x.name, err)
	}
	tr, errs := flowtest.Parse(x.transcript, string(text))
	if len(errs) > 0 {
		return tr, fmt.Errorf("read the talk of %s: %w", x.name, errs[0])
	}
	tr, ok := tr.Until(x.until)
	if !ok {
		return tr, fmt.Errorf("read the talk of %s: %s has no remark %q", x.name, x.transcript, x.until)
	}
	tr.Start = workday.Before(now.AddDate(0, 0, 1-x.ago), workday.Rhythm{Hour: 9}, "BE", now.Location())
	tr.Enterprise.Name = x.called()
	if x.dated != "" {
		err = redate(tr.Steps, x.dated, now.AddDate(0, 0, x.ahead))
	}
	return tr, err
}

// live plays its talk up to now; accompanist is the conversation of whoever
// accompanies it in the round.
func (x extra) live(e *engine.Engine, files fs.FS, now time.Time, round int, accompanist bot.Address) (flowtest.Left, error) {
	tr, err := x.read(files, now)
	if err != nil {
		return flowtest.Left{}, err
	}
	tr.Enterprise.ID = x.enterprise(round)
	p := flowtest.NewPlayerOn(flowtest.Stage{Dossier: tr.Enterprise.ID, Channel: castName, Address: func(person string) string {
		if who, _ := tr.Person(person); who.Role == flows.RoleAccompanist {
			return string(accompanist)
		}
		return string(x.address(person, round))
	}}, e, tr)
	if err := flowtest.Act(tr, p); err != nil {
		return flowtest.Left{}, fmt.Errorf("live through the talk of %s: %w", x.name, err)
	}
	if err := p.Advance(now.Sub(tr.Start)); err != nil {
		return flowtest.Left{}, fmt.Errorf("live on after the talk of %s: %w", x.name, err)
	}
	left, err := p.Left()
	for i := range left.Talks {
		left.Talks[i].Said = nil // nobody sees their phones
	}
	return left, err
}

func (x extra) address(person string, round int) bot.Address {
	return bot.Address(castName + ":" + web.RoundChat(x.id+"-"+person, round))
}

// extraOf finds the enterprise that an address belongs to.
func extraOf(a bot.Address) (extra, bool) {
	for _, x := range demoExtras() {
		if strings.HasPrefix(string(a), castName+":"+x.id+"-") {
			return x, true
		}
	}
	return extra{}, false
}

// redate moves the days and years that people type, so that one of them is the
// day that is wanted.
func redate(steps []flowtest.Step, dated string, wanted time.Time) error {
	from, err := time.Parse("2/1/2006", dated)
	if err != nil {
		return fmt.Errorf("read a day of a talk: %w", err)
	}
	by := workday.Civil(wanted).Sub(from)
	for i := range steps {
		if steps[i].Kind != flowtest.Typed {
			continue
		}
		steps[i].Text = typedDay().ReplaceAllStringFunc(steps[i].Text, func(day string) string { return moveDay(day, by) })
	}
	return nil
}

func typedDay() *regexp.Regexp { return regexp.MustCompile(`\b(\d{1,2}/\d{1,2}/)?20\d\d\b`) }

// moveDay moves a day, or a year by its middle.
func moveDay(day string, by time.Duration) string {
	if at, err := time.Parse("2/1/2006", day); err == nil {
		return at.Add(by).Format("2/1/2006")
	}
	at, err := time.Parse("2/1/2006", "1/7/"+day)
	if err != nil {
		return day
	}
	return at.Add(by).Format("2006")
}

// invites are those of its people, by their conversation.
func (x extra) invites(left flowtest.Left, round int) map[bot.Address]flows.Invite {
	all := map[bot.Address]flows.Invite{}
	for _, p := range x.people {
		all[x.address(p[0], round)] = flows.Invite{
			Dossier: x.enterprise(round), Enterprise: enterpriseOf(left), Lang: x.lang, Member: x.member(p[0], round),
		}
	}
	return all
}

// member is the id of one of its people in the register of a round.
func (x extra) member(person string, round int) string { return demoMember(x.id+"-"+person, round) }
