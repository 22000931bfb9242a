package register

import (
	"slices"
	"strings"
)

// Flaw is what is wrong with a file or a cell: a key, and what is filled in, pair
// by pair. It is an error, in English; the office says it in the language of its
// reader, by the key.
type Flaw struct {
	Key   string
	Pairs []string // name and value, name and value
}

func flaw(key string, pairs ...string) Flaw { return Flaw{key, pairs} }

// Error says it in English, in one sentence that says what to do.
func (f Flaw) Error() string {
	braced := slices.Clone(f.Pairs)
	for i := 0; i < len(braced); i += 2 {
		braced[i] = "{" + braced[i] + "}"
	}
	return strings.NewReplacer(braced...).Replace(Flaws()[f.Key])
}

// Flaws are all flaws in English, by their keys. Those of a file as a whole begin
// with "file."; before them stands its name.
func Flaws() map[string]string {
	return map[string]string{
		"table":     `is no table of a programme: give it one of these names: {tables}`,
		"column":    `is left out, as it is no column of this table: its columns are {columns}`,
		"double":    `is there twice: keep one of the columns`,
		"missing":   `is missing: add this column ({says})`,
		"formula":   `holds a formula: write the value itself`,
		"empty":     `is empty: fill it in ({says})`,
		"again":     `"{value}" is in row {row} already: keep one of them`,
		"id":        `"{value}" is no id: write at most 40 small letters, digits and -`,
		"unknown":   `"{value}" is not known: write {values}`,
		"number":    `"{value}" is not a whole number from 0`,
		"amount":    `"{value}" is not a number from 0`,
		"read":      `"{value}" is read as {as}`,
		"long":      `is longer than 200 bytes: shorten it`,
		"reference": `"{value}" is not among the {table}: add it there, or correct it`,
		"belongs":   `is empty: somebody who is {role} belongs to one`,
		"twin":      `is that of "{other}" too: if they are one person, keep one row`,
		"size":      `has {n} enterprises: a cohort works best with {least} to {most}`,
		"elsewhere": `"{value}" is in "{other}" already: an enterprise is in one cohort`,

		"file.kind":     `is neither .xlsx nor .csv: save it as one of them`,
		"file.encoding": `is not in UTF-8: save it as CSV UTF-8`,
		"file.broken":   `is no table: line {line} cannot be read`,
		"file.empty":    `is empty: its first line names the columns`,
		"file.header":   `has a first line that fits no table: take the columns of visesbot programme template`,
		"file.workbook": `is not a workbook that can be read: save it again as .xlsx, without a password`,
		"file.sheets":   `has no sheet of a programme: give one a name of these: {tables}`,
		"file.sheet":    `has a sheet {sheet} that cannot be read: save it again as .xlsx`,
		"file.rows":     `has more than {n} rows in {table}: split it`,
	}
}

// TableNames lists the tables.
func TableNames() string {
	var all []string
	for _, t := range Tables() {
		all = append(all, t.Name)
	}
	return strings.Join(all, ", ")
}
