package push

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/bot/register"
	"visesbot/flows/form"
)

// Fewest is how many people have to have answered a check before its result is
// shown: of fewer, it would be known who answered what.
const Fewest = 3

// The stages of a push.
const (
	Planned   = "planned"
	Withdrawn = "withdrawn"
	Going     = "going" // some are not told yet
	Told      = "told"  // the platforms took it, or refused it, for everybody
)

// Receipt is what became of a push: counts, and nobody's name or answer.
type Receipt struct {
	ID      string    `json:"id"`
	Module  string    `json:"module"`
	Stage   string    `json:"stage"`
	At      time.Time `json:"at"`
	Text    form.Text `json:"text,omitzero"` // of a message, which has no module
	Note    string    `json:"note,omitempty"`
	Content string    `json:"content,omitempty"` // version of the content when it was given
	Hash    string    `json:"hash,omitempty"`    // of the module
	Rounds  int       `json:"rounds"`            // how often it was offered
	Tally
	Enterprises []Row     `json:"enterprises"`
	Versions    []Version `json:"versions"` // what those who opened it saw
	Checks      []Check   `json:"checks"`
}

// Tally counts people.
type Tally struct {
	People    int `json:"people"`
	Delivered int `json:"delivered"`
	Missed    int `json:"unreached"` // refused by the platform, or blocked
	Started   int `json:"started"`
	Finished  int `json:"finished"`
}

// Row is the tally of one enterprise.
type Row struct {
	Enterprise string `json:"enterprise"`
	Tally
}

// Version is one wording of the module, and who saw it.
type Version struct {
	Hash        string   `json:"hash"`
	Content     string   `json:"content"`
	People      int      `json:"people"`
	Enterprises []string `json:"enterprises"`
}

// Check is how a check was answered the first time.
type Check struct {
	Block   string `json:"block"`
	Answers int    `json:"answers"`
	Wrong   int    `json:"wrong"`
	Most    string `json:"most,omitempty"` // the wrong option chosen most
}

// Shown tells whether enough people answered.
func (c Check) Shown() bool { return c.Answers >= Fewest }

// Waiting is how many have not opened it; of a message, how many it has not
// reached.
func (r Receipt) Waiting() int {
	if r.Module == "" {
		return r.People - r.Delivered
	}
	return r.People - r.Started
}

// Same tells whether all who opened it saw the same.
func (r Receipt) Same() bool { return len(r.Versions) <= 1 }

// NewReceipt makes the receipt of an order out of its marks, which are entries
// of [Marks].
func NewReceipt(o Order, entries []register.Entry) Receipt {
	m := marksOf(o.ID, entries)
	r := Receipt{
		ID: o.ID, Module: o.Module, Text: o.Say, At: o.At, Note: o.Note, Content: o.Content, Hash: o.Hash, Rounds: m.rounds(),
		Enterprises: []Row{}, Versions: versionsOf(m), Checks: checksOf(m),
	}
	rows := map[string]*Row{}
	for _, f := range m.people() {
		row := rows[f["enterprise"]]
		if row == nil {
			row = &Row{Enterprise: f["enterprise"]}
			rows[row.Enterprise] = row
		}
		row.count(f)
		r.count(f)
	}
	for _, id := range slices.Sorted(maps.Keys(rows)) {
		r.Enterprises = append(r.Enterprises, *rows[id])
	}
	r.Stage = stageOf(m, r.Tally)
	return r
}

func stageOf(m marks, t Tally) string {
	switch {
	case m[markBegun] == nil && m[markWithdrawn] != nil:
		return Withdrawn
	case m[markBegun] == nil:
		return Planned
	case t.Delivered+t.Missed < t.People:
		return Going
	}
	return Told
}

// count counts one person: who opened it got it.
func (t *Tally) count(f map[string]string) {
	t.People++
	started := !missed(f)
	switch {
	case f["delivered"] != "" || started:
		t.Delivered++
	case f["cause"] != "":
		t.Missed++
	}
	if started {
		t.Started++
	}
	if f["finished"] != "" {
		t.Finished++
	}
}

// versionsOf are the wordings that were opened, the most frequent first.
func versionsOf(m marks) []Version {
	by := map[string]*Version{}
	for _, f := range m.people() {
		if f["hash"] == "" {
			continue
		}
		v := by[f["hash"]]
		if v == nil {
			v = &Version{Hash: f["hash"], Content: f["version"]}
			by[v.Hash] = v
		}
		v.People++
		v.Content = max(v.Content, f["version"])
		if !slices.Contains(v.Enterprises, f["enterprise"]) {
			v.Enterprises = append(v.Enterprises, f["enterprise"])
		}
	}
	all := []Version{}
	for _, v := range by {
		slices.Sort(v.Enterprises)
		all = append(all, *v)
	}
	slices.SortFunc(all, func(a, b Version) int {
		return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(a.Hash, b.Hash))
	})
	return all
}

func checksOf(m marks) []Check {
	by := map[string]*Check{}
	chosen := map[string]map[string]int{}
	for name, f := range m {
		rest, ok := strings.CutPrefix(name, markQuiz)
		if !ok {
			continue
		}
		block, _, _ := strings.Cut(rest, "/")
		if by[block] == nil {
			by[block], chosen[block] = &Check{Block: block}, map[string]int{}
		}
		by[block].Answers++
		if f["right"] == "yes" {
			continue
		}
		by[block].Wrong++
		for _, o := range (register.Entry{Fields: f}).List("wrong") {
			chosen[block][o]++
		}
	}
	all := []Check{}
	for _, block := range slices.Sorted(maps.Keys(by)) {
		by[block].Most = mostOf(chosen[block])
		all = append(all, by[block].veiled())
	}
	return all
}

// veiled hides what would show what one person answered.
func (c Check) veiled() Check {
	if !c.Shown() {
		c.Wrong, c.Most = 0, ""
	}
	return c
}

// mostOf is the option with the highest count, the first of equal ones.
func mostOf(count map[string]int) (most string) {
	for _, option := range slices.Sorted(maps.Keys(count)) {
		if most == "" || count[option] > count[most] {
			most = option
		}
	}
	return most
}

// of writes "3/12".
func of(n, all int) string { return strconv.Itoa(n) + "/" + strconv.Itoa(all) }
