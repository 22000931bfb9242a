package formtest

import (
	"fmt"

	"visesbot/flows/form"
)

// Random makes a questionnaire by chance: one or two phases of questions of
// every type, loops nested up to three deep, conditions, constraints and
// warnings about what was asked before, ticks that add items, questions for
// each respondent, votes, and texts with answers piped into them.
func Random(d Dice) *form.Questionnaire {
	g := newRandom(d)
	phases := []*form.Phase{g.phase("mandate")}
	if Chance(d, 2) {
		phases = append(phases, g.phase("diagnosis"))
	}
	return Make(g.collections, phases...)
}

// random is a questionnaire being made.
type random struct {
	Dice
	collections []*form.Collection
	added       map[*form.Collection]bool
	looped      map[*form.Collection]bool
	adders      map[*form.Collection]*form.Question
	made        int
	named       []named
	loop        []*form.Collection
}

// named is a question that later ones may look at.
type named struct {
	name string
	kind form.Type
	loop []*form.Collection
}

func newRandom(d Dice) *random {
	who := Items("respondent", nil)
	who.Prefix, who.Max = "rp", 5
	a := Items("part", nil)
	b := Items("piece", a)
	c := Items("bit", b)
	t := Items("tick", nil)
	a.Max, b.Max, c.Max = 3, 3, 2
	return &random{
		Dice: d, collections: []*form.Collection{who, a, b, c, t},
		added: map[*form.Collection]bool{}, looped: map[*form.Collection]bool{},
		adders: map[*form.Collection]*form.Question{},
	}
}

func (g *random) phase(id string) *form.Phase {
	p := &form.Phase{ID: id, Title: Say(id), Intro: Say("about " + id)}
	for i := range 1 + g.Roll(2) {
		name := fmt.Sprint(id, i)
		p.Blocks = append(p.Blocks, &form.Block{ID: name, Title: Say(name), Nodes: g.nodes(2 + g.Roll(4))})
	}
	if id == "mandate" {
		g.added[g.collections[0]] = true
		p.Blocks[0].Nodes = append(p.Blocks[0].Nodes, Ask("who", form.Repeat, Adds(g.collections[0])))
	}
	return p
}

func (g *random) nodes(n int) []form.Node {
	var out []form.Node
	for range n {
		out = append(out, g.node())
	}
	return out
}

// node makes a question, a question that adds items, or a loop.
func (g *random) node() form.Node {
	switch g.Roll(6) {
	case 0:
		if adder, ok := g.adder(); ok {
			return adder
		}
	case 1, 2:
		if loop, ok := g.inside(); ok {
			return loop
		}
	}
	return g.question()
}

// adder makes the one question that adds a collection which belongs here.
func (g *random) adder() (form.Node, bool) {
	for _, c := range g.collections[1:] {
		if g.added[c] || c.Of != g.around() || g.looped[c] && c.Of != nil {
			continue
		}
		g.added[c] = true
		parts := []Part{Adds(c)}
		if !g.looped[c] { // or else it might hang on its own items
			parts = append(g.common(), Adds(c))
		}
		if c.ID == "tick" {
			return Ask(g.id(), form.Multi, append(parts, Options("x", "y", "z"))...), true
		}
		n := Ask(g.id(), form.Repeat, append(parts, g.listRule(c)...)...)
		g.adders[c] = n.Question
		return n, true
	}
	return form.Node{}, false
}

// listRule is a warning about the items themselves.
func (g *random) listRule(c *form.Collection) []Part {
	if !Chance(g, 2) {
		return nil
	}
	return []Part{Warn("size(" + c.Plural + ") > 2")}
}

// around is the collection of the innermost loop, nil outside loops.
func (g *random) around() *form.Collection {
	if len(g.loop) == 0 {
		return nil
	}
	return g.loop[len(g.loop)-1]
}

