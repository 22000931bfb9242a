package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"visesbot/bot"
	"visesbot/bot/rooms/push"
)

func newPushListCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List what was pushed",
		Long: `Lists the modules and messages that were pushed, here or by trainers, the newest
last: for whom, when, and how many got it, opened it and finished it. It works
while the bot runs.`,
		Example: "  visesbot push list",
		Args:    noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			return atDesk(c.Context(), e, func(d desk) error {
				all, err := receipts(c, d)
				if err != nil {
					return err
				}
				return writePushes(e.out, all)
			})
		},
	}
}

func newPushShowCommand(e *env) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Show the receipt of a push",
		Long: `Shows what became of a module or message that was pushed: how many got it, opened it and
finished it, by enterprise; which version they saw; and, of each check that enough
people answered, how many misunderstood it. Nobody's answer is in it.`,
		Example: "  visesbot push show M1-20270301-a1b2c3\n  visesbot push show M1-20270301-a1b2c3 --json",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misuse(c, fmt.Errorf("name one push: see visesbot push list"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return atDesk(c.Context(), e, func(d desk) error {
				all, err := receipts(c, d)
				if err != nil {
					return err
				}
				i := slices.IndexFunc(all, func(p pushed) bool { return p.receipt.ID == args[0] })
				if i < 0 {
					return ofPush(args[0], bot.ErrNotFound)
				}
				return writeReceipt(e.out, all[i], asJSON)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "all of it, as JSON")
	return c
}

// pushed is an order that was given, and what became of it.
type pushed struct {
	order   push.Order
	receipt push.Receipt
}

func receipts(c *cobra.Command, d desk) (all []pushed, err error) {
	entries, err := d.entries(c.Context(), push.Table)
	if err != nil {
		return nil, err
	}
	marks, err := d.entries(c.Context(), push.Marks)
	for _, o := range push.Orders(entries) {
		if o.State == push.Sent {
			all = append(all, pushed{o, push.NewReceipt(o, marks)})
		}
	}
	return all, err
}

func (p pushed) to() string {
	o := p.order
	text := strings.Join(slices.Concat(o.Cohorts, o.Enterprises), ",")
	switch {
	case o.Everyone:
		text = "everyone"
	case len(o.To) > 0:
		text = strings.TrimPrefix(fmt.Sprintf("%s,%d addresses", text, len(o.To)), ",")
	case o.Pool != "":
		text = strings.TrimPrefix(text+" of "+o.Pool, " of ")
	}
	if len(o.Roles) > 0 {
		text += " (" + strings.Join(o.Roles, ",") + ")"
	}
	return text
}

// what is sent: the module, or a message.
func (p pushed) what() string { return cmp.Or(p.order.Module, "message") }

func (p pushed) at() string {
	at, err := inBrussels(p.order.At)
	if err != nil {
		at = p.order.At
	}
	return at.Format("2006-01-02 15:04")
}

func writePushes(out io.Writer, all []pushed) error {
	if len(all) == 0 {
		_, err := fmt.Fprintln(out, "Nothing was pushed: visesbot push M1 --cohort ID does.")
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ID\tMODULE\tTO\tAT\tSTAGE\tPEOPLE\tGOT\tOPENED\tFINISHED")
	for _, p := range all {
		r := p.receipt
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%d\t%d\t%d\t%d\n", r.ID, p.what(), p.to(), p.at(), r.Stage, r.People, r.Delivered, r.Started, r.Finished)
	}
	return w.Flush()
}

func writeReceipt(out io.Writer, p pushed, asJSON bool) error {
	r := p.receipt
	if asJSON {
		w := json.NewEncoder(out)
		w.SetIndent("", "  ")
		return w.Encode(r)
	}
	fmt.Fprintf(out, "%s: %s to %s, %s (%s)\n", r.ID, p.what(), p.to(), p.at(), r.Stage)
	fmt.Fprintf(out, "content %s, hash %s\n", cmp.Or(r.Content, "-"), cmp.Or(r.Hash, "-"))
	if p.order.Message() {
		fmt.Fprintf(out, "fr: %s\nnl: %s\nen: %s\n", r.Text.FR, r.Text.NL, r.Text.EN)
	}
	if !r.Same() {
		fmt.Fprintln(out, "the content changed meanwhile; those who opened it saw:")
		for _, v := range r.Versions {
			fmt.Fprintf(out, "  hash %s: %d people (%s)\n", v.Hash, v.People, strings.Join(v.Enterprises, ", "))
		}
	}
	fmt.Fprintf(out, "%d people, %d got it, %d not reached, %d opened it, %d finished it\n", r.People, r.Delivered, r.Missed, r.Started, r.Finished)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	if len(r.Enterprises) > 0 {
		fmt.Fprintln(w, "\nENTERPRISE\tPEOPLE\tGOT\tOPENED\tFINISHED")
	}
	for _, row := range r.Enterprises {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\n", row.Enterprise, row.People, row.Delivered, row.Started, row.Finished)
	}
	writeChecks(w, r)
	return w.Flush()
}

func writeChecks(w io.Writer, r push.Receipt) {
	shown := slices.DeleteFunc(slices.Clone(r.Checks), func(c push.Check) bool { return !c.Shown() })
	if len(shown) > 0 {
		fmt.Fprintln(w, "\nCHECK\tANSWERS\tWRONG\tMOST OFTEN")
	}
	for _, c := range shown {
		fmt.Fprintf(w, "%s\t%d\t%d\t%s\n", c.Block, c.Answers, c.Wrong, cmp.Or(c.Most, "-"))
	}
}
