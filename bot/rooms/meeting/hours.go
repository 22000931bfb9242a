package meeting

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// maxMinutes is the longest guidance of one day.
const maxMinutes = 24 * 60

// readMinutes reads 90, 1h30, 1u30 and 1:30.
func readMinutes(text string) (int, bool) {
	text = strings.NewReplacer("h", ":", "u", ":", " ", "").Replace(strings.ToLower(strings.TrimSpace(text)))
	before, after, isClock := strings.Cut(text, ":")
	n, err := strconv.Atoi(before)
	if isClock {
		rest, wrong := strconv.Atoi("0" + after)
		if wrong != nil || rest > 59 {
			return 0, false
		}
		n = 60*n + rest
	}
	return n, err == nil && n > 0 && n <= maxMinutes
}

// spell writes minutes as people say them.
func spell(v *office.Visit, minutes int) string {
	sign := ""
	if minutes < 0 {
		sign, minutes = "−", -minutes
	}
	return sign + v.Word("meet.duration", "hours", count(minutes/60), "minutes", strconv.Itoa(100 + minutes%60)[1:])
}

func wrongMinutes(v *office.Visit, press string) error {
	v.Tell(v.Word("meet.hours.wrong"), []flows.Button{{Label: v.Word("meet.hours"), Data: press, Kind: "form"}}, v.Home())
	return nil
}

// budget says what guidance an enterprise has had, and warns when it is more than
// was planned. Nothing is refused for it.
func budget(v *office.Visit, enterprise string) ([]flows.Line, error) {
	had, err := v.Store().Below(v.Ctx, register.Hours, enterprise+"/")
	if err != nil {
		return nil, err
	}
	b := v.Programme.BudgetOf(enterprise, had)
	lines := []flows.Line{{Style: flows.Body, Text: v.Word("meet.budget",
		"given", spell(v, b.Given), "used", spell(v, b.Used), "left", spell(v, b.Left()))}}
	if b.Left() < 0 {
		lines = append(lines, flows.Line{Style: flows.Body, Text: v.Word("meet.budget.over")})
	}
	return lines, nil
}

// hours keeps the time of an appointment.
func hours(v *office.Visit, m meeting, f map[string]string) error {
	if !m.alone() || m.State() == draft || m.State() == cancelled {
		return nil
	}
	m.Fields["state"] = held
	refresh(v, m, "new")
	return v.Keep(m.Entry, guided(m.Fields["enterprise"], m.ID, f, m.At))
}

// guided is the entry of one time of guidance.
func guided(enterprise, id string, f map[string]string, at time.Time) register.Entry {
	return register.Entry{Table: register.Hours, ID: enterprise + "/" + id, Fields: map[string]string{
		"minutes": f["minutes"], "at": at.UTC().Format(time.RFC3339), "by": f["member"], "note": f["note"], "kind": "individual",
	}}
}

// end closes a meeting: everybody in the room sees what was put aside, and what to
// do before the next time, of which they are reminded.
func end(v *office.Visit, m meeting, f map[string]string) error {
	if m.State() != planned {
		return nil
	}
	all, err := people(v, m)
	if err != nil {
		return err
	}
	lines, err := parked(v, m)
	if err != nil {
		return err
	}
	fields := map[string]string{"state": flows.MeetingClosed, "next": f["next"], "day": f["day"], "lang": f["lang"]}
	for i, e := range lines[:min(len(lines), 20)] {
		fields["park."+count(i)], fields["park."+count(i)+".lang"] = e.Fields["text"], e.Fields["lang"]
	}
	in := room(all)
	each(v, m, in, flows.Note{Kind: flows.NoteMeeting, Fields: fields, Appointment: m.Appointment(false)}, v.Now())
	if day, err := time.Parse(time.RFC3339, f["day"]); err == nil && f["next"] != "" {
		appoint(v, in, &flows.Appointment{
			ID: m.ID + "-next", At: day, Title: form.Text{FR: f["next"], NL: f["next"], EN: f["next"]},
		})
	}
	m.Fields = maps.Clone(m.Fields)
	m.Fields["state"], m.Fields["next"], m.Fields["day"] = held, f["next"], f["day"]
	refresh(v, m, "new")
	return v.Keep(m.Entry)
}
