package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows"
	"visesbot/flows/form"
)

// readModule reads an awareness or training module.
func (r reader) readModule(f *file) {
	mod := &flows.Module{Version: nodeHash(without(f.root, "facilitator"))}
	m := r.fields(f, f.root, "module")
	r.at[mod] = spotOf(f, f.root)
	m.str(m.need("module"), &mod.ID)
	oneOf(m, m.need("kind"), &mod.Kind, []string{"awareness", "training"})
	m.whole(m.need("minutes"), &mod.Minutes)
	m.needText("title", &mod.Title, nil)
	m.needText("goals", &mod.Goals, nil)
	m.str(m.get("next"), &mod.Next)
	m.truth(m.get("proposed"), new(bool))
	r.readFacilitator(f, m.get("facilitator"), mod)
	for _, n := range m.list(m.need("blocks")) {
		mod.Blocks = append(mod.Blocks, r.readCard(f, n))
	}
	m.done()
	r.script.Modules = append(r.script.Modules, mod)
}

// readCard reads one block of a module.
func (r reader) readCard(f *file, n *yaml.Node) *flows.Block {
	b := &flows.Block{Hash: nodeHash(n)}
	m := r.fields(f, n, "block of a module")
	r.at[b] = spotOf(f, n)
	m.str(m.need("id"), &b.ID)
	oneOf(m, m.need("kind"), &b.Kind, blockKinds())
	m.truth(m.get("locked"), &b.Locked)
	m.truth(m.get("values"), &b.Values)
	m.needText("title", &b.Title, nil)
	m.needText("text", &b.Text, nil)
	r.readPools(m, b)
	m.str(m.get("media"), &b.Media)
	m.text("alt", &b.Alt, nil)
	m.truth(m.get("multiple"), &b.Multiple)
	r.readChoices(m, b)
	m.strs(m.get("ask"), &b.Ask)
	m.strs(m.get("read"), &b.Read)
	m.done()
	return b
}

func blockKinds() []flows.BlockKind {
	return []flows.BlockKind{flows.TextBlock, flows.PictureBlock, flows.FilmBlock, flows.CheckBlock, flows.ExerciseBlock}
}

func (r reader) readPools(m *fields, b *flows.Block) {
	for _, p := range m.pairs(m.get("pools")) {
		if !checkOneOf(r.loader, spotOf(m.file, p.key), p.key.Value, pools()) {
			continue
		}
		if b.Pools == nil {
			b.Pools = map[string]form.Text{}
		}
		text := new(form.Text)
		m.said("pools", p.value, text, nil)
		b.Pools[p.key.Value] = *text
	}
}

func (r reader) readChoices(m *fields, b *flows.Block) {
	entries := m.list(m.get("options"))
	b.Options = make([]flows.Choice, len(entries))
	for i, e := range entries {
		r.readChoice(m.file, e, &b.Options[i])
	}
}

func (r reader) readChoice(f *file, n *yaml.Node, c *flows.Choice) {
	m := r.fields(f, n, "option of a check")
	r.at[c] = spotOf(f, n)
	m.str(m.need("id"), &c.ID)
	m.needText("text", &c.Text, nil)
	m.truth(m.get("right"), &c.Right)
	m.text("feedback", &c.Feedback, nil)
	m.done()
}
