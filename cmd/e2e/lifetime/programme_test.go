package lifetime

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"visesbot/bot"
	"visesbot/flows"
)

// The size of the programme, and of its cohorts.
const (
	partners    = 22
	enterprises = 69
	cohorts     = 14
	people      = 200 // those of partners among them
)

// begins and ends are when the programme lives. The bot is away from gone to
// back: from a Monday evening to a Thursday.
func begins() time.Time { return brussels(2027, time.March, 1, 8) }
func ends() time.Time   { return brussels(2028, time.September, 1, 8) }
func gone() time.Time   { return brussels(2027, time.November, 8, 18) }
func back() time.Time   { return brussels(2027, time.November, 11, 18) }

func brussels(y int, m time.Month, d, h int) time.Time {
	return time.Date(y, m, d, h, 0, 0, 0, belgian())
}

var belgian = sync.OnceValue(func() *time.Location { return zone("Europe/Brussels") })

func zone(name string) *time.Location {
	in, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return in
}

// partner is an organisation that accompanies cohorts.
type partner struct {
	name    string
	country string
}

// enterprise is one dossier, accompanied by a partner in a cohort.
type enterprise struct {
	id      string
	partner partner
	cohort  int
	stage   stage
	people  []*person
}

// person is somebody with a phone.
type person struct {
	address     bot.Address
	at          *enterprise
	number      int // within the enterprise, from 1
	role        string
	lang        string
	zone        *time.Location
	nature      nature
	dice        *rand.Rand
	newest      []bot.Message // what stands on the phone, the last ones
	acts        int           // done so far
	accompanies bool
}

// nature is how somebody takes reminders.
type nature string

const (
	answering nature = "answering"
	snoozing  nature = "snoozing"
	pausing   nature = "pausing"
	forgetful nature = "forgetful"
	choosing  nature = "choosing" // changes when reminders come
)

func natures() []nature {
	return []nature{answering, answering, snoozing, pausing, forgetful, forgetful, choosing}
}

// programme is everybody.
type programme struct {
	partners    []partner
	enterprises []*enterprise
	people      []*person // with a dossier
	members     []*member // of partners
}

// newProgramme makes the same programme for the same seed.
func newProgramme(seed uint64) *programme {
	dice := rand.New(rand.NewPCG(seed, 22))
	p := &programme{members: newMembers()}
	for i := range partners {
		p.partners = append(p.partners, partner{fmt.Sprint("partner ", i+1), countryOf(i)})
	}
	for i := range enterprises {
		p.enterprises = append(p.enterprises, &enterprise{
			id: fmt.Sprint("e", i+1), partner: p.partners[i%partners], cohort: i % cohorts, stage: stages()[i%len(stages())],
		})
	}
	for i := range people - members {
		e := p.enterprises[i%enterprises]
		p.people = append(p.people, e.hire(dice, i/enterprises == 2))
	}
	return p
}

// hire adds a member of staff, or somebody who accompanies.
func (e *enterprise) hire(dice *rand.Rand, accompanies bool) *person {
	who := &person{
		at: e, number: len(e.people) + 1, accompanies: accompanies, role: "worker",
		nature: natures()[dice.IntN(len(natures()))], dice: rand.New(rand.NewPCG(dice.Uint64(), 1)),
		lang: []string{"fr", "nl", "en"}[dice.IntN(3)], zone: zone("Europe/Brussels"),
	}
	if e.partner.country == "FR" {
		who.lang, who.zone = "fr", zone([]string{"Europe/Paris", "Europe/Paris", "America/Martinique"}[dice.IntN(3)])
	}
	if accompanies {
		who.role = flows.RoleAccompanist
	}
	who.address = bot.Address(fmt.Sprintf("phone:%s-%d", e.id, who.number))
	e.people = append(e.people, who)
	return who
}
