package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// readPhase reads a phase: its gate, its blocks and what is asked in them.
func (r reader) readPhase(f *file) {
	p := &form.Phase{}
	m := r.fields(f, f.root, "phase")
	r.at[p] = spotOf(f, f.root)
	m.str(m.need("phase"), &p.ID)
	m.needText("title", &p.Title, nil)
	m.text("intro", &p.Intro, nil)
	m.truth(m.get("proposed"), new(bool))
	m.rules(m.get("gate"), &p.Gate, nil)
	for _, n := range m.list(m.need("blocks")) {
		p.Blocks = append(p.Blocks, r.readBlock(f, n))
	}
	m.done()
	r.script.Questionnaire.Phases = append(r.script.Questionnaire.Phases, p)
}

func (r reader) readBlock(f *file, n *yaml.Node) *form.Block {
	b := &form.Block{}
	m := r.fields(f, n, "block")
	r.at[b] = spotOf(f, n)
	m.str(m.need("id"), &b.ID)
	m.needText("title", &b.Title, nil)
	m.truth(m.get("keep"), &b.Keep)
	b.Nodes = r.readNodes(m, m.need("ask"), nil)
	m.done()
	r.blocks = append(r.blocks, b)
	return b
}

// readNodes reads the questions and loops below an ask.
func (r reader) readNodes(m *fields, n *yaml.Node, loops []*form.Loop) []form.Node {
	var nodes []form.Node
	for _, entry := range m.list(n) {
		if !hasKey(entry, "each") {
			nodes = append(nodes, form.Node{Question: r.readQuestion(m.file, entry, loops)})
			continue
		}
		if loop := r.readLoop(m.file, entry, loops); loop != nil {
			nodes = append(nodes, form.Node{Loop: loop})
		}
	}
	return nodes
}

// readLoop returns nil for a loop over nothing known.
func (r reader) readLoop(f *file, n *yaml.Node, around []*form.Loop) *form.Loop {
	loop := &form.Loop{}
	m := r.fields(f, n, "loop")
	r.at[loop] = spotOf(f, n)
	if each := m.need("each"); each != nil {
		loop.Each = r.collection(f, each)
	}
	m.expr(m.get("where"), &loop.Where)
	loop.Nodes = r.readNodes(m, m.need("ask"), append(around[:len(around):len(around)], loop))
	m.done()
	if loop.Each == nil {
		return nil
	}
	in := &looped{Loop: loop}
	if n := len(around); n > 0 {
		in.around = around[n-1]
	}
	r.loops = append(r.loops, in)
	return loop
}

// rules reads the entries of must, warn and gate.
func (m *fields) rules(n *yaml.Node, into *[]form.Rule, q *form.Question) {
	entries := m.list(n)
	*into = make([]form.Rule, len(entries))
	for i, e := range entries {
		r := &(*into)[i]
		one := m.l.fields(m.file, e, "rule")
		one.str(one.need("id"), &r.ID)
		one.expr(one.need("if"), &r.If)
		one.needText("say", &r.Say, q)
		one.done()
		if r.If == nil {
			r.If = &form.Expr{Source: "true"}
		}
	}
}
