package report

import (
	"strconv"

	"visesbot/bot/report/draw"
	"visesbot/flows/form"
)

// answer is the answer in full, and how solid it is.
func (b *builder) answer() []Block {
	all := []Block{{Quote: b.questionQuote()}, b.para("answer", ""), b.strength()}
	return append(all, b.shares()...)
}

func (b *builder) questionQuote() *Quote {
	if q := b.chosenQuestion(); !q.Empty() {
		return &Quote{Text: q}
	}
	return nil
}

// parts of a contribution, from none to decisive.
func contributions() []string { return []string{"none", "small", "partial", "important", "decisive"} }

// shares draws contribution and confidence.
func (b *builder) shares() []Block {
	s := draw.Shares{Across: b.plain("report.contribution_axis"), Up: b.plain("report.solidity_axis")}
	q, _, ok := b.found("change.contribution", "")
	if !ok || !b.may("results") {
		return nil
	}
	for _, o := range q.Options {
		at := 0
		for i, id := range contributions() {
			if id == o.ID {
				at = i + 1
			}
		}
		s.Words[at] = o.Text.In(b.o.Lang)
	}
	f := &Figure{Caption: b.say("report.shares_caption"), Alt: b.plain("report.shares_alt")}
	for _, c := range b.scope() {
		solid, ok := b.number("change.solidity", c)
		chosen := b.choice("change.contribution", c)
		if !ok || chosen == "" {
			continue
		}
		at := 0
		for i, id := range contributions() {
			if id == chosen {
				at = i + 1
			}
		}
		s.Rows = append(s.Rows, draw.Share{Name: b.name(c).Plain(), Contribution: at, Confidence: int(solid)})
		f.Data = append(f.Data, b.name(c).And(Raw(": "), b.shown("change.contribution", c), Raw(", "), b.shown("change.solidity", c)))
	}
	if len(s.Rows) == 0 {
		return nil
	}
	f.Drawing = draw.PlotShares(b.o.Letters, s, TextWide)
	return []Block{{Figure: f}}
}

// votes are how the steering group voted on the question; shown from three
// votes on, so that nobody is known by theirs.
func (b *builder) votes() []Block {
	const least = 3
	bar := draw.Bar{Name: b.plain("report.votes")}
	n := 0
	for _, p := range b.items("respondent", "") {
		if v, ok := b.number("respondent.vote", p); ok && v >= 1 && v <= 5 {
			bar.Counts[int(v)-1]++
			n++
		}
	}
	if n < least || !b.may("views") {
		return nil
	}
	f := &Figure{
		Drawing: draw.PlotBars(b.o.Letters, draw.Bars{Rows: []draw.Bar{bar}, Low: b.plain("report.vote_low"), High: b.plain("report.vote_high")}, TextWide),
		Caption: b.say("report.votes_caption", "n", strconv.Itoa(n)),
	}
	for i, c := range bar.Counts {
		if c > 0 {
			f.Data = append(f.Data, b.say("report.vote_datum", "step", strconv.Itoa(i+1), "n", strconv.Itoa(c)))
		}
	}
	f.Alt = b.plain("report.votes_alt", "n", strconv.Itoa(n))
	return []Block{{Figure: f}}
}

// views are who saw the results, and who sees them otherwise.
func (b *builder) views() []Block {
	all := []Block{b.facts("", "report.presented", "presented", "report.presented_on", "presented_on", "report.presented_to", "presented_to")}
	if b.given("presented", "") == nil {
		all = append(all, b.missing("presented", ""))
	}
	all = append(all, b.head("report.dissent"), b.para("dissent", ""))
	var list []Text
	for _, p := range b.items("stakeholder", "") {
		if t := b.shown("stakeholder.missed", p); !t.Empty() {
			list = append(list, b.name(p).Strong().And(Raw(" — "), t))
		}
	}
	if len(list) > 0 {
		all = append(all, b.head("report.not_shown_to"), Block{List: list})
	}
	if n := len(b.d.Head().Differ); n > 0 {
		all = append(all, Block{Note: b.say("report.two_answers", "n", strconv.Itoa(n))})
	}
	return append(all, b.reserves()...)
}

