package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// readFrozen reads what cannot be changed about an item once it has values.
func (r reader) readFrozen(f *file, n *yaml.Node) *form.Frozen {
	if n == nil {
		return nil
	}
	z := &form.Frozen{}
	m := r.fields(f, n, "frozen")
	m.strs(m.need("questions"), &z.Questions)
	m.strs(m.need("by"), &z.By)
	m.strs(m.get("anew"), &z.Anew)
	m.done()
	return z
}

// readCycle reads how a next cycle begins.
func (r reader) readCycle(f *file, n *yaml.Node) *form.Cycle {
	if n == nil {
		return nil
	}
	c := &form.Cycle{}
	m := r.fields(f, n, "cycle")
	m.str(m.need("by"), &c.By)
	m.str(m.need("at"), &c.At)
	for _, p := range m.pairs(m.need("ways")) {
		c.Ways = append(c.Ways, r.readWay(f, p))
	}
	m.strs(m.get("renew"), &c.Renew)
	m.strs(m.get("shelve"), &c.Shelve)
	c.Start = r.readCarries(m, m.get("start"))
	c.Grow = r.readGrow(f, m.get("grow"))
	m.done()
	return c
}

func (r reader) readWay(f *file, p pair) form.Way {
	w := &form.Way{}
	m := r.fields(f, p.value, "way")
	m.str(p.key, &w.Option)
	m.str(m.need("begin"), &w.Begin)
	m.strs(m.get("renew"), &w.Renew)
	m.done()
	return *w
}

func (r reader) readCarries(m *fields, n *yaml.Node) []form.Carry {
	var out []form.Carry
	for _, entry := range m.list(n) {
		c := &form.Carry{}
		one := r.fields(m.file, entry, "carry")
		one.str(one.need("at"), &c.At)
		one.str(one.get("last"), &c.Last)
		one.str(one.get("is"), &c.Is)
		one.done()
		out = append(out, *c)
	}
	return out
}

func (r reader) readGrow(f *file, n *yaml.Node) *form.Grow {
	if n == nil {
		return nil
	}
	g := &form.Grow{}
	m := r.fields(f, n, "grow")
	m.str(m.need("each"), &g.Each)
	m.str(m.need("adds"), &g.Adds)
	m.str(m.need("below"), &g.Below)
	g.Copy = r.readCarries(m, m.get("copy"))
	m.done()
	return g
}
