package report

import (
	"strconv"

	"visesbot/bot/report/draw"
	"visesbot/flows/form"
)

// Widths of drawings, in points: of the text of a page, and of a page turned.
const (
	TextWide = 440.0
	LandWide = 717.0
	landHigh = 360.0
)

// portrait tells who they are, and draws their stakeholders.
func (b *builder) portrait() []Block {
	all := []Block{
		b.facts("", "report.form", "legal_form", "report.founded", "founded", "report.purpose", "purpose", "report.staff", "staff",
			"report.integration", "integration_staff", "report.volunteers", "volunteers", "report.users", "users"),
		b.territories(), b.head("report.needs"), b.para("needs", ""),
	}
	if b.o.Length != Light {
		all = append(all, Block{Para: b.shown("needs_evidence", "")}, b.head("report.aspirations"), b.para("aspirations", ""))
	}
	all = append(all, b.head("report.activities"), b.activities(), b.head("report.practices"), b.practices(), Block{Para: b.shown("ways_how", "")})
	return append(all, b.stakeholders()...)
}

func (b *builder) territories() Block {
	var all []Text
	for _, p := range b.items("territory", "") {
		all = append(all, b.name(p))
	}
	if len(all) == 0 {
		return Block{}
	}
	return Block{Facts: []Fact{{Name: b.say("report.territory"), Value: Joined(", ", all...)}}}
}

// activities are a table: what, for whom, how much a year.
func (b *builder) activities() Block {
	t := Table{Head: []Text{b.say("report.activity"), b.say("report.whom"), b.say("report.a_year")}, Wide: []float64{3, 3, 2}}
	for _, p := range b.items("activity", "") {
		out := b.shown("activity.output", p)
		if unit := b.shown("activity.unit", p); !unit.Empty() && !out.Empty() {
			out = out.And(Raw(" "), unit)
		}
		t.Rows = append(t.Rows, []Text{b.name(p), b.shown("activity.for_whom", p), out})
	}
	if len(t.Rows) == 0 {
		return b.missing("+activity", "")
	}
	return Block{Table: &t}
}

func (b *builder) practices() Block {
	var list []Text
	for _, p := range b.items("practice", "") {
		t := b.name(p)
		if b.o.Length == Thorough && b.may("results") {
			if learned := b.shown("practice.learned", p); !learned.Empty() {
				t = t.Strong().And(Raw(" — "), learned)
			}
		}
		list = append(list, t)
	}
	if len(list) == 0 {
		return b.missing("ways", "")
	}
	return Block{List: list}
}

// stakeholders are the map, and its numbers.
func (b *builder) stakeholders() []Block {
	all := []Block{b.head("report.stakeholders")}
	var holders []draw.Holder
	table := Table{Wide: []float64{4, 2, 1.6, 1.6, 3}, Head: []Text{
		b.say("report.group"), b.say("report.people"), b.say("report.influence"), b.say("report.affected"), b.say("report.involved"),
	}}
	for _, p := range b.items("stakeholder", "") {
		influence, ok1 := b.number("stakeholder.influence", p)
		affected, ok2 := b.number("stakeholder.affected", p)
		people, _ := b.number("stakeholder.people", p)
		if ok1 && ok2 {
			how := b.choice("stakeholder.involved", p)
			holders = append(holders, draw.Holder{
				Name: b.name(p).Plain(), Influence: int(influence), Affected: int(affected), People: people,
				Outside: b.choice("stakeholder.side", p) == "external", Quiet: affected >= 4 && (how == "informed" || how == "not_yet"),
			})
		}
		table.Rows = append(table.Rows, []Text{
			b.name(p), b.shown("stakeholder.people", p), b.shown("stakeholder.influence", p), b.shown("stakeholder.affected", p),
			b.shown("stakeholder.involved", p),
		})
	}
	if len(table.Rows) == 0 {
		return append(all, b.missing("+stakeholder", ""))
	}
	if len(holders) > 0 {
		all = append(all, Block{Figure: b.stakeholderMap(draw.Order(holders))})
	}
	if b.o.Length == Light {
		return all
	}
	return append(all, Block{Table: &table})
}

func (b *builder) stakeholderMap(holders []draw.Holder) *Figure {
	m := draw.Map{
		Holders: holders, Across: b.plain("report.influence_axis"), Up: b.plain("report.affected_axis"), Inside: b.plain("report.inside"),
		Outside: b.plain("report.outside"), Quiet: b.plain("report.quiet"), Size: b.plain("report.circle"),
	}
	f := &Figure{
		Drawing: draw.PlotMap(b.o.Letters, m, TextWide), Caption: b.say("report.map_caption", "n", strconv.Itoa(len(holders))),
		Alt: b.plain("report.map_alt", "n", strconv.Itoa(len(holders)), "first", holders[0].Name),
	}
	for i, h := range holders {
		f.Data = append(f.Data, b.say("report.map_datum", "i", strconv.Itoa(i+1), "name", h.Name, "influence", strconv.Itoa(h.Influence), "affected", strconv.Itoa(h.Affected)))
	}
	return f
}

