package thread

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows/form"
)

// Calls is the table of calls for help: under ENTERPRISE/THREAD, with state (open
// or closed), question, by and since.
const Calls = "threads"

// Ends is the table of who takes part: under THREAD/ADDRESS, with the enterprise,
// the side, the member or the name, and of who asked: the place, the words, the
// files, and whether the answer is shown.
const Ends = "threads-ends"

// The states of a call.
const (
	Open   = "open"
	Closed = "closed"
)

// The sides of a thread.
const (
	ofEnterprise = "enterprise"
	ofPartner    = "partner"
)

// end is somebody who takes part in a thread.
type end struct{ register.Entry }

func (e end) address() bot.Address { return bot.Address(e.Fields["address"]) }
func (e end) partner() bool        { return e.Fields["side"] == ofPartner }

// newEnd makes an entry; pairs are further fields.
func newEnd(thread, enterprise, side string, at bot.Address, pairs ...string) end {
	fields := map[string]string{"address": string(at), "side": side, "enterprise": enterprise}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fields[pairs[i]] = pairs[i+1]
		}
	}
	return end{register.Entry{Table: Ends, ID: thread + "/" + string(at), Fields: fields}}
}

// talk is a thread as it stands.
type talk struct {
	id, enterprise string
	ends           []end
	call           register.Entry // without an ID: it is no call for help
}

// read finds a thread; false when there is none.
func read(v *office.Visit, id string) (t talk, ok bool, err error) {
	t.id, _, _ = strings.Cut(id, "-")
	entries, err := v.Store().Below(v.Ctx, Ends, t.id+"/")
	if err != nil {
		return t, false, fmt.Errorf("read a thread: %w", err)
	}
	for _, e := range entries {
		t.ends = append(t.ends, end{e})
		t.enterprise = e.Fields["enterprise"]
	}
	if len(t.ends) == 0 || t.id == "" {
		return t, false, nil
	}
	calls, err := v.Store().Below(v.Ctx, Calls, t.enterprise+"/"+t.id)
	if err != nil {
		return t, false, fmt.Errorf("read a call for help: %w", err)
	}
	for _, c := range calls {
		if c.ID == t.enterprise+"/"+t.id {
			t.call = c
		}
	}
	return t, true, nil
}

// at is the end of an address; false when it takes no part.
func (t talk) at(a bot.Address) (end, bool) {
	for _, e := range t.ends {
		if e.address() == a {
			return e, true
		}
	}
	return end{}, false
}

// mine is the visitor's end, as long as they have to do with the enterprise: whoever
// was removed or moved takes no part any more, whatever end they once had.
func (t talk) mine(v *office.Visit) (end, bool) {
	e, ok := t.at(v.Address)
	return e, ok && v.HasToDoWith(t.enterprise)
}

// asker is who asked for help; of what an accompanist began, nobody.
func (t talk) asker() end {
	for _, e := range t.ends {
		if !e.partner() && e.Fields["asked"] != "" {
			return e
		}
	}
	return end{}
}

// isCall tells whether it is a call for help, and whether that is open.
func (t talk) isCall() bool { return t.call.ID != "" }
func (t talk) open() bool   { return t.call.Fields["state"] == Open }

// mark gives a call a state. Whoever does so, and however often, it ends in the
// same.
func mark(v *office.Visit, t talk, state string) error {
	fields := map[string]string{"state": state}
	for _, name := range []string{"question", "by", "since"} {
		fields[name] = t.call.Fields[name]
	}
	return v.Keep(register.Entry{Table: Calls, ID: t.call.ID, Fields: fields})
}

// newCall is a call that begins now.
func newCall(v *office.Visit, t talk, question, by string) register.Entry {
	return register.Entry{Table: Calls, ID: t.enterprise + "/" + t.id, Fields: map[string]string{
		"state": Open, "question": question, "by": by, "since": v.Now().UTC().Format(time.RFC3339),
	}}
}

// written keeps in a field which files were sent.
func written(files []form.File) (string, error) {
	if len(files) == 0 {
		return "", nil
	}
	raw, err := json.Marshal(files)
	return string(raw), err
}

// files are those that were sent with the call; what cannot be read is none.
func (e end) files() (all []form.File) {
	if json.Unmarshal([]byte(e.Fields["files"]), &all) != nil {
		return nil
	}
	return all
}

// name is what somebody at an end is called.
func (e end) name(v *office.Visit) string {
	if m := e.Fields["member"]; m != "" && (e.partner() || e.Fields["name"] == "") {
		return v.Programme.Name(register.People, m)
	}
	return cmp.Or(e.Fields["name"], v.Programme.Name(register.Enterprises, e.Fields["enterprise"]))
}
