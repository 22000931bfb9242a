package form

import "strings"

// Own words are never translated. Where they are read in another language than
// they were written in, a mark says so.

// Mark says that words are in another language than the reader's; "" where they
// are not, or where nothing is known.
func Mark(written, reader string) string {
	if written == "" || written == reader {
		return ""
	}
	return " [" + strings.ToUpper(written) + "]"
}

// Written is the language that an answer was written in; "" for one that is
// said in every language: a number, a date, a choice.
func (q *Question) Written(a Author) string {
	if q.Type != ShortTxt && q.Type != LongTxt {
		return ""
	}
	return a.Lang
}

// Named is an item's name with the mark of its language. Names of people, options
// and moments are in none.
func (d *relevance) Named(p Path, reader string) string {
	it := d.Item(p)
	if it == nil || it.Label == "" || it.Collection == respondents {
		return d.Label(p, reader)
	}
	return it.Label + Mark(it.Lang, reader)
}
