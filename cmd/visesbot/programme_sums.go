package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"visesbot/bot/cohort"
)

// writeTargets shows what each partner aimed at and reached, as 69/68.
func writeTargets(w io.Writer, p *cohort.Programme) {
	all := p.All(cohort.Targets)
	if len(all) == 0 {
		return
	}
	fmt.Fprintln(w, "\nPARTNER\tPOOL\tTARGET/REALISED")
	for _, t := range all {
		fmt.Fprintf(w, "%s\t%s\t%s/%s\n", p.Name(cohort.Partners, t.Fields["partner"]), t.Fields["pool"], t.Fields["target"], cmp.Or(t.Fields["realised"], "-"))
	}
}

// writeFederations shows which enterprises are in which federation, of which
// partner.
func writeFederations(w io.Writer, p *cohort.Programme) {
	all := slices.Clone(p.All(cohort.Federations))
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b cohort.Entry) int { return cmp.Compare(a.Fields["partner"], b.Fields["partner"]) })
	fmt.Fprintln(w, "\nPARTNER\tFEDERATION\tENTERPRISES")
	for _, f := range all {
		var members []string
		for _, e := range p.All(cohort.Enterprises) {
			if e.Fields["federation"] == f.ID {
				members = append(members, e.ID)
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", p.Name(cohort.Partners, f.Fields["partner"]), f.Fields["name"], cmp.Or(strings.Join(members, ", "), "-"))
	}
}

// writeHours shows the guidance that enterprises may have, have had, and have
// left.
func writeHours(w io.Writer, p *cohort.Programme) {
	had := map[string][]cohort.Entry{}
	for _, h := range p.All(cohort.Hours) {
		enterprise, _, _ := strings.Cut(h.ID, "/")
		had[enterprise] = append(had[enterprise], h)
	}
	head := "\nENTERPRISE\tHOURS\tUSED\tLEFT\n"
	for _, e := range p.All(cohort.Enterprises) {
		b := p.BudgetOf(e.ID, had[e.ID])
		if b == (cohort.Budget{}) {
			continue
		}
		fmt.Fprintf(w, "%s%s\t%s\t%s\t%s\n", head, e.ID, inHours(b.Given), inHours(b.Used), inHours(b.Left()))
		head = ""
	}
}

// inHours writes minutes as hours: 90 is 1.5.
func inHours(minutes int) string {
	return strings.TrimSuffix(strings.TrimSuffix(fmt.Sprintf("%.2f", float64(minutes)/60), "0"), ".0")
}
