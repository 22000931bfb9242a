package lifetime

import (
	"fmt"
	"math/rand/v2"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
)

// The people who work for partners: the first accompany a cohort each.
const (
	trainers = 3
	members  = cohorts + trainers + 1
)

// member is somebody of a partner, who is in Slack.
type member struct {
	id      string
	name    string
	role    string
	lang    string
	partner int
	cohorts []int // that they accompany
	weekday time.Weekday
	address bot.Address
	zone    *time.Location
	dice    *rand.Rand
	came    time.Time
	acted   time.Time // when they last did something
}

// newMembers are the accompanists, of whom some accompany two cohorts, the
// trainers of their partners, and the coordinator. Most get their digests when
// everybody does; some have chosen days on which the bot will be away.
func newMembers() (all []*member) {
	for i := range members {
		m := &member{
			id: fmt.Sprint("m", i+1), name: fmt.Sprint("Member ", i+1), role: register.Accompanist, partner: i, weekday: time.Monday,
			lang: []string{"fr", "nl", "en"}[i/2%3], zone: belgian(), dice: rand.New(rand.NewPCG(uint64(i), 7)),
		}
		switch {
		case i < cohorts:
			m.cohorts = []int{i}
			m.weekday = []time.Weekday{time.Monday, time.Monday, time.Tuesday, time.Wednesday}[i%4]
			if i%5 == 2 {
				m.cohorts = append(m.cohorts, i-2)
			}
		case i < cohorts+trainers:
			m.role, m.partner = register.Trainer, i-cohorts
		default:
			m.role = register.Coordinator
		}
		if countryOf(m.partner) == "FR" {
			m.lang, m.zone = "fr", zone("Europe/Paris")
		}
		all = append(all, m)
	}
	return all
}

// countryOf is where a partner, by its number from 0, and its cohorts are.
func countryOf(partner int) string { return []string{"BE", "FR"}[partner%2] }

func cohortID(n int) string { return fmt.Sprint("c", n+1) }

// subjects are what somebody gets digests of.
func (m *member) subjects() (all []string) {
	for _, c := range m.cohorts {
		all = append(all, cohortID(c))
	}
	if len(all) == 0 {
		return []string{"all"}
	}
	return all
}

// register is the programme as a coordinator would fill it in.
func (p *programme) register() (all []register.Entry) {
	add := func(table, id string, fields map[string]string) {
		fields["id"] = id
		all = append(all, register.Entry{Table: table, ID: id, Fields: fields})
	}
	for i, x := range p.partners {
		add(register.Partners, fmt.Sprint("p", i+1), map[string]string{"name": x.name, "country": x.country, "status": "operator", "language": "fr"})
	}
	in, by := map[int]string{}, map[int]string{}
	for i, e := range p.enterprises {
		add(register.Enterprises, e.id, map[string]string{"name": e.name(), "country": e.partner.country, "language": "fr", "pool": register.Pools()[i%3], "hours": "20"})
		in[e.cohort] += e.id + ";"
		for _, who := range e.people {
			if !who.accompanies {
				add(register.People, who.member(), map[string]string{"name": who.member(), "role": register.Staff, "language": who.lang, "enterprise": e.id})
			}
		}
	}
	for _, m := range p.members {
		add(register.People, m.id, map[string]string{"name": m.name, "role": m.role, "language": m.lang, "partner": fmt.Sprint("p", m.partner+1)})
		for _, c := range m.cohorts {
			by[c] += m.id + ";"
		}
	}
	for c := range cohorts {
		add(register.Cohorts, cohortID(c), map[string]string{"name": fmt.Sprint("Cohort ", c+1), "enterprises": in[c], "accompanists": by[c]})
	}
	return all
}

func (e *enterprise) name() string { return "Atelier " + e.id }

// member is what somebody of an enterprise is called in the register; empty for
// whom only the dossier knows.
func (who *person) member() string {
	if who.accompanies {
		return ""
	}
	return fmt.Sprintf("s-%s-%d", who.at.id, who.number)
}