// theory draws the theory of change, and says it as sentences.
func (b *builder) theory() []Block {
	t := b.theoryOf("")
	if len(t.Nodes) < 2 {
		return []Block{b.missing("+change", "")}
	}
	p := draw.FitTheory(b.o.Letters, t, LandWide, landHigh)
	f := &Figure{Drawing: p.Drawing, Land: true, Caption: b.say("report.theory_caption"), Alt: b.theoryAlt(t), Data: b.theoryData()}
	return []Block{{Note: b.say("report.theory_key")}, {Figure: f}}
}

// theoryOf are boxes and arrows; of one change only where it is named.
func (b *builder) theoryOf(only form.Path) draw.Theory {
	var t draw.Theory
	for i, key := range []string{"report.col_needs", "report.col_resources", "report.col_activities", "report.col_changes", "report.col_mission"} {
		t.Titles[i] = b.plain(key)
	}
	b.changeNodes(&t, only)
	used := map[string]bool{}
	for _, a := range t.Arrows {
		used[a.From] = true
	}
	for _, c := range []string{"activity", "practice"} {
		for _, p := range b.items(c, "") {
			if only == "" || used[string(p)] {
				t.Nodes = append(t.Nodes, draw.Node{ID: string(p), Column: 2, Text: b.name(p).Plain()})
			}
		}
	}
	b.endNodes(&t)
	return t
}

// changeNodes are the changes, and the arrows to them.
func (b *builder) changeNodes(t *draw.Theory, only form.Path) {
	followed := map[form.Path]bool{}
	for _, c := range b.scope() {
		followed[c] = true
	}
	for _, c := range b.items("change", "") {
		if only != "" && c != only {
			continue
		}
		n := draw.Node{ID: string(c), Column: 3, Text: b.name(c).Plain(), Under: b.name(c.Parent()).Plain(), Scope: followed[c]}
		switch {
		case b.choice("change.sign", c) == "negative":
			n.Wrong, n.Sign = true, "−"
		case b.choice("change.intended", c) == "unintended":
			n.Wrong, n.Sign = true, "!"
		}
		t.Nodes = append(t.Nodes, n)
		guess := b.choice("change.evidence", c)
		for _, from := range b.choices("change.paths", c) {
			t.Arrows = append(t.Arrows, draw.Arrow{From: from, To: string(c), Assumed: guess == "" || guess == "guess"})
		}
		if !n.Wrong {
			t.Arrows = append(t.Arrows, draw.Arrow{From: string(c), To: "mission", Assumed: true})
		}
	}
}

// endNodes are what a theory begins and ends with: needs, resources, mission.
func (b *builder) endNodes(t *draw.Theory) {
	if needs := b.shown("needs", ""); !needs.Empty() {
		t.Nodes = append(t.Nodes, draw.Node{ID: "needs", Column: 0, Text: needs.Plain()})
	}
	for _, p := range b.items("resource", "") {
		t.Nodes = append(t.Nodes, draw.Node{ID: string(p), Column: 1, Text: b.name(p).Plain(), Under: b.shown("resource.kind", p).Plain()})
	}
	if mission := b.shown("mission", ""); !mission.Empty() {
		t.Nodes = append(t.Nodes, draw.Node{ID: "mission", Column: 4, Text: mission.Plain()})
	}
}

func (b *builder) theoryAlt(t draw.Theory) string {
	count := [5]int{}
	for _, n := range t.Nodes {
		count[n.Column]++
	}
	return b.plain("report.theory_alt", "resources", strconv.Itoa(count[1]), "activities", strconv.Itoa(count[2]),
		"changes", strconv.Itoa(count[3]), "scope", strconv.Itoa(len(b.scope())))
}

// theoryData says each path of the drawing as a sentence.
func (b *builder) theoryData() []Text {
	var all []Text
	for _, c := range b.items("change", "") {
		var from []Text
		for _, p := range b.choices("change.paths", c) {
			from = append(from, b.name(form.Path(p)))
		}
		t := Joined(", ", from...)
		if t.Empty() {
			t = b.say("report.no_path")
		}
		t = t.And(Raw(" → "), b.name(c).Strong(), Raw(" ("), b.name(c.Parent()), Raw(")"))
		if cond := b.shown("change.condition", c); !cond.Empty() {
			t = t.And(Raw(" — "), b.say("report.provided"), Raw(" "), cond)
		}
		all = append(all, t)
	}
	return all
}
