package gathering

import (
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
)

// Plan is a form that asks for a gathering, with what stands already.
type Plan struct {
	bot.Form
	Now map[string]string
}

// Ask adds a field.
func (p *Plan) Ask(f bot.Field) {
	if now := p.Now[f.ID]; now != "" {
		f.Value = []string{now}
	}
	p.Fields = append(p.Fields, f)
}

// When works out when it is, from the day and the two times as they were written,
// and names the first thing that is wrong: date, time, order, past.
func When(v *office.Visit, f map[string]string) (wrong string) {
	delete(f, "at")
	delete(f, "end")
	day, ok := v.Day(f["date"])
	from, okFrom := office.Clock(f["from"])
	until, okUntil := office.Clock(f["until"])
	switch {
	case !ok:
		return "date"
	case !okFrom || !okUntil:
		return "time"
	}
	at, end := office.On(day, from), office.On(day, until)
	f["at"], f["end"] = at.UTC().Format(time.RFC3339), end.UTC().Format(time.RFC3339)
	switch {
	case !end.After(at):
		return "order"
	case !at.After(v.Now()):
		return "past"
	}
	return ""
}

// Where names what is wrong with the place and the link: where, link.
func Where(f map[string]string) (wrong string) {
	switch {
	case f["place"] == "" && f["link"] == "":
		return "where"
	case f["link"] != "" && !strings.HasPrefix(f["link"], "https://") && !strings.HasPrefix(f["link"], "http://"):
		return "link"
	}
	return ""
}
