package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"visesbot/bot/register"
)

func newProgrammeShowCommand(e *env) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "show",
		Short: "Show who takes part",
		Long: `Shows what is in the register: how many of each, how many enterprises were aimed
at and reached in each pool and by each partner (target/realised), the federations,
the cohorts, and the hours of individual guidance. With --json all of it. It works
while the bot runs.`,
		Example: "  visesbot programme show\n  visesbot programme show --json",
		Args:    noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			return atDesk(c.Context(), e, func(d desk) error {
				entries, err := d.entries(c.Context(), "")
				if err != nil {
					return err
				}
				return writeProgramme(e.out, entries, asJSON)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "all entries, as JSON")
	return c
}

func writeProgramme(out io.Writer, entries []register.Entry, asJSON bool) error {
	if asJSON {
		w := json.NewEncoder(out)
		w.SetIndent("", "  ")
		return w.Encode(append([]register.Entry{}, entries...))
	}
	if len(entries) == 0 {
		_, err := fmt.Fprintln(out, "The register is empty: visesbot programme template programme.xlsx writes the file to fill in.")
		return err
	}
	count := map[string]int{}
	for _, x := range entries {
		count[x.Table]++
	}
	fmt.Fprintf(out, "%s, %s, %s, %s\n",
		howMany(count[register.Partners], "partner", "partners"), howMany(count[register.Cohorts], "cohort", "cohorts"),
		howMany(count[register.Enterprises], "enterprise", "enterprises"), howMany(count[register.People], "person", "people"))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	writePools(w, entries)
	p := register.Of(entries)
	writeTargets(w, p)
	writeFederations(w, p)
	writeCohorts(w, entries)
	writeHours(w, p)
	return w.Flush()
}

func writePools(w io.Writer, entries []register.Entry) {
	fmt.Fprintln(w, "\nPOOL\tTARGET\tREALISED\tENTERPRISES")
	for _, pool := range register.Pools() {
		s := register.SumUp(entries, pool)
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\n", pool, s.Target, s.Realised, s.Enterprises)
	}
}

func writeCohorts(w io.Writer, entries []register.Entry) {
	fmt.Fprintln(w, "\nCOHORT\tNAME\tLANGUAGES\tACCOMPANISTS\tENTERPRISES")
	for _, x := range entries {
		if x.Table == register.Cohorts {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", x.ID, x.Fields["name"], inWords(x, "languages"), inWords(x, "accompanists"), inWords(x, "enterprises"))
		}
	}
}

func inWords(x register.Entry, field string) string {
	return cmp.Or(strings.Join(x.List(field), ", "), "-")
}
