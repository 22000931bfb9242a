package importer

import (
	"strconv"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// sums are how many enterprises were aimed at and reached, by pool and by
// partner.
func sums(v *office.Visit) (lines []flows.Line) {
	entries := registered(v)
	for _, pool := range register.Pools() {
		s := register.SumUp(entries, pool)
		if s == (register.Sum{}) {
			continue
		}
		lines = append(lines, flows.Line{Style: flows.Body, Text: v.Word("register.pool", "pool", v.Word("register.pool."+pool),
			"target", strconv.Itoa(s.Target), "realised", strconv.Itoa(s.Realised), "enterprises", strconv.Itoa(s.Enterprises))})
	}
	for _, t := range v.Programme.All(register.Targets) {
		realised := t.Fields["realised"]
		if realised == "" {
			realised = "–"
		}
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: v.Word("register.partner",
			"partner", v.Programme.Name(register.Partners, t.Fields["partner"]), "pool", v.Word("register.pool."+t.Fields["pool"]),
			"target", t.Fields["target"], "realised", realised)})
	}
	return lines
}
