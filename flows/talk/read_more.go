package talk

import (
	"visesbot/flows"
)

// ReadMore offers the entries of the library that a question or a lesson
// refers to.
func (t *Turn) ReadMore(ids []string) [][]flows.Button {
	var rows [][]flows.Button
	for _, id := range ids {
		if e := t.Script.Library.Entry(id); e != nil {
			label := "📚 " + t.Pair(t.Word("library.more"), Clip(e.Title.In(t.Lang()), 40))
			rows = append(rows, Row(Quiet(label, flows.Press(flows.VerbEntry, id))))
		}
	}
	return rows
}
