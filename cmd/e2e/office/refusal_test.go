package officetest_test

import (
	"slices"
	"strings"
	"testing"

	"visesbot/bot/register"
	"visesbot/bot/rooms/meeting"
	"visesbot/bot/rooms/push"
	"visesbot/bot/rooms/thread"
	officetest "visesbot/cmd/e2e/office"
)

// request is something that somebody asks of a room without a right to it, and
// what the log then says that they wanted to do, and on what.
type request struct {
	press   string
	fields  map[string][]string
	act, on string
}

// fields are those of a form.
func fields(pairs ...string) map[string][]string {
	f := map[string][]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		f[pairs[i]] = []string{pairs[i+1]}
	}
	return f
}

// southern is a world in which bert of the south has planned a meeting, ordered a
// push, drafted another and begun a thread; the ids of the four come with it.
func southern(t *testing.T) (w *officetest.World, meets, sent, draft, talk string) {
	t.Helper()
	w = officetest.New(t)
	w.Staff("s-e6")
	w.Partner("bert")
	w.Partner("odile")
	w.Fills("bert", "o~meet~new", planning("for", "c_south"))
	w.Presses("bert", "Uitnodiging versturen")
	w.Fills("bert", newPush, filled("M1", "south", "day", "2027-03-15"))
	w.Presses("bert", "Versturen")
	w.Fills("bert", newPush, filled("M2", "south"))
	w.Fills("bert", "o~thread~to~e6", fields("text", "Dag!"))
	id := func(table string, fits func(register.Entry) bool) string {
		all, err := w.Store.Entries(w.Ctx(), table)
		at := slices.IndexFunc(all, fits)
		if err != nil || at < 0 {
			t.Fatalf("%s holds %v (%v): %s", table, all, err, w.Channel.Last("bert"))
		}
		return all[at].ID
	}
	first := func(register.Entry) bool { return true }
	state := func(want string) func(register.Entry) bool {
		return func(e register.Entry) bool { return e.Fields["state"] == want }
	}
	talk, _, _ = strings.Cut(id(thread.Ends, first), "/")
	return w, id(meeting.Meetings, first), id(push.Table, state(push.Sent)), id(push.Table, state(push.Draft)), talk
}

// refusals are what odile of the north asks of the south, room by room.
func refusals(meets, push, draft, talk string) map[string][]request {
	hour := fields("enterprise", "e6", "date", "2027-03-01", "minutes", "60", "day", "1", "hour", "9", "state", "on")
	rooms := map[string][]request{
		"digest": {
			{"o~digest~nudged~e6", nil, "open a dossier", "e6"},
			{"o~digest~book~north", fields("enterprise", "e6", "date", "2027-03-01", "minutes", "60"), "open a dossier", "e6"},
			{"o~digest~now~all", nil, "see the programme", `""`},
		},
		"meeting": {
			{"o~meet~new", planning("for", "c_south"), "lead a meeting", "south"},
			{"o~meet~new", planning("for", "e_e6", "kind", "individual"), "lead a meeting", "e_e6"},
			{"o~meet~guide~e6", nil, "guide", "e6"},
			{"o~meet~time~e6", fields("minutes", "60"), "guide", "e6"},
			{"o~meet~edit~" + meets, planning(), "lead a meeting", "south"},
			{"o~meet~end~" + meets, fields("next", "x"), "lead a meeting", "south"},
		},
		"peer":      {{"o~peer~asks~south", nil, "read what a cohort asks", "south"}},
		"community": {{"o~event", nil, "announce a day", `""`}, {"o~event~new", day(), "announce a day", `""`}, {"o~event~harvest~x", nil, "announce a day", `""`}},
		"campaign": {
			{newPush, filled("M1", "south"), "push", "south"},
			{newPush, filled("M1", "", "enterprises", "e6"), "push", "south"},
			{"o~push~change~" + draft, filled("M1", "north"), "push", "south"},
			{"o~push~send~" + draft, nil, "push", "south"},
			{"o~push~move~" + push, fields("day", "2027-03-16", "hour", "10:00"), "push", "south"},
		},
		"thread": {{"o~thread~to~e6", fields("text", "x"), "write to an enterprise", "e6"}, {"o~thread~answer~" + talk, fields("text", "x"), "write to an enterprise", "e6"}},
	}
	for _, what := range []string{"now", "open", "write", "nudge", "snooze", "later", "when", "book"} {
		rooms["digest"] = append(rooms["digest"], request{"o~digest~" + what + "~south", hour, "read a digest", "south"})
	}
	for _, what := range []string{"show", "run", "send", "drop", "cancel", "off", "poll", "shut"} {
		rooms["meeting"] = append(rooms["meeting"], request{"o~meet~" + what + "~" + meets, nil, "lead a meeting", "south"})
	}
	for _, what := range []string{"show", "again", "withdraw"} {
		rooms["campaign"] = append(rooms["campaign"], request{"o~push~" + what + "~" + push + "~2", nil, "push", "south"})
	}
	for _, what := range []string{"show", "solved"} {
		rooms["thread"] = append(rooms["thread"], request{"o~thread~" + what + "~" + talk, nil, "write to an enterprise", "e6"})
	}
	return rooms
}

// Whatever a partner asks of another partner's cohort or enterprise, in whichever
// room, is refused in words, does nothing, and stands in the log: who, what and on
// what, and no name.
func TestRefused(t *testing.T) {
	w, meets, push, draft, talk := southern(t)
	for room, all := range refusals(meets, push, draft, talk) {
		for _, a := range all {
			w.Channel.Forget("odile")
			before, kept := w.Log(), held(t, w)
			w.Fills("odile", a.press, a.fields)
			if got := plain(w.Channel.Last("odile")); !strings.Contains(got, "pas ouvert pour vous") || len(w.Channel.Shown("odile")) != 1 {
				t.Errorf("%s: %s is answered with\n%s", room, a.press, got)
			}
			line := strings.TrimPrefix(w.Log(), before)
			if strings.Count(line, "\n") != 1 || !logged(line, "odile", a.act, a.on) {
				t.Errorf("%s: %s is logged as %q", room, a.press, line)
			}
			if now := held(t, w); !slices.Equal(now, kept) {
				t.Errorf("%s: %s changed\n%s\nto\n%s", room, a.press, kept, now)
			}
		}
	}
	if log := w.Log(); strings.Contains(log, "Odile") || strings.Contains(log, "Bert") || strings.Contains(log, "Noor") {
		t.Errorf("a name stands in the log:\n%s", log)
	}
}

// logged tells whether a line of the log says who was refused what.
func logged(line, member, act, on string) bool {
	return strings.Contains(line, "the office refused somebody") && strings.Contains(line, "member="+member+" ") &&
		(strings.Contains(line, `act="`+act+`"`) || strings.Contains(line, "act="+act+" ")) && strings.HasSuffix(line, " on="+on+"\n")
}

// held is what the rooms keep.
func held(t *testing.T, w *officetest.World) (all []string) {
	t.Helper()
	for _, table := range []string{meeting.Meetings, push.Table, push.Marks, thread.Ends, thread.Calls, register.Hours, "digests", "nudges", "events"} {
		entries, err := w.Store.Entries(w.Ctx(), table)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			line := []string{table, e.ID}
			for name, value := range e.Fields {
				line = append(line, name+"="+value)
			}
			slices.Sort(line[2:])
			all = append(all, strings.Join(line, " "))
		}
	}
	return all
}
