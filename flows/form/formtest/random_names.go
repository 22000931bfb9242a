package formtest

import (
	"strings"

	"visesbot/flows/form"
)

// pipe names an answer or an item that can be seen from here.
func (g *random) pipe() string {
	var seen []string
	for _, c := range g.loop {
		seen = append(seen, c.ID)
	}
	for _, n := range g.named {
		if name, many := g.sees(n); !many && name != "" && n.kind != form.Calc {
			seen = append(seen, name)
		}
	}
	if len(seen) == 0 {
		return ""
	}
	return Choose(g.Dice, seen)
}

// sees gives the name by which a question can be looked at from here: as the
// answer of an item around, or as the list of all answers.
func (g *random) sees(n named) (name string, many bool) {
	if len(n.loop) == 0 {
		return n.name, false
	}
	last := n.loop[len(n.loop)-1]
	if len(n.loop) > len(g.loop) {
		return last.Plural + "." + n.name, true
	}
	for i, c := range n.loop {
		if g.loop[i] != c {
			return last.Plural + "." + n.name, true
		}
	}
	return last.ID + "." + n.name, false
}

// condition makes an expression about something asked before; "" when nothing was.
func (g *random) condition() string {
	if len(g.named) == 0 {
		return ""
	}
	n := Choose(g.Dice, g.named)
	name, many := g.sees(n)
	one := about(n.kind, name)
	if many {
		one = aboutMany(n.kind, name)
	}
	if one != "" && Chance(g, 3) {
		return "!(" + one + ")"
	}
	return one
}

func about(kind form.Type, name string) string {
	switch kind {
	case form.YesNo:
		return name
	case form.Calc:
		return name + " == true"
	case form.Single:
		return name + ` == "x"`
	case form.Multi, form.Rank:
		return `"x" in ` + name
	case form.Scale5:
		return name + " >= 3"
	case form.Number, form.Money:
		return name + " >= 4.0"
	case form.ShortTxt:
		return name + ` == "red"`
	case form.Ref, form.FileType:
		return "size(" + name + ") > 1"
	case form.Date:
		return name + ` > timestamp("2026-06-01T00:00:00Z")`
	case form.Period:
		return name + ".end > " + name + ".start"
	}
	return ""
}

// aboutMany makes an expression about a list that does not look at its order.
func aboutMany(kind form.Type, name string) string {
	switch kind {
	case form.Number, form.Money:
		return "sum(" + name + ") <= 10.0"
	case form.Period, form.LongTxt:
		return ""
	}
	if one := about(kind, "v"); !strings.Contains(one, "v.") {
		return name + ".exists(v, " + one + ")"
	}
	return ""
}