// reserves are what who signed did not wholly agree with.
func (b *builder) reserves() []Block {
	var list []Text
	for _, c := range b.d.Head().Closed {
		p, _ := b.d.Questionnaire().Phase(c.Phase)
		for _, s := range c.Signed {
			if s.Reserve != "" && p != nil {
				list = append(list, b.said(p.Title).Strong().And(Raw(" — "), Text{{Text: s.Reserve, Lang: s.By.Lang, Own: true}}))
			}
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []Block{b.head("report.reserves"), {List: list}}
}

// decisions are a table: what, about which change, when.
func (b *builder) decisions() []Block {
	t := Table{Wide: []float64{1.4, 4, 3, 2}, Head: []Text{b.say("report.kind"), b.say("report.decision"), b.say("report.about"), b.say("report.by_when")}}
	for _, p := range b.items("decision", "") {
		t.Rows = append(t.Rows, []Text{
			b.shown("decision.kind", p), b.name(p), b.shown("decision.concerns", p), Joined(" · ", b.shown("decision.deadline", p), b.shown("decision.cost", p)),
		})
	}
	if len(t.Rows) == 0 {
		return []Block{b.missing("+decision", "")}
	}
	return []Block{{Table: &t}}
}

// next is what comes after: the next cycle, and who is told what.
func (b *builder) next() []Block {
	all := []Block{b.para("next_step", ""), b.facts("", "report.next_date", "next_date")}
	t := Table{Wide: []float64{2, 2, 4, 1.6}, Head: []Text{b.say("report.audience"), b.say("report.aim"), b.say("report.message"), b.say("report.by_when")}}
	for _, p := range b.items("audience", "") {
		t.Rows = append(t.Rows, []Text{
			b.name(p), Joined(" · ", b.shown("audience.aim", p), b.shown("audience.product", p)), b.shown("audience.message", p), b.shown("audience.moment", p),
		})
	}
	if len(t.Rows) > 0 && b.o.For == "" {
		all = append(all, b.head("report.told_to"), Block{Table: &t})
	}
	return all
}

// annex are all values, and the versions.
func (b *builder) annex() []Block {
	all := []Block{b.head("report.all_values")}
	t := Table{Wide: []float64{3, 2.4, 2, 1.4, 1.4}, Head: []Text{
		b.say("report.indicator"), b.say("report.when"), b.say("report.value"), b.say("report.n"), b.say("report.confidence"),
	}}
	for _, c := range b.scope() {
		for _, i := range b.newest(c) {
			for _, version := range b.d.Versions(i) {
				t.Rows = append(t.Rows, b.values(version)...)
			}
		}
	}
	if len(t.Rows) == 0 {
		all = append(all, Block{Missing: b.say("report.no_value")})
	} else {
		all = append(all, Block{Table: &t})
	}
	if b.o.Length == Thorough {
		all = append(all, b.existing()...)
	}
	return append(all, b.head("report.versions"), b.versions(), Block{Note: b.say("report.not_official")})
}

func (b *builder) values(i form.Path) (rows [][]Text) {
	for _, m := range b.measures(i) {
		_, _, ok := b.value(i, m)
		if !ok {
			continue
		}
		name := "measure.value"
		if b.choice("indicator.nature", i) == "scale" {
			name = "measure.level"
		}
		rows = append(rows, []Text{b.name(i), b.name(m), b.shown(name, m), b.reached(m), b.shown("measure.confidence", m)})
	}
	return rows
}

// existing are the records they keep anyway.
func (b *builder) existing() []Block {
	t := Table{Head: []Text{b.say("report.record"), b.say("report.since")}, Wide: []float64{4, 2}}
	for _, p := range b.items("datum", "") {
		t.Rows = append(t.Rows, []Text{b.name(p), b.shown("datum.since", p)})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Block{b.head("report.records"), {Table: &t}}
}

// versions are which phases are closed, and what the questions were.
func (b *builder) versions() Block {
	var facts []Fact
	for _, c := range b.d.Head().Closed {
		if p, ok := b.d.Questionnaire().Phase(c.Phase); ok {
			facts = append(facts, Fact{Name: b.said(p.Title), Value: b.twice(func(lang string) string {
				return b.o.Words(lang, "report.closed_on", "day", form.Day(c.At, lang))
			})})
		}
	}
	return Block{Facts: append(facts, Fact{Name: b.say("report.content_version"), Value: Raw(b.d.Head().Content)})}
}
