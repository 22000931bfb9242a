package registry

import (
	"errors"
	"strconv"

	"visesbot/bot/cohort"
	"visesbot/bot/office"
	"visesbot/flows"
)

// told says what is wrong with a row in the reader's language. Tables, columns and
// values are called as they are in the file.
func told(v *office.Visit, p cohort.Problem) string {
	text := p.Table
	switch {
	case p.Row > 0 && p.Column != "":
		text = v.Word("register.cell", "table", p.Table, "row", strconv.Itoa(p.Row), "column", p.Column)
	case p.Row > 0:
		text = v.Word("register.row", "table", p.Table, "row", strconv.Itoa(p.Row))
	}
	text = v.Word("register.told", "where", text, "what", said(v, p.Flaw))
	if p.Warning {
		text += " " + v.Word("register.warning")
	}
	return text
}

func said(v *office.Visit, f cohort.Flaw) string { return v.Word("register.flaw."+f.Key, f.Pairs...) }

// unread says why a file cannot be read at all. What nobody has foreseen is told
// as it is.
func unread(v *office.Visit, why error) flows.Line {
	var f cohort.Flaw
	if errors.As(why, &f) {
		return flows.Line{Style: flows.Body, Text: said(v, f)}
	}
	return flows.Line{Style: flows.Own, Text: why.Error(), Lang: "en"}
}
