package importer

import (
	"errors"
	"strconv"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// told says what is wrong with a row in the reader's language. Tables, columns and
// values are called as they are in the file.
func told(v *office.Visit, p register.Problem) string {
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

func said(v *office.Visit, f register.Flaw) string { return v.Word("register.flaw."+f.Key, f.Pairs...) }

// unread says why a file cannot be read at all. What nobody has foreseen is told
// as it is.
func unread(v *office.Visit, why error) flows.Line {
	var f register.Flaw
	if errors.As(why, &f) {
		return flows.Line{Style: flows.Body, Text: said(v, f)}
	}
	return flows.Line{Style: flows.Own, Text: why.Error(), Lang: "en"}
}
