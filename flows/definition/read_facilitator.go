package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows"
)

// readFacilitator reads the frame of a collective session, if there is one.
func (r reader) readFacilitator(f *file, n *yaml.Node, mod *flows.Module) {
	if n == nil {
		return
	}
	frame := &flows.Facilitator{}
	m := r.fields(f, n, "frame of a session")
	r.at[frame] = spotOf(f, n)
	m.needText("aim", &frame.Aim, nil)
	entries := m.list(m.need("steps"))
	frame.Steps = make([]flows.SessionStep, len(entries))
	for i, e := range entries {
		r.readSessionStep(f, e, &frame.Steps[i])
	}
	r.readPoll(f, m.need("poll"), &frame.Poll)
	m.needText("next", &frame.Next, nil)
	m.done()
	mod.Facilitator = frame
}

func (r reader) readSessionStep(f *file, n *yaml.Node, s *flows.SessionStep) {
	m := r.fields(f, n, "step of a session")
	r.at[s] = spotOf(f, n)
	m.whole(m.need("minutes"), &s.Minutes)
	m.needText("title", &s.Title, nil)
	m.needText("text", &s.Text, nil)
	m.strs(m.get("push"), &s.Push)
	m.truth(m.get("poll"), &s.Poll)
	m.done()
}

func (r reader) readPoll(f *file, n *yaml.Node, p *flows.RoomPoll) {
	if n == nil {
		return
	}
	m := r.fields(f, n, "poll")
	r.at[p] = spotOf(f, n)
	m.needText("text", &p.Text, nil)
	entries := m.list(m.need("options"))
	p.Options = make([]flows.RoomOption, len(entries))
	for i, e := range entries {
		o := r.fields(f, e, "option of a poll")
		o.str(o.need("id"), &p.Options[i].ID)
		o.needText("text", &p.Options[i].Text, nil)
		o.done()
	}
	m.done()
}
