package engine_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/engine"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// planted stands in every text that the enterprise has answered, where the
// delegate is not asked.
const planted = "PLANTED"

// court is a dossier with somebody of each party.
type court struct {
	engine *engine.Engine
	mem    *formtest.Memory
	place  form.Place // answered by the enterprise, and shared
	people map[talk.Party]flows.Session
}

// newCourt lets staff answer, shares an answer with the group, and lets the others
// in. The group chat is one that an earlier version let in as staff.
func newCourt(t *testing.T) court {
	t.Helper()
	e := realEngine(t)
	m, staff, _ := filled(t, e, 100, 3)
	d := form.Open(e.Script.Questionnaire, m, benchTime())
	join := func(address, role string, delegate form.Path) flows.Session {
		p := d.Join(form.Person{Address: address, Role: role, Lang: "en", Delegate: delegate})
		s := flows.Session{
			Address: address, Dossier: "d1", Person: p.ID, Role: role, Lang: "en", Delegate: delegate, Mode: flows.Home,
			Content: e.Script.Version, Consent: "yes",
		}
		if role != flows.RoleAccompanist {
			path, err := d.Enrol(p.ID, address, form.Author{Person: p.ID, Role: role, Lang: "en"})
			if err != nil {
				t.Fatal(err)
			}
			s.Respondent = string(path)
		}
		return s
	}
	c := court{engine: e, mem: m, people: map[talk.Party]flows.Session{
		talk.Staff: staff, talk.Delegate: join("test:dana", flows.RoleDelegate, "st1"), talk.Accompanist: join("test:bert", flows.RoleAccompanist, ""),
		talk.Member: {Address: "test:carla", Member: "carla", Lang: "en"}, talk.Stranger: {Address: "test:nobody"},
	}}
	room := staff
	room.Address = "test:room"
	c.people[talk.Room] = room
	guest := c.people[talk.Delegate]
	who := form.Who{Respondent: guest.Respondent, Role: guest.Role, Stakeholder: guest.Delegate}
	by := form.Author{Person: staff.Person, Respondent: staff.Respondent, Role: staff.Role, Lang: "nl"}
	for _, phase := range e.Script.Questionnaire.Phases {
		d.Walk(phase, func(at form.Placed) {
			text := at.Question.Type == form.ShortTxt || at.Question.Type == form.LongTxt
			if text && at.Answer != nil && at.Answer.State == form.Given && !d.May(who, at.Question, at.Place.Path()) {
				d.Put(form.Answer{Place: at.Place, State: form.Given, Value: form.Value{Text: planted + " " + string(at.Place)}, Author: by})
				c.place = at.Place
			}
		})
	}
	if c.place == "" {
		t.Fatal("nothing was planted")
	}
	d.ReleaseAnswer(c.place, flows.PeersRelease, by)
	m.Apply(d.Changes())
	return c
}

// step lets somebody of a party do something.
func (c court) step(t *testing.T, who talk.Party, ev flows.Event) flows.Turn {
	t.Helper()
	s := c.people[who]
	ev.At, ev.Channel, ev.Fresh = benchTime(), "test", &flows.Fresh{Code: "c1"}
	if who == talk.Room {
		ev.Person.Talk = "test:somebody"
	}
	var source form.Source
	if s.Dossier != "" {
		source = c.mem
	}
	turn, err := c.engine.Step(s, source, ev)
	if err != nil || len(turn.Faults) > 0 {
		t.Fatalf("%s, %+v: %v %v", who, ev, err, turn.Faults)
	}
	return turn
}

// holds checks one thing that somebody did against the table.
func (c court) holds(t *testing.T, who, may talk.Party, what string, turn flows.Turn) {
	t.Helper()
	refused := turn.Refused.What != ""
	if refused == may.Has(who) {
		t.Errorf("%s by %s: refused is %v", what, who, refused)
	}
	for _, w := range turn.Wishes {
		if w.Say != nil && !who.Has(talk.Own) && strings.Contains(fmt.Sprint(*w.Say), planted) {
			t.Errorf("%s shows %s what the enterprise answered: %+v", what, who, w.Say.Lines)
		}
		if refused && (w.Tell != nil || w.Let != nil) {
			t.Errorf("%s is refused to %s, and leads to %+v", what, who, w)
		}
	}
	if !refused {
		return
	}
	if turn.Refused.Who != who.String() || !slices.ContainsFunc(turn.Wishes, func(w flows.Wish) bool { return w.Say != nil }) {
		t.Errorf("%s is refused to %s as %+v without a word", what, who, turn.Refused)
	}
	if before, now := c.people[who], turn.Session; now.Dossier != before.Dossier || now.Role != before.Role || now.Expects != before.Expects || !turn.Changes.Empty() {
		t.Errorf("%s is refused to %s and changes %+v, %+v", what, who, now, turn.Changes)
	}
}

