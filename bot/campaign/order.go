package campaign

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/cohort"
	"visesbot/flows"
)

// Table is the table of orders, by ID; [Marks] is that of what became of them.
// An order is written by whoever gives it or moves it, marks only in the mailbox of the push
// (but for the mark of a withdrawal).
const (
	Table = "pushes"
	Marks = "pushmarks"
)

// The states of an order.
const (
	Draft   = "draft"   // being written
	Sent    = "sent"    // given: it goes out at its moment
	Dropped = "dropped" // given up before it was given
)

// Order is a push as it is asked for.
type Order struct {
	ID          string
	Module      string
	Cohorts     []string
	Enterprises []string  // besides those of the cohorts
	Pool        string    // only enterprises of this one; empty: of all
	At          time.Time // when it goes out; zero in a draft: at once
	Before      time.Time // when it was to go out before it was moved; zero: it was not
	Note        string    // a few words to those who get it
	Lang        string    // of the note
	By          string    // member; empty: the command line
	Address     string    // of the conversation with the receipt
	State       string
	Content     string // version of the content, and hash of the module, when it was given
	Hash        string
}

// IDForm is what a push may be called.
const IDForm = `^[A-Za-z0-9_-]{1,32}$`

// Named tells whether an order may be called so.
func Named(id string) bool { return regexp.MustCompile(IDForm).MatchString(id) }

// Entry is the order as the register keeps it.
func (o Order) Entry() cohort.Entry {
	f := map[string]string{
		"id": o.ID, "module": o.Module, "cohorts": strings.Join(o.Cohorts, ";"), "enterprises": strings.Join(o.Enterprises, ";"),
		"pool": o.Pool, "at": written(o.At), "before": written(o.Before), "note": o.Note, "lang": o.Lang, "by": o.By, "address": o.Address,
		"state": o.State, "content": o.Content, "hash": o.Hash,
	}
	for name, value := range f {
		if value == "" {
			delete(f, name)
		}
	}
	return cohort.Entry{Table: Table, ID: o.ID, Fields: f}
}

// Read reads an order.
func Read(e cohort.Entry) Order {
	return Order{
		ID: e.ID, Module: e.Fields["module"], Cohorts: e.List("cohorts"), Enterprises: e.List("enterprises"),
		Pool: e.Fields["pool"], At: moment(e.Fields["at"]), Before: moment(e.Fields["before"]), Note: e.Fields["note"], Lang: e.Fields["lang"],
		By: e.Fields["by"], Address: e.Fields["address"], State: e.Fields["state"],
		Content: e.Fields["content"], Hash: e.Fields["hash"],
	}
}

// Targets are the enterprises it goes to, as the register is now, each once.
func (o Order) Targets(p *cohort.Programme) []string {
	var all []string
	for _, id := range o.Cohorts {
		c, _ := p.Find(cohort.Cohorts, id)
		all = append(all, c.List("enterprises")...)
	}
	all = append(all, o.Enterprises...)
	if o.Pool != "" && len(all) == 0 {
		for _, e := range p.All(cohort.Enterprises) {
			all = append(all, e.ID)
		}
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(id string) bool {
		e, _ := p.Find(cohort.Enterprises, id)
		return o.Pool != "" && e.Fields["pool"] != o.Pool
	})
}

// note is what the phones are told.
func (o Order) note() flows.Note {
	f := map[string]string{flows.FieldPush: o.ID}
	if o.Note != "" {
		f[flows.FieldNote], f[flows.FieldLang] = o.Note, o.Lang
	}
	return flows.Note{Kind: flows.NotePushed, Text: o.Module, Fields: f}
}

func (o Order) box() bot.Address { return bot.Address(flows.PushBox(o.ID)) }

func written(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func moment(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t
}

// key names something by one word that may stand in a mailbox or an entry.
func key(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
