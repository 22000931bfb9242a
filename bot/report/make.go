package report

import (
	"strconv"
	"time"

	"visesbot/flows/form"
)

// Make makes the report of a dossier. d is only read.
func Make(d *form.Dossier, o Options) Document {
	b := &builder{source: newSource(d), o: o}
	doc := b.cover(Report)
	n := 0
	for _, p := range b.parts() {
		if p.counted {
			n++
		}
		if !b.may(p.release) {
			continue
		}
		part := Part{ID: p.id, Title: b.say("report.part." + p.id), Release: p.release, Blocks: filled(p.blocks())}
		if p.counted {
			part.Number = strconv.Itoa(n)
		}
		if len(part.Blocks) == 0 {
			part.Blocks = []Block{{Missing: b.say("report.nothing")}}
		}
		doc.Parts = append(doc.Parts, part)
	}
	return doc
}

// wanted is a part of a report that has one.
type wanted struct {
	id, release string
	counted     bool
	blocks      func() []Block
}

// parts are those of the report, in order, each with the part by which an
// enterprise releases it.
func (b *builder) parts() []wanted {
	all := []wanted{
		{"summary", "question", true, b.summary},
		{"why", "portrait", true, b.why},
		{"question", "question", true, b.question},
		{"portrait", "portrait", true, b.portrait},
		{"theory", "portrait", true, b.theory},
		{"method", "results", true, b.method},
		{"results", "results", true, b.results},
		{"unexpected", "results", true, b.unexpected},
		{"answer", "question", true, b.answer},
		{"views", "views", true, b.views},
		{"decisions", "decisions", true, b.decisions},
		{"next", "decisions", true, b.next},
	}
	if b.o.Length != Light {
		all = append(all, wanted{"annex", "results", false, b.annex})
	}
	return all
}

// cover is a document without its parts.
func (b *builder) cover(kind Kind) Document {
	h := b.d.Head()
	doc := Document{
		Kind: kind, Lang: b.o.Lang, Second: b.o.Second, Title: b.say("report.title"), Enterprise: h.Enterprise.Name,
		Draft: b.o.Snapshot == nil && !b.d.Ended(), Says: b.says(),
		Stamp: Stamp{Content: h.Content, At: b.lastAnswer()},
	}
	if s := b.o.Snapshot; s != nil {
		doc.Stamp.At, doc.Stamp.Content = s.At, s.Content
		if p, ok := b.d.Questionnaire().Phase(s.Phase); ok {
			doc.Stamp.Snapshot = p.Title.In(b.o.Lang)
		}
	}
	if !doc.Stamp.At.IsZero() {
		doc.Stamp.Shown = b.plain("report.made", "day", form.Day(doc.Stamp.At, b.o.Lang))
	}
	if b.may("question") {
		doc.Question = b.chosenQuestion()
	}
	if t := b.shown("scope_period", ""); !t.Empty() && b.may("question") {
		doc.Stamp.Period = t.Plain()
	}
	return doc
}

func (b *builder) says() Says {
	return Says{
		Contents: b.plain("report.contents"), Page: b.plain("report.page"), Draft: b.plain("report.draft"), Figure: b.plain("report.figure"),
		Missing: b.plain("report.missing_label"),
	}
}

// lastAnswer is when something was answered last: what the present state is
// dated by, so that the same answers make the same document.
func (b *builder) lastAnswer() (last time.Time) {
	for _, q := range b.d.Questionnaire().Questions() {
		b.eachPlace(q, "", 0, func(at form.Place) {
			if a := b.d.Answer(at); a != nil && a.At.After(last) {
				last = a.At
			}
		})
	}
	return last
}

// eachPlace walks the places of a question below a path.
func (b *builder) eachPlace(q *form.Question, under form.Path, depth int, f func(form.Place)) {
	if depth == len(q.Loop) {
		f(form.At(q.ID, under))
		return
	}
	for _, p := range b.d.Items(q.Loop[depth], under) {
		b.eachPlace(q, p, depth+1, f)
	}
}

// filled leaves out blocks that say nothing.
func filled(all []Block) []Block {
	var kept []Block
	for _, x := range all {
		said := !x.Heading.Empty() || !x.Para.Empty() || !x.Missing.Empty() || !x.Note.Empty() || x.Figure != nil || x.Quote != nil
		if said || len(x.List) > 0 || len(x.Facts) > 0 || x.Table != nil && len(x.Table.Rows) > 0 {
			kept = append(kept, x)
		}
	}
	return kept
}
