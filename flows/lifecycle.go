package flows

import (
	"context"
	"errors"

	"github.com/looplab/fsm"
)

// A lifecycle is a table, and never a live object in a session: the state is
// loaded, one move is made, the state is read, nothing is kept. (An fsm.FSM is
// not safe after a panic or a cancelled context.)

// The moves of a conversation.
const (
	moveInvited = "invited"
	moveAgreed  = "agreed"
	moveRefused = "refused"
	moveLearn   = "learn"
	moveAnswer  = "answer"
	moveReview  = "review"
	moveRest    = "rest"
	movePause   = "pause"
)

// modeMoves is the lifecycle of a conversation.
func modeMoves() fsm.Events {
	settled := []string{string(Home), string(Studying), string(Answering), string(Reviewing), string(Paused)}
	return fsm.Events{
		{Name: moveInvited, Src: append([]string{string(Welcome)}, settled...), Dst: string(Agreeing)},
		{Name: moveAgreed, Src: append([]string{string(Welcome), string(Agreeing)}, settled...), Dst: string(Home)},
		{Name: moveRefused, Src: append([]string{string(Agreeing)}, settled...), Dst: string(Home)},
		{Name: moveLearn, Src: settled, Dst: string(Studying)},
		{Name: moveAnswer, Src: settled, Dst: string(Answering)},
		{Name: moveReview, Src: settled, Dst: string(Reviewing)},
		{Name: moveRest, Src: settled, Dst: string(Home)},
		{Name: movePause, Src: settled, Dst: string(Paused)},
	}
}

// ModeAfter gives the mode that a move leads to, and whether it may be made.
func ModeAfter(m Mode, move string) (Mode, bool) {
	to, ok := fire(modeMoves(), string(m), move)
	return Mode(to), ok
}

// The moves of an evaluation cycle.
const (
	phaseClose  = "close"
	phaseReopen = "reopen" // and the phase to go back to: "reopen mandate"
	phaseBegin  = "begin"  // the next cycle, and the phase it begins with: "begin diagnosis"
)

// The phases of a cycle, in the order of the method.
func cyclePhases() []string {
	return []string{"mandate", "diagnosis", "collection", "analysis"}
}

// cycleMoves is the lifecycle of an evaluation cycle: each phase closes into
// the next, any phase reached can be opened again, and once all are closed the
// next cycle begins with one of them.
func cycleMoves() fsm.Events {
	var moves fsm.Events
	phases := append(cyclePhases(), phaseEnd)
	for i, p := range phases[:len(phases)-1] {
		moves = append(moves,
			fsm.EventDesc{Name: phaseClose, Src: []string{p}, Dst: phases[i+1]},
			fsm.EventDesc{Name: phaseReopen + " " + p, Src: phases[i:], Dst: p},
			fsm.EventDesc{Name: phaseBegin + " " + p, Src: []string{phaseEnd}, Dst: p})
	}
	return moves
}

// Where a phase is before the next, and the moves from one to the other.
const (
	gateOpen   = "open"   // under way
	gateSigned = "signed" // by the enterprise
	gateClosed = "closed" // a snapshot is kept

	gateSign     = "enterprise signs"
	gateAgree    = "accompanist signs"
	gateAlone    = "nobody accompanies"
	gateSendBack = "accompanist sends back"
	gateChange   = "enterprise changes an answer"
	gateReopen   = "reopen"
)

// gateMoves is the lifecycle of a phase.
func gateMoves() fsm.Events {
	return fsm.Events{
		{Name: gateSign, Src: []string{gateOpen}, Dst: gateSigned},
		{Name: gateAgree, Src: []string{gateSigned}, Dst: gateClosed},
		{Name: gateAlone, Src: []string{gateSigned}, Dst: gateClosed},
		{Name: gateSendBack, Src: []string{gateSigned}, Dst: gateOpen},
		{Name: gateChange, Src: []string{gateSigned}, Dst: gateOpen},
		{Name: gateReopen, Src: []string{gateClosed}, Dst: gateOpen},
	}
}

// GateAfter gives where a phase is after a move, and whether it may be made.
func GateAfter(gate, move string) (string, bool) { return fire(gateMoves(), gate, move) }

// phaseEnd is the state of a cycle all of whose phases are closed.
const phaseEnd = "closed"

// PhaseAfter gives the phase that a move leads to, and whether it may be made.
func PhaseAfter(phase, move string) (string, bool) { return fire(cycleMoves(), phase, move) }

// fire makes one move. A move that leads to where one is counts as made.
func fire(moves fsm.Events, from, move string) (string, bool) {
	m := fsm.NewFSM(from, moves, nil)
	if !m.Can(move) {
		return from, false
	}
	err := m.Event(context.Background(), move)
	if same := (fsm.NoTransitionError{}); err != nil && !errors.As(err, &same) {
		return from, false
	}
	return m.Current(), true
}

// LifecycleDiagrams draws both lifecycles as Mermaid state diagrams, by name.
func LifecycleDiagrams() (map[string]string, error) {
	out := map[string]string{}
	for name, m := range map[string]*fsm.FSM{
		"conversation": fsm.NewFSM(string(Welcome), modeMoves(), nil),
		"cycle":        fsm.NewFSM(cyclePhases()[0], cycleMoves(), nil),
		"phase":        fsm.NewFSM(gateOpen, gateMoves(), nil),
	} {
		drawing, err := fsm.VisualizeForMermaidWithGraphType(m, fsm.StateDiagram)
		if err != nil {
			return nil, err
		}
		out[name] = drawing
	}
	return out, nil
}

// move changes the mode; staying where one is costs nothing.
func (st *step) move(name string, to Mode) {
	if st.s.Mode == to {
		return
	}
	if next, ok := ModeAfter(st.s.Mode, name); ok {
		st.s.Mode = next
	}
}
