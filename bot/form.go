package bot

import (
	"context"

	"visesbot/flows"
)

// Form is several things asked at once, where a channel can: a modal, a dialog.
// A button of kind "form" opens the one of its data; filled in, it comes back as
// a press of the same data with [Update].Fields.
type Form struct {
	Press  string // the data of the button
	Lang   string
	Title  string // at most 24 characters, see platforms that allow no more
	Submit string // at most 24 characters
	Lines  []flows.Line
	Fields []Field
}

// FieldKind says how a field is filled in.
type FieldKind string

// The kinds of field.
const (
	TextField   FieldKind = "text"   // one line
	LongField   FieldKind = "long"   // several lines
	ChoiceField FieldKind = "choice" // one of the options
	TicksField  FieldKind = "ticks"  // any number of the options
	DateField   FieldKind = "date"   // 2026-11-29
	TimeField   FieldKind = "time"   // 09:00
)

// Field is one thing that a form asks.
type Field struct {
	ID       string // at most 40 of [a-z0-9_-]
	Kind     FieldKind
	Label    string
	Hint     string
	Options  []FieldOption // at most 100
	Value    []string      // what stands in it at first
	Optional bool
	Files    bool // of a LongField: files may be sent with it or instead, where it is asked by itself
}

// FieldOption is one thing to choose.
type FieldOption struct {
	ID    string // at most 75 characters
	Label string
}

// Forms gives the form that a button opens, for one conversation; office.Office
// is one.
type Forms interface {
	// Form returns ErrNotFound where the button opens none.
	Form(ctx context.Context, a Address, press string) (Form, error)
}
