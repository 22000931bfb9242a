package register

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Sheet is a table as it was written down.
type Sheet struct {
	Table  string
	Header []string
	Rows   [][]string // the first is row 2
	// Formulas are the cells that hold a formula, by row (from 2) and column
	// (from 0): what they show may be out of date.
	Formulas map[[2]int]bool
}

// IDForm is what an id may be, as a regular expression: it stands in addresses
// and in keys.
const IDForm = `^[a-z0-9][a-z0-9-]{0,39}$`

// Read makes entries of sheets, and tells everything that is wrong with them,
// in the order of the tables and rows. What a row refers to has to be in the
// sheets or in the register already. With problems that are no warnings the
// entries must not be used.
func Read(register []Entry, sheets ...Sheet) ([]Entry, []Problem) {
	r := &reader{id: regexp.MustCompile(IDForm), rows: map[key]int{}, told: map[spot]bool{}, known: map[key]Entry{}}
	for _, e := range register {
		r.known[key{e.Table, e.ID}] = e
	}
	for _, s := range sheets {
		r.sheet(s)
	}
	for i, e := range r.entries {
		r.refers(e, r.at[i])
	}
	r.cohorts()
	r.twins()
	return r.entries, ordered(r.problems)
}

type reader struct {
	id       *regexp.Regexp
	known    map[key]Entry // of the register and the sheets
	rows     map[key]int   // of the sheets
	entries  []Entry
	at       []int // the row of each entry
	problems []Problem
	told     map[spot]bool // cells with a problem
}

// spot is a cell of a table.
type spot struct {
	table  string
	row    int
	column string
}

func (r *reader) wrong(table string, row int, column, key string, pairs ...string) {
	r.told[spot{table, row, column}] = true
	r.problems = append(r.problems, Problem{Table: table, Row: row, Column: column, Flaw: flaw(key, pairs...)})
}

func (r *reader) warn(table string, row int, column, key string, pairs ...string) {
	r.problems = append(r.problems, Problem{table, row, column, flaw(key, pairs...), true})
}

func (r *reader) sheet(s Sheet) {
	t, ok := Find(s.Table)
	if !ok {
		r.wrong(s.Table, 0, "", "table", "tables", TableNames())
		return
	}
	columns, ok := r.header(t, s.Header)
	if !ok {
		return
	}
	for i, cells := range s.Rows {
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			r.row(t, columns, i+2, cells, s.Formulas)
		}
	}
}

// header finds the column of each cell.
func (r *reader) header(t Table, header []string) ([]Column, bool) {
	sound := true
	var columns []Column
	for _, cell := range header {
		c, ok := t.Column(cell)
		if !ok && strings.TrimSpace(cell) != "" {
			r.warn(t.Name, 1, cell, "column", "columns", strings.Join(names(t), ", "))
		}
		if ok && slices.ContainsFunc(columns, func(x Column) bool { return x.Name == c.Name }) {
			r.wrong(t.Name, 1, cell, "double")
			sound = false
		}
		columns = append(columns, c)
	}
	for _, c := range t.Columns {
		if c.Needed && !slices.ContainsFunc(columns, func(x Column) bool { return x.Name == c.Name }) {
			r.wrong(t.Name, 1, c.Name, "missing", "says", c.Says)
			sound = false
		}
	}
	return columns, sound
}

func names(t Table) (all []string) {
	for _, c := range t.Columns {
		all = append(all, c.Name)
	}
	return all
}

func (r *reader) row(t Table, columns []Column, n int, cells []string, formulas map[[2]int]bool) {
	e := Entry{Table: t.Name, Fields: map[string]string{}}
	for i, c := range columns {
		if c.Name == "" {
			continue
		}
		text := ""
		if i < len(cells) {
			text = cells[i]
		}
		if formulas[[2]int{n, i}] || strings.HasPrefix(strings.TrimSpace(text), "=") {
			r.wrong(t.Name, n, c.Name, "formula")
			continue
		}
		if v := r.cell(t, c, n, text); v != "" {
			e.Fields[c.Name] = v
		}
	}
	for _, c := range t.Columns {
		if c.Needed && e.Fields[c.Name] == "" && !r.toldOf(t.Name, n, c.Name) {
			r.wrong(t.Name, n, c.Name, "empty", "says", c.Says)
		}
	}
	r.add(t, r.stillLeft(t, columns, e), n)
}

// stillLeft gives an entry of somebody who takes no part any more, where the file
// does not speak of it: an older file lets nobody in again.
func (r *reader) stillLeft(t Table, columns []Column, e Entry) Entry {
	spoken := slices.ContainsFunc(columns, func(c Column) bool { return c.Name == Left })
	if before := r.known[key{t.Name, e.Fields["id"]}].Fields[Left]; t.Name == People && !spoken && before != "" {
		e.Fields[Left] = before
	}
	return e
}

func (r *reader) toldOf(table string, row int, column string) bool {
	return r.told[spot{table, row, column}]
}

