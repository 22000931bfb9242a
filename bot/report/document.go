package report

import (
	"strings"
	"time"

	"visesbot/bot/report/draw"
)

// Kind says what a document is.
type Kind string

// The kinds: the whole report, and the page of one phase.
const (
	Report Kind = "report"
	Sheet  Kind = "sheet"
)

// Document is one report, before any format.
type Document struct {
	Kind       Kind
	Lang       string // of what is not people's own
	Second     string // beside it, in a bilingual report
	Title      Text
	Enterprise string
	Question   Text // the evaluation question; empty while there is none
	Draft      bool
	Stamp      Stamp
	Says       Says
	Parts      []Part
}

// Stamp says what a document was made from; never the clock.
type Stamp struct {
	Snapshot string    // of which phase; empty: the present state
	Content  string    // version of what was asked
	At       time.Time // of the snapshot, or the last answer
	Shown    string    // At, as people read it
	Period   string
}

// Says are the few sentences that a painter needs itself.
type Says struct {
	Contents, Page, Draft, Figure, Missing string // Page has {n} and {all}
}

// Part is a part of a report with a heading of its own.
type Part struct {
	ID      string
	Number  string // "7"; empty for one that is not counted
	Title   Text
	Release string // the part that an enterprise releases; see [Options.For]
	Blocks  []Block
}

// Block is what stands in a part. Exactly one field says what it is.
type Block struct {
	Heading Text
	Level   int // of the heading, 2 or 3
	Para    Text
	List    []Text
	Quote   *Quote
	Facts   []Fact
	Table   *Table
	Figure  *Figure
	Missing Text // what is not there yet, and how to get it
	Note    Text // of ours, in small letters
}

// Quote is something that people said, and who.
type Quote struct{ Text, By Text }

// Fact is one thing with its name.
type Fact struct{ Name, Value Text }

// Table is a table with a head.
type Table struct {
	Caption Text
	Head    []Text
	Rows    [][]Text
	Wide    []float64 // parts of the width; nil: alike
}

// Figure is a drawing, what it says in words, and its numbers.
type Figure struct {
	Drawing draw.Drawing
	Caption Text
	Alt     string
	Data    []Text // what it shows, as sentences
	Land    bool   // wide: on a page of its own, turned
}

// Text is what is said, in pieces of one language each.
type Text []Run

// Run is text in one language and one cut of the letters.
type Run struct {
	Text   string
	Lang   string
	Strong bool
	Em     bool
	Own    bool // people's own words
}

// Plain is a text without its cuts.
func (t Text) Plain() string {
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Empty tells whether nothing is said.
func (t Text) Empty() bool { return strings.TrimSpace(t.Plain()) == "" }

// And puts texts behind each other.
func (t Text) And(more ...Text) Text {
	all := append(Text(nil), t...)
	for _, m := range more {
		all = append(all, m...)
	}
	return all
}

// Strong is the text in bold.
func (t Text) Strong() Text {
	all := append(Text(nil), t...)
	for i := range all {
		all[i].Strong = true
	}
	return all
}

// Em is the text in italics.
func (t Text) Em() Text {
	all := append(Text(nil), t...)
	for i := range all {
		all[i].Em = true
	}
	return all
}

// Joined puts a separator between texts.
func Joined(sep string, all ...Text) (t Text) {
	for _, next := range all {
		if next.Empty() {
			continue
		}
		if len(t) > 0 {
			t = append(t, Run{Text: sep, Lang: next[0].Lang})
		}
		t = append(t, next...)
	}
	return t
}

// Raw is a text that is the same in every language: a number, a sign.
func Raw(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}
