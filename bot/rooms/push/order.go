package push

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
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
	Everyone    bool      // all who take part, whatever the register knows of them
	To          []string  // these conversations
	Roles       []string  // of them, only who has one of these; none: all who do not accompany
	At          time.Time // when it goes out; zero in a draft: at once
	Before      time.Time // when it was to go out before it was moved; zero: it was not
	Say         form.Text // the message, where there is no module
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
func (o Order) Entry() register.Entry {
	f := map[string]string{
		"id": o.ID, "module": o.Module, "cohorts": strings.Join(o.Cohorts, ";"), "enterprises": strings.Join(o.Enterprises, ";"),
		"pool": o.Pool, "at": written(o.At), "before": written(o.Before), "note": o.Note, "lang": o.Lang, "by": o.By, "address": o.Address,
		"state": o.State, "content": o.Content, "hash": o.Hash, "everyone": yes(o.Everyone), "to": strings.Join(o.To, ";"),
		"roles": strings.Join(o.Roles, ";"), "say_fr": o.Say.FR, "say_nl": o.Say.NL, "say_en": o.Say.EN,
	}
	for name, value := range f {
		if value == "" {
			delete(f, name)
		}
	}
	return register.Entry{Table: Table, ID: o.ID, Fields: f}
}

// Read reads an order.
func Read(e register.Entry) Order {
	return Order{
		ID: e.ID, Module: e.Fields["module"], Cohorts: e.List("cohorts"), Enterprises: e.List("enterprises"),
		Pool: e.Fields["pool"], At: moment(e.Fields["at"]), Before: moment(e.Fields["before"]), Note: e.Fields["note"], Lang: e.Fields["lang"],
		By: e.Fields["by"], Address: e.Fields["address"], State: e.Fields["state"],
		Content: e.Fields["content"], Hash: e.Fields["hash"], Everyone: e.Fields["everyone"] != "", To: e.List("to"), Roles: e.List("roles"),
		Say: form.Text{FR: e.Fields["say_fr"], NL: e.Fields["say_nl"], EN: e.Fields["say_en"]},
	}
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// note is what the phones are told.
func (o Order) note() flows.Note {
	f := map[string]string{flows.FieldPush: o.ID}
	if o.Note != "" {
		f[flows.FieldNote], f[flows.FieldLang] = o.Note, o.Lang
	}
	return flows.Note{Kind: flows.NotePushed, Text: o.Module, Say: o.Say, Fields: f}
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