// add takes a row in, unless there is one of its key.
func (r *reader) add(t Table, e Entry, n int) {
	var parts []string
	for _, k := range t.Key() {
		parts = append(parts, e.Fields[k])
	}
	e.ID = strings.Join(parts, "/")
	k := key{t.Name, e.ID}
	if before, again := r.rows[k]; again && e.ID != "" && e.ID != "/" {
		r.wrong(t.Name, n, t.Key()[0], "again", "value", e.ID, "row", strconv.Itoa(before))
		return
	}
	r.rows[k], r.known[k] = n, e
	r.entries, r.at = append(r.entries, e), append(r.at, n)
}

// cell reads a value in its normal form; empty when there is none, or a wrong
// one.
func (r *reader) cell(t Table, c Column, n int, text string) string {
	values := []string{strings.Join(strings.Fields(text), " ")}
	if c.List {
		values = parts(text)
	}
	for i, v := range values {
		if v == "" {
			continue
		}
		if values[i] = r.value(t, c, n, v); values[i] == "" {
			return ""
		}
	}
	return strings.Join(values, ";")
}

// parts are the values of a list.
func parts(text string) (all []string) {
	for _, v := range strings.FieldsFunc(text, func(x rune) bool { return x == ';' || x == ',' || x == '\n' }) {
		if v = strings.TrimSpace(v); v != "" {
			all = append(all, v)
		}
	}
	return all
}

func (r *reader) value(t Table, c Column, n int, v string) string {
	switch {
	case c.Name == "id" && !r.id.MatchString(v):
		r.wrong(t.Name, n, c.Name, "id", "value", v)
	case len(c.OneOf) > 0:
		if one, ok := meant(v, c.OneOf); ok {
			return one
		}
		r.wrong(t.Name, n, c.Name, "unknown", "value", v, "values", strings.Join(c.OneOf, ", "))
	case c.Number:
		return r.number(t, c, n, v)
	case len(v) > 200:
		r.wrong(t.Name, n, c.Name, "long")
	default:
		return v
	}
	return ""
}

// number reads a number; one that was not written as it is kept is told.
func (r *reader) number(t Table, c Column, n int, v string) string {
	normal, ok := readNumber(v, c.Parts)
	switch {
	case !ok && c.Parts:
		r.wrong(t.Name, n, c.Name, "amount", "value", v)
	case !ok:
		r.wrong(t.Name, n, c.Name, "number", "value", v)
	case strings.ContainsAny(v, "., ’'\u00a0\u202f") && normal != v:
		r.warn(t.Name, n, c.Name, "read", "value", v, "as", normal)
	}
	return normal
}

// refers wants everything that an entry refers to.
func (r *reader) refers(e Entry, n int) {
	t, _ := Find(e.Table)
	for _, c := range t.Columns {
		if c.Refers == "" {
			continue
		}
		for _, id := range parts(e.Fields[c.Name]) {
			if _, ok := r.known[key{c.Refers, id}]; !ok {
				r.wrong(e.Table, n, c.Name, "reference", "value", id, "table", c.Refers)
			}
		}
	}
	if e.Table == People {
		r.belongs(e, n)
	}
}

// belongs wants staff and delegates in an enterprise, and the others with a
// partner.
func (r *reader) belongs(e Entry, n int) {
	column := "partner"
	if role := e.Fields["role"]; role == "staff" || role == "delegate" {
		column = "enterprise"
	}
	if e.Fields["role"] != "" && e.Fields[column] == "" && !r.toldOf(People, n, column) {
		r.wrong(People, n, column, "belongs", "role", e.Fields["role"])
	}
}

// settled tells which cohort enterprises are in by the register, for cohorts
// that no sheet speaks of.
func (r *reader) settled() map[string]string {
	in := map[string]string{}
	for k, e := range r.known {
		if _, here := r.rows[k]; k.table != Cohorts || here {
			continue
		}
		for _, m := range parts(e.Fields["enterprises"]) {
			in[m] = e.ID
		}
	}
	return in
}

// twins warns of people who may be one and the same.
func (r *reader) twins() {
	seen := map[[3]string]string{}
	for i, e := range r.entries {
		k := [3]string{strings.ToLower(e.Fields["name"]), e.Fields["enterprise"], e.Fields["partner"]}
		if e.Table != People || k[0] == "" {
			continue
		}
		if other, again := seen[k]; again {
			r.warn(People, r.at[i], "name", "twin", "other", other)
		}
		seen[k] = e.ID
	}
}

// cohorts looks at the size of the cohorts, and at who is in two.
func (r *reader) cohorts() {
	in := r.settled() // by enterprise
	for i, e := range r.entries {
		if e.Table != Cohorts {
			continue
		}
		members := parts(e.Fields["enterprises"])
		if n := len(members); n < SmallestCohort || n > LargestCohort {
			r.warn(Cohorts, r.at[i], "enterprises", "size", "n", strconv.Itoa(n),
				"least", strconv.Itoa(SmallestCohort), "most", strconv.Itoa(LargestCohort))
		}
		for _, m := range members {
			if other, twice := in[m]; twice {
				r.wrong(Cohorts, r.at[i], "enterprises", "elsewhere", "value", m, "other", other)
			}
			in[m] = e.ID
		}
	}
}
