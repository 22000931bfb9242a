package register

import "strings"

// The tables of a register, in the order in which they refer to each other.
const (
	Partners    = "partners"
	Targets     = "targets"
	Federations = "federations"
	Enterprises = "enterprises"
	People      = "people"
	Cohorts     = "cohorts"
)

// Left is the column of [People] that says "yes" of who takes no part any more:
// nothing is open to them, whatever else the register says.
const Left = "left"

// The least and the most enterprises of a cohort.
const (
	SmallestCohort = 5
	LargestCohort  = 10
)

// Table says what the rows of a table hold.
type Table struct {
	Name    string
	Columns []Column
}

// Column is one column of a table.
type Column struct {
	Name   string
	Needed bool
	List   bool     // several values, with ; between them
	OneOf  []string // the only values, if there are any
	Refers string   // the table whose IDs are the only values
	Number bool     // a number from 0, whole unless Parts
	Parts  bool     // halves and other parts of it are taken too
	Says   string   // what it holds, for who fills it in
}

// Key names the columns that tell one row from another.
func (t Table) Key() []string {
	if t.Name == Targets {
		return []string{"partner", "pool"}
	}
	return []string{"id"}
}

// Column finds a column by its heading, in English, French or Dutch.
func (t Table) Column(heading string) (Column, bool) {
	for _, c := range t.Columns {
		if c.Heads(heading) {
			return c, true
		}
	}
	return Column{}, false
}

// Heads tells whether a heading is that of this column, in English, French or
// Dutch.
func (c Column) Heads(heading string) bool { return means(heading, c.Name) }

// Find gives the table of a name, in English, French or Dutch.
func Find(name string) (Table, bool) {
	for _, t := range Tables() {
		if means(name, t.Name) {
			return t, true
		}
	}
	return Table{}, false
}

// Roles are what a person can be in a programme.
func Roles() []string {
	return []string{"staff", "delegate", "accompanist", "trainer", "researcher", "coordinator", "financier"}
}

// Pools are the pools of enterprises, by the purpose they have in society.
func Pools() []string { return []string{"wi", "solidarity", "other"} }

// Tables gives all tables, and what each column is for.
func Tables() []Table {
	id := Column{Name: "id", Needed: true, Says: "small letters, digits and -, for ever the same"}
	name := Column{Name: "name", Needed: true, Says: "as people call it"}
	country := Column{Name: "country", Needed: true, OneOf: []string{"BE", "FR"}, Says: "BE or FR"}
	language := Column{Name: "language", Needed: true, OneOf: []string{"fr", "nl", "en"}, Says: "fr, nl or en"}
	pool := Column{Name: "pool", Needed: true, OneOf: Pools(), Says: "wi (work integration), solidarity or other"}
	return []Table{
		{Partners, []Column{
			id, name, country,
			{Name: "language", OneOf: []string{"fr", "nl", "en"}, Says: "fr, nl or en"},
			{Name: "status", Needed: true, OneOf: []string{"operator", "associated"}, Says: "operator or associated"},
			{Name: "kind", OneOf: []string{"research", "network", "federation", "financier", "enterprise"}, Says: "research, network, federation, financier or enterprise"},
			{Name: "pools", List: true, OneOf: Pools(), Says: "none, one or several, with ; between them"},
		}},
		{Targets, []Column{
			{Name: "partner", Needed: true, Refers: Partners, Says: "id of a partner"},
			pool,
			{Name: "target", Needed: true, Number: true, Says: "how many enterprises are aimed at"},
			{Name: "realised", Number: true, Says: "how many there were in the end"},
		}},
		{Federations, []Column{
			id, name,
			{Name: "partner", Needed: true, Refers: Partners, Says: "id of the partner that it belongs to"},
		}},
		{Enterprises, []Column{
			id, name, country, language, pool,
			{Name: "federation", Refers: Federations, Says: "id of the federation that it belongs to"},
			{Name: "partner", Refers: Partners, Says: "id of the partner that brought it"},
			{Name: "hours", Number: true, Parts: true, Says: "hours of individual guidance it may have"},
		}},
		{People, []Column{
			id,
			{Name: "name", Says: "may be empty"},
			{Name: "role", Needed: true, OneOf: Roles(), Says: strings.Join(Roles(), ", ")},
			language,
			{Name: "enterprise", Refers: Enterprises, Says: "id of an enterprise: for staff and delegates"},
			{Name: "partner", Refers: Partners, Says: "id of a partner: for all others"},
			{Name: Left, OneOf: []string{"yes", "no"}, Says: "yes for who takes no part any more; a file without this column changes nothing of it"},
		}},
		{Cohorts, []Column{
			id, name,
			{Name: "languages", Needed: true, List: true, OneOf: []string{"fr", "nl", "en"}, Says: "fr, nl, en, with ; between them"},
			{Name: "enterprises", List: true, Refers: Enterprises, Says: "ids of 5 to 10 enterprises, with ; between them"},
			{Name: "accompanists", List: true, Refers: People, Says: "ids of people, with ; between them"},
		}},
	}
}
