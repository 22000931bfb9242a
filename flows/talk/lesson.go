package talk

import (
	"visesbot/flows"
)

// Block is the block the person is at.
func (t *Turn) Block() (*flows.Module, *flows.Block) {
	if t.Session.Module == nil {
		return nil, nil
	}
	m := t.Script.Module(t.Session.Module.ID)
	if m == nil || len(m.Blocks) == 0 {
		return nil, nil
	}
	return m, m.Blocks[min(t.Session.Module.Block, len(m.Blocks)-1)]
}
