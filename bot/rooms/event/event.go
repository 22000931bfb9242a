package event

import (
	"strconv"
	"strings"

	"visesbot/bot"
	"visesbot/bot/gathering"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// The tables of this room.
const (
	Events  = "events"  // by ID
	Signups = "signups" // EVENT/ENTERPRISE/PERSON
	Cards   = "cards"   // EVENT/ENTERPRISE/PERSON/NUMBER
)

const verb = "event"

// The states of an event.
const (
	draft     = "draft"
	announced = "announced"
	cancelled = "cancelled"
	harvested = "harvested"
)

// event is an entry of the table, read.
type event struct{ gathering.Gathering }

func read(e register.Entry) event { return event{gathering.Read(e)} }

func mailbox(id string) bot.Address { return bot.Address(bot.OfficeChannel + ":" + verb + "-" + id) }

func find(v *office.Visit, id string) (event, bool, error) {
	g, ok, err := gathering.Find(v, Events, id)
	return event{g}, ok, err
}

// of names somebody of an enterprise within an event.
func (e event) of(enterprise, person string) string { return e.ID + "/" + enterprise + "/" + person }

// calendars keeps the files for people's own calendars, as it stands now.
func (e event) calendars(v *office.Visit) error {
	_, err := e.Calendars(v, verb, gathering.Page{
		UID: "event-" + e.ID + "@visesbot", Who: "VISES", Off: e.State() == cancelled,
		Kind: func(lang string) string { return v.WordIn(lang, "meet.kind.community") },
	})
	return err
}

// workshop is one part of a day that has so many places.
type workshop struct {
	title  string
	places int
}

// workshops reads them, one a line: "title ; places".
func (e event) workshops() (all []workshop, sound bool) {
	for _, line := range strings.Split(e.Fields["workshops"], "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		at := strings.LastIndexAny(line, ";:,|")
		if at < 0 {
			return nil, false
		}
		n, err := strconv.Atoi(strings.TrimSpace(line[at+1:]))
		title := strings.TrimSpace(line[:at])
		if err != nil || n < 1 || title == "" {
			return nil, false
		}
		all = append(all, workshop{title, n})
	}
	return all, len(all) <= 10
}

// left is how many places a workshop still has.
func left(e event, signups []register.Entry) (free []int) {
	all, _ := e.workshops()
	for i, w := range all {
		for _, s := range signups {
			if s.Fields["state"] == "in" && s.Fields["workshop"] == strconv.Itoa(i) {
				w.places--
			}
		}
		free = append(free, max(0, w.places))
	}
	return free
}

// invited are all people of the enterprises that an event is for.
func invited(v *office.Visit, e event, each func(enterprise string, p form.Person)) error {
	for _, x := range v.Programme.All(register.Enterprises) {
		if pool := e.Fields["pool"]; pool != "all" && x.Fields["pool"] != pool {
			continue
		}
		head, _, err := v.Head(x.ID)
		if err != nil {
			return err
		}
		for _, p := range head.People {
			if p.Role != flows.RoleAccompanist && p.Delegate == "" {
				each(x.ID, p)
			}
		}
	}
	return nil
}

// note is what phones are told of an event.
func note(e event, state string, signups []register.Entry) flows.Note {
	fields := map[string]string{"id": e.ID, "state": state, "note": e.Fields["note"], "lang": e.Fields["lang"]}
	all, _ := e.workshops()
	free := left(e, signups)
	for i, w := range all {
		at := strconv.Itoa(i)
		fields["w."+at], fields["left."+at] = w.title, strconv.Itoa(free[i])
	}
	for _, lang := range form.Langs() {
		if f, ok := e.File(verb, lang); ok {
			fields["file"], fields["size."+lang] = strings.TrimSuffix(f.ID, "-"+lang), e.Fields["size."+lang]
		}
	}
	return flows.Note{Kind: flows.NoteEvent, Fields: fields, Appointment: e.Appointment(state == flows.EventCancelled)}
}

// appointment lets somebody be reminded of an event, or no longer.
func appointment(n flows.Note, off bool) flows.Note {
	a := *n.Appointment
	a.Cancelled = off
	return flows.Note{Kind: flows.NoteAppointment, Dossier: n.Dossier, Appointment: &a}
}

// signups are those of an event.
func signups(v *office.Visit, e event) ([]register.Entry, error) {
	return v.Store().Below(v.Ctx, Signups, e.ID+"/")
}
