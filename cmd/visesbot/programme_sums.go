package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"visesbot/bot/register"
)

// writeTargets shows what each partner aimed at and reached, as 69/68.
func writeTargets(w io.Writer, p *register.Programme) {
	all := p.All(register.Targets)
	if len(all) == 0 {
		return
	}
	fmt.Fprintln(w, "\nPARTNER\tPOOL\tTARGET/REALISED")
	for _, t := range all {
		fmt.Fprintf(w, "%s\t%s\t%s/%s\n", p.Name(register.Partners, t.Fields["partner"]), t.Fields["pool"], t.Fields["target"], cmp.Or(t.Fields["realised"], "-"))
	}
}

// writeFederations shows which enterprises are in which federation, of which
// partner.
func writeFederations(w io.Writer, p *register.Programme) {
	all := slices.Clone(p.All(register.Federations))
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b register.Entry) int { return cmp.Compare(a.Fields["partner"], b.Fields["partner"]) })
	fmt.Fprintln(w, "\nPARTNER\tFEDERATION\tENTERPRISES")
	for _, f := range all {
		var members []string
		for _, e := range p.All(register.Enterprises) {
			if e.Fields["federation"] == f.ID {
				members = append(members, e.ID)
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", p.Name(register.Partners, f.Fields["partner"]), f.Fields["name"], cmp.Or(strings.Join(members, ", "), "-"))
	}
}

// writeHours shows the guidance that enterprises may have, have had, and have
// left.
func writeHours(w io.Writer, p *register.Programme) {
	had := map[string][]register.Entry{}
	for _, h := range p.All(register.Hours) {
		enterprise, _, _ := strings.Cut(h.ID, "/")
		had[enterprise] = append(had[enterprise], h)
	}
	head := "\nENTERPRISE\tHOURS\tUSED\tLEFT\n"
	for _, e := range p.All(register.Enterprises) {
		b := p.BudgetOf(e.ID, had[e.ID])
		if b == (register.Budget{}) {
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