// inside makes a loop over a collection that fits here.
func (g *random) inside() (form.Node, bool) {
	var fit []*form.Collection
	for _, c := range g.collections {
		if c.Of == g.around() {
			fit = append(fit, c)
		}
	}
	if len(fit) == 0 {
		return form.Node{}, false
	}
	c := Choose(g.Dice, fit)
	g.loop, g.looped[c] = append(g.loop, c), true
	defer func() { g.loop = g.loop[:len(g.loop)-1] }()
	where := ""
	if Chance(g, 4) {
		where = g.condition()
	}
	nodes := g.nodes(1 + g.Roll(3))
	g.date(c, nodes)
	return Loop(c, where, nodes...), true
}

// date lets the items of a loop follow each other in time, by the first date
// in it, and a number in it be compared with the one before.
func (g *random) date(c *form.Collection, nodes []form.Node) {
	for _, n := range nodes {
		q := n.Question
		switch {
		case q == nil || q.Adds != nil:
		case c.Dated == "" && (q.Type == form.Date || q.Type == form.Period):
			c.Dated = q.ID
		case c.Dated != "" && q.Type == form.Number:
			Warn("earlier > 0.0 && value > earlier")(q)
			Warn("former > 5.0")(q)
		}
	}
}

func (g *random) id() string {
	g.made++
	return fmt.Sprint("Q", g.made)
}

func (g *random) question() form.Node {
	kind := Choose(g.Dice, []form.Type{
		form.YesNo, form.YesNo, form.Single, form.Multi, form.Scale5, form.Rank, form.Number, form.Number, form.Money,
		form.Date, form.Period, form.ShortTxt, form.LongTxt, form.FileType, form.Ref, form.Calc,
	})
	if kind == form.Calc {
		if src := g.condition(); src != "" {
			return g.naming(Ask(g.id(), kind, Calc(src)))
		}
		kind = form.YesNo
	}
	n := Ask(g.id(), kind, append(g.common(), g.ofKind(kind)...)...)
	return g.naming(n)
}

// naming gives a question a name, by which later ones may look at it.
func (g *random) naming(n form.Node) form.Node {
	q := n.Question
	q.Name = "n" + q.ID
	g.lookAhead(q)
	g.named = append(g.named, named{name: q.Name, kind: q.Type, loop: append([]*form.Collection{}, g.loop...)})
	return n
}

// lookAhead lets the question that adds the items around have a constraint
// about this one, which is answered later.
func (g *random) lookAhead(q *form.Question) {
	c := g.around()
	if c == nil || g.adders[c] == nil || q.Type != form.Number || !Chance(g, 2) {
		return
	}
	Must("sum(" + c.Plural + "." + q.Name + ") <= 12.0")(g.adders[c])
}

func (g *random) ofKind(kind form.Type) []Part {
	switch kind {
	case form.Single, form.Multi, form.Rank:
		return []Part{Options("x", "y", "z")}
	case form.Ref:
		return []Part{Of(Choose(g.Dice, g.collections[:3])), Choices(1, 1+g.Roll(2))}
	case form.Number:
		if Chance(g, 3) {
			return []Part{Must("value <= 8.0")}
		}
		if Chance(g, 3) {
			return []Part{Warn("value > 5.0")}
		}
	}
	return nil
}

// common is what any question may have.
func (g *random) common() []Part {
	var parts []Part
	if src := g.condition(); src != "" && Chance(g, 2) {
		parts = append(parts, When(src))
	}
	if src := g.condition(); src != "" && Chance(g, 5) {
		parts = append(parts, Must(src))
	}
	if src := g.condition(); src != "" && Chance(g, 6) {
		parts = append(parts, Warn(src))
	}
	if Chance(g, 4) {
		parts = append(parts, Optional)
	}
	if g.around() == g.collections[0] && Chance(g, 2) {
		parts = append(parts, Each(g.Roll(2), ""))
	}
	if pipe := g.pipe(); pipe != "" && Chance(g, 4) {
		parts = append(parts, Text("about {"+pipe+"}?"))
	}
	return parts
}
