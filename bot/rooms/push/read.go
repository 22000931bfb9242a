package push

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows/form"
)

// orders are all orders, the earliest first.
func orders(ctx context.Context, s register.Register) ([]Order, error) {
	entries, err := s.Entries(ctx, Table)
	if err != nil {
		return nil, fmt.Errorf("read the pushes: %w", err)
	}
	return Orders(entries), nil
}

// Orders reads entries of [Table], the earliest order first.
func Orders(entries []register.Entry) []Order {
	var all []Order
	for _, e := range entries {
		all = append(all, Read(e))
	}
	slices.SortStableFunc(all, func(a, b Order) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(a.ID, b.ID)) })
	return all
}

// marksIn reads the marks of an order.
func marksIn(v *office.Visit, o Order) ([]register.Entry, error) {
	all, err := v.Store().Below(v.Ctx, Marks, o.ID+"/")
	if err != nil {
		return nil, fmt.Errorf("read the marks of a push: %w", err)
	}
	return all, nil
}

func receiptOf(v *office.Visit, o Order) (Receipt, error) {
	all, err := marksIn(v, o)
	return NewReceipt(o, all), err
}

// names says for whom an order is, as people call them.
func names(v *office.Visit, o Order) string {
	var all []string
	for _, id := range o.Cohorts {
		all = append(all, v.Programme.Name(register.Cohorts, id))
	}
	for _, id := range o.Enterprises {
		all = append(all, v.Programme.Name(register.Enterprises, id))
	}
	if o.Everyone {
		all = append(all, v.Word("push.everyone"))
	}
	if len(o.To) > 0 {
		all = append(all, v.Word("push.some", "n", strconv.Itoa(len(o.To))))
	}
	text := listed(all)
	if o.Pool != "" {
		text = strings.TrimPrefix(text+" · "+v.Word("push.pool."+o.Pool), " · ")
	}
	return text
}

func day(v *office.Visit, t time.Time) string { return form.Day(t.In(v.Now().Location()), v.Lang) }

// when says a moment as the reader's clock does.
func when(v *office.Visit, t time.Time) string {
	return v.Word("push.at", "day", day(v, t), "hour", t.In(v.Now().Location()).Format("15:04"))
}
