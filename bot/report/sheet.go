package report

import (
	"slices"
	"time"

	"visesbot/bot/report/draw"
	"visesbot/flows/form"
)

// Page makes the page of one phase: what they have said in it, to print, to show
// and to change. False for a phase that has none.
func Page(d *form.Dossier, phase string, o Options) (Document, bool) {
	b := &builder{source: newSource(d), o: o}
	of := map[string]func() []Block{"mandate": b.mandatePage, "diagnosis": b.diagnosisPage, "collection": b.collectionPage, "analysis": b.findingsPage}
	blocks, ok := of[phase]
	p, known := d.Questionnaire().Phase(phase)
	if !ok || !known {
		return Document{}, false
	}
	doc := b.cover(Sheet)
	doc.Draft = false
	doc.Title = b.say("report.page." + phase)
	doc.Stamp.Snapshot = p.Title.In(o.Lang)
	doc.Parts = []Part{{ID: phase, Blocks: append(filled(blocks()), Block{Note: b.say("report.yours")})}}
	return doc, true
}

// mandatePage is why, for whom, with whom and with what means.
func (b *builder) mandatePage() []Block {
	all := []Block{b.head("report.aims"), b.para("aims", "")}
	all = append(all, b.facts("", "report.for_whom", "audiences", "report.hours", "hours", "report.budget", "budget", "report.deadline", "deadline", "report.experience", "experience"))
	return append(all, b.head("report.with_whom"), b.roles())
}

// diagnosisPage is the portrait, the chain of impact and the question.
func (b *builder) diagnosisPage() []Block {
	var all []Block
	if t := b.shown("mission", ""); !t.Empty() {
		all = append(all, Block{Quote: &Quote{Text: t, By: b.say("report.mission")}})
	}
	all = append(all, b.head("report.the_question"))
	if q := b.chosenQuestion(); !q.Empty() {
		all = append(all, Block{Para: q.Strong()})
	} else {
		all = append(all, b.missing("question", ""))
	}
	all = append(all, b.head("report.part.theory"))
	all = append(all, b.chain(TextWide)...)
	var list []Text
	for _, c := range b.scope() {
		list = append(list, b.name(c).And(Raw(" ("), b.name(c.Parent()), Raw(")")))
	}
	return append(all, b.head("report.in_scope"), Block{List: list}, b.facts("", "report.period", "scope_period"))
}

// chain is the theory of change as wide as told: all of it, or what is followed
// where all would be too small to read.
func (b *builder) chain(wide float64) []Block {
	const high = 330
	t := b.theoryOf("")
	p := draw.FitTheory(b.o.Letters, t, wide, high)
	if p.High > high {
		t = b.followed(t)
		p = draw.FitTheory(b.o.Letters, t, wide, high)
	}
	if len(t.Nodes) < 2 {
		return []Block{b.missing("+change", "")}
	}
	return []Block{{Figure: &Figure{Drawing: p.Drawing, Caption: b.say("report.theory_caption"), Alt: b.theoryAlt(t)}}, {Note: b.say("report.theory_key")}}
}

// followed is what leads to the changes that are followed, and nothing else.
func (b *builder) followed(t draw.Theory) draw.Theory {
	keep := map[string]bool{"mission": true}
	for _, n := range t.Nodes {
		if n.Scope {
			keep[n.ID] = true
		}
	}
	for _, a := range t.Arrows {
		if keep[a.To] && a.To != "mission" {
			keep[a.From] = true
		}
	}
	t.Nodes = slices.DeleteFunc(t.Nodes, func(n draw.Node) bool { return !keep[n.ID] })
	t.Arrows = slices.DeleteFunc(t.Arrows, func(a draw.Arrow) bool { return !keep[a.From] || !keep[a.To] })
	return t
}

// mostDates is how many dates of a calendar one page has room for.
const mostDates = 14

// collectionPage is the plan, and its calendar.
func (b *builder) collectionPage() []Block {
	all := b.method()
	type due struct {
		at   time.Time
		what Text
	}
	var dates []due
	for _, c := range b.scope() {
		for _, i := range b.newest(c) {
			_, at, ok := b.found("indicator.moments", i)
			if !ok {
				continue
			}
			for _, m := range b.d.Moments(at) {
				dates = append(dates, due{m.Due, b.name(i).And(Raw(" — "), b.twice(m.Name))})
			}
		}
	}
	if len(dates) == 0 {
		return all
	}
	slices.SortStableFunc(dates, func(x, y due) int { return x.at.Compare(y.at) })
	var facts []Fact
	for _, d := range dates[:min(mostDates, len(dates))] {
		facts = append(facts, Fact{Name: b.twice(func(lang string) string { return form.Day(d.at, lang) }), Value: d.what})
	}
	return append(all, b.head("report.calendar"), Block{Facts: facts})
}

// findingsPage is what was learnt, the answer, and what is decided.
func (b *builder) findingsPage() []Block {
	all := append([]Block{{Quote: b.questionQuote()}, b.para("answer", ""), b.strength()}, b.findings()...)
	all = append(all, b.shares()...)
	return append(all, b.head("report.the_decisions"), b.decisionList(0))
}
