package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// readFrozen reads what cannot be changed about an item once it has values.
func (l *loader) readFrozen(f *file, n *yaml.Node) *form.Frozen {
	if n == nil {
		return nil
	}
	z := &form.Frozen{}
	m := l.fields(f, n, "frozen")
	m.strs(m.need("questions"), &z.Questions)
	m.strs(m.need("by"), &z.By)
	m.strs(m.get("anew"), &z.Anew)
	m.done()
	return z
}

// readCycle reads how a next cycle begins.
func (l *loader) readCycle(f *file, n *yaml.Node) *form.Cycle {
	if n == nil {
		return nil
	}
	c := &form.Cycle{}
	m := l.fields(f, n, "cycle")
	m.str(m.need("by"), &c.By)
	m.str(m.need("at"), &c.At)
	for _, p := range m.pairs(m.need("ways")) {
		c.Ways = append(c.Ways, l.readWay(f, p))
	}
	m.strs(m.get("renew"), &c.Renew)
	m.strs(m.get("shelve"), &c.Shelve)
	c.Start = l.readCarries(m, m.get("start"))
	c.Grow = l.readGrow(f, m.get("grow"))
	m.done()
	return c
}

func (l *loader) readWay(f *file, p pair) form.Way {
	w := &form.Way{}
	m := l.fields(f, p.value, "way")
	m.str(p.key, &w.Option)
	m.str(m.need("begin"), &w.Begin)
	m.strs(m.get("renew"), &w.Renew)
	m.done()
	return *w
}

func (l *loader) readCarries(m *fields, n *yaml.Node) []form.Carry {
	var out []form.Carry
	for _, entry := range m.list(n) {
		c := &form.Carry{}
		one := l.fields(m.file, entry, "carry")
		one.str(one.need("at"), &c.At)
		one.str(one.get("last"), &c.Last)
		one.str(one.get("is"), &c.Is)
		one.done()
		out = append(out, *c)
	}
	return out
}

func (l *loader) readGrow(f *file, n *yaml.Node) *form.Grow {
	if n == nil {
		return nil
	}
	g := &form.Grow{}
	m := l.fields(f, n, "grow")
	m.str(m.need("each"), &g.Each)
	m.str(m.need("adds"), &g.Adds)
	m.str(m.need("below"), &g.Below)
	g.Copy = l.readCarries(m, m.get("copy"))
	m.done()
	return g
}
