package registry

import (
	"strconv"

	"visesbot/bot/cohort"
	"visesbot/bot/office"
	"visesbot/flows"
)

// sums are how many enterprises were aimed at and reached, by pool and by
// partner.
func sums(v *office.Visit) (lines []flows.Line) {
	entries := registered(v)
	for _, pool := range cohort.Pools() {
		s := cohort.SumUp(entries, pool)
		if s == (cohort.Sum{}) {
			continue
		}
		lines = append(lines, flows.Line{Style: flows.Body, Text: v.Word("register.pool", "pool", v.Word("register.pool."+pool),
			"target", strconv.Itoa(s.Target), "realised", strconv.Itoa(s.Realised), "enterprises", strconv.Itoa(s.Enterprises))})
	}
	for _, t := range v.Programme.All(cohort.Targets) {
		realised := t.Fields["realised"]
		if realised == "" {
			realised = "–"
		}
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: v.Word("register.partner",
			"partner", v.Programme.Name(cohort.Partners, t.Fields["partner"]), "pool", v.Word("register.pool."+t.Fields["pool"]),
			"target", t.Fields["target"], "realised", realised)})
	}
	return lines
}
