package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"visesbot/bot"
)

func newJobsCommand(e *env) *cobra.Command {
	return group(&cobra.Command{
		Use:   "jobs",
		Short: "Look at what is to be done, and at what was given up",
		Example: "  visesbot jobs list --dead\n" +
			"  visesbot jobs retry 3f9c0a17b2de",
	}, newJobsListCommand(e), newJobsRetryCommand(e))
}

func newJobsListCommand(e *env) *cobra.Command {
	var dead, asJSON bool
	var limit int
	c := &cobra.Command{
		Use:   "list",
		Short: "List the jobs that wait, or those that were given up",
		Long: `Lists the jobs of all conversations, those due first first: the ones that wait,
or with --dead the ones that were given up. It does not say who they are for,
nor what anybody wrote. It works while the bot runs.`,
		Example: "  visesbot jobs list --dead\n  visesbot jobs list --dead --json",
		Args:    noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			if limit < 1 {
				return misuse(c, errors.New("--limit is a number from 1"))
			}
			return atDesk(c.Context(), e, func(d desk) error {
				jobs, err := d.jobs(c.Context(), dead, limit)
				if err != nil {
					return err
				}
				return writeJobs(e.out, jobs, asJSON)
			})
		},
	}
	c.Flags().BoolVar(&dead, "dead", false, "those that were given up")
	c.Flags().IntVar(&limit, "limit", 100, "at most so many, `N`")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func writeJobs(out io.Writer, jobs []bot.Listed, asJSON bool) error {
	if asJSON {
		if jobs == nil {
			jobs = []bot.Listed{}
		}
		w := json.NewEncoder(out)
		w.SetIndent("", "  ")
		return w.Encode(jobs)
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tKIND\tCHANNEL\tDUE\tATTEMPTS\tERROR")
	for _, j := range jobs {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%d\t%s\n", j.ID, j.Kind, j.Channel, j.Due.UTC().Format(time.RFC3339), j.Attempts, oneLine(j.Error))
	}
	return w.Flush()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func newJobsRetryCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "retry ID...",
		Short:   "Let jobs that were given up be done again",
		Long:    "Lets jobs that were given up be done again, as if for the first time, each in its\nold place in its conversation. The ids are those of jobs list --dead.",
		Example: "  visesbot jobs retry 3f9c0a17b2de",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misuse(c, errors.New("say which job: an ID of visesbot jobs list --dead"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return atDesk(c.Context(), e, func(d desk) error {
				for _, id := range args {
					err := d.retry(c.Context(), id)
					if errors.Is(err, bot.ErrNotFound) {
						return fmt.Errorf("no job that was given up is called %q: see visesbot jobs list --dead", id)
					}
					if err != nil {
						return err
					}
					fmt.Fprintf(e.out, "%s is done again\n", id)
				}
				return nil
			})
		},
	}
}
