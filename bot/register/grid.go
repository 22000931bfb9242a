package register

import (
	"iter"
	"time"
)

// Grid is a table that goes out of the bot. A cell is a string, a float64, an
// int, a bool, a moment ([time.Time]), a [Day], or nil where there is nothing.
type Grid struct {
	Name    string
	Columns []string
	Rows    iter.Seq2[[]any, error] // an error ends it
}

// Day is a cell that holds a date without a time.
type Day time.Time