// forged are arguments that no button of anybody has, or only somebody else's.
func (c court) forged() []string {
	return []string{
		"", "1", "yes", "no", "x", "~", "~~~", "M1", "M1~1", "st1", "rp1", "rp2", "mandate", "nl", "e7", "../..",
		string(c.place), string(c.place) + "~yes", string(c.place) + "@st2~1", "yes~" + string(c.place), "share~" + string(c.place), "group", "ask", "re~a1",
		"ev1~in", "m1~yes", "m1~v~M1~1", "done", "t~P1-05", "test:8812~M1", "test:8812~p1~1", "telegram:8812~M1", "delegate~st2", strings.Repeat("9", 60),
	}
}

// TestRights walks every verb and every command with everybody, and with arguments
// that nobody was shown: what the table does not name is refused, with a word and
// without any effect; and nobody outside sees what the enterprise answered.
func TestRights(t *testing.T) {
	c := newCourt(t)
	routes, err := engine.Routes()
	if err != nil {
		t.Fatal(err)
	}
	may := map[flows.Verb]talk.Party{}
	for verb, r := range routes.Presses {
		may[verb] = r.May
	}
	for verb, r := range routes.Places {
		may[verb] = r.May
	}
	for _, who := range talk.Parties() {
		for _, verb := range slices.Sorted(maps.Keys(may)) {
			for _, arg := range c.forged() {
				data := flows.Press(verb, arg)
				named := may[verb]
				if r, ok := routes.Commands[parse.Command(arg)]; ok && verb == flows.VerbCommand {
					named &= r.May
				}
				c.holds(t, who, named, data, c.step(t, who, flows.Event{Kind: flows.Pressed, Press: data}))
			}
		}
		for _, cmd := range slices.Sorted(maps.Keys(routes.Commands)) {
			if cmd == parse.Poll && who != talk.Room {
				continue // there is no such command: the talk says where there is
			}
			turn := c.step(t, who, flows.Event{Kind: flows.Said, Text: "/" + string(cmd)})
			if who == talk.Stranger { // the welcome says all that there is
				turn.Refused = flows.Refusal{}
				c.holds(t, who, talk.Stranger, "/"+string(cmd), turn)
				continue
			}
			c.holds(t, who, routes.Commands[cmd].May, "/"+string(cmd), turn)
		}
	}
}

// TestRightsOfCommands holds that the list of commands shows to everybody what they
// may, and nothing else.
func TestRightsOfCommands(t *testing.T) {
	routes, err := engine.Routes()
	if err != nil {
		t.Fatal(err)
	}
	for _, cmd := range slices.Sorted(maps.Keys(routes.Commands)) {
		e := realScript().Commands.Entry(cmd)
		if e == nil {
			t.Errorf("%s is not in the list", cmd)
			continue
		}
		for _, who := range talk.Parties() {
			shown := slices.Contains(e.For, who.String())
			if who == talk.Room {
				shown = slices.Contains(e.Where, flows.InGroup)
			}
			switch {
			case cmd == parse.Poll && who != talk.Room, // in a group, by anybody
				cmd == parse.Start && (who == talk.Member || who == talk.Stranger),      // the welcome
				shown && who == talk.Member && slices.Contains(e.Where, flows.InOffice): // the office does it
				continue
			}
			if shown != routes.Commands[cmd].May.Has(who) {
				t.Errorf("%s is shown to %s: %v", cmd, who, shown)
			}
		}
	}
}

// Nobody comes in where everybody reads: an invitation opened in a group is refused.
func TestInvitationInRoom(t *testing.T) {
	in := flows.Invite{Dossier: "d1", Role: flows.RoleAccompanist, Refused: flows.InviteRoom}
	turn, err := engine.Must(realScript()).Step(flows.Session{Address: "test:room"}, nil, flows.Event{
		Kind: flows.Started, Invite: &in, At: benchTime(), Private: "https://example.org/bot", Person: flows.Sender{Talk: "test:somebody", Lang: "nl"},
	})
	if err != nil || turn.Session.Dossier != "" || turn.Session.Role != "" || turn.Refused.What != "invitation" {
		t.Fatalf("%+v %v", turn, err)
	}
	if say := turn.Wishes[0].Say; say == nil || say.Lines[len(say.Lines)-1].URL != "https://example.org/bot" || !strings.Contains(say.Lines[0].Text, "privégesprek") {
		t.Errorf("it says %+v", say)
	}
}
