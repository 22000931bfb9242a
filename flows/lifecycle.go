package flows

import (
	"context"
	"errors"
	"slices"

	"github.com/looplab/fsm"
)

// A lifecycle is a table, and never a live object in a session: the state is
// loaded, one move is made, the state is read, nothing is kept. (An fsm.FSM is
// not safe after a panic or a cancelled context.)

// The moves of a conversation.
const (
	MoveInvited = "invited"
	MoveAgreed  = "agreed"
	MoveRefused = "refused"
	MoveLearn   = "learn"
	MoveAnswer  = "answer"
	MoveReview  = "review"
	MoveRest    = "rest"
	MovePause   = "pause"
)

// modeMoves is the lifecycle of a conversation.
func modeMoves() fsm.Events {
	settled := []string{string(Home), string(Studying), string(Answering), string(Reviewing), string(Paused)}
	return fsm.Events{
		{Name: MoveInvited, Src: append([]string{string(Welcome)}, settled...), Dst: string(Agreeing)},
		{Name: MoveAgreed, Src: append([]string{string(Welcome), string(Agreeing)}, settled...), Dst: string(Home)},
		{Name: MoveRefused, Src: append([]string{string(Agreeing)}, settled...), Dst: string(Home)},
		{Name: MoveLearn, Src: settled, Dst: string(Studying)},
		{Name: MoveAnswer, Src: settled, Dst: string(Answering)},
		{Name: MoveReview, Src: settled, Dst: string(Reviewing)},
		{Name: MoveRest, Src: settled, Dst: string(Home)},
		{Name: MovePause, Src: settled, Dst: string(Paused)},
	}
}

// ModeAfter gives the mode that a move leads to, and whether it may be made.
func ModeAfter(m Mode, move string) (Mode, bool) {
	to, ok := fire(modeMoves(), string(m), move)
	return Mode(to), ok
}

// modesOf says in which modes an expectation may stand. Somebody's name is asked
// after consent, which may be given below a lesson; what is asked beside a
// question stands with it; the rest is asked from wherever one has come in.
func modesOf(kind Expectation) []Mode {
	switch kind {
	case ExpectReason, ExpectRename:
		return []Mode{Answering}
	case ExpectName:
		return []Mode{Agreeing, Home, Studying}
	case ExpectReserve, ExpectSendBack, ExpectReopen, ExpectComment, ExpectOn, ExpectInvite, ExpectPark, ExpectAsk, ExpectReply, ExpectCard, ExpectMove, ExpectPause, ExpectSnooze:
		return []Mode{Home, Studying, Answering, Reviewing, Paused}
	}
	return nil
}

// MayExpect tells whether an expectation may stand in a mode.
func MayExpect(m Mode, kind Expectation) bool { return slices.Contains(modesOf(kind), m) }

// The moves of an evaluation cycle.
const (
	PhaseClose  = "close"
	PhaseReopen = "reopen" // and the phase to go back to: "reopen mandate"
	PhaseBegin  = "begin"  // the next cycle, and the phase it begins with: "begin diagnosis"
)

// CyclePhases are the phases of a cycle, in the order of the method.
func CyclePhases() []string {
	return []string{"mandate", "diagnosis", "collection", "analysis"}
}

// cycleMoves is the lifecycle of an evaluation cycle: each phase closes into
// the next, any phase reached can be opened again, and once all are closed the
// next cycle begins with one of them.
func cycleMoves() fsm.Events {
	var moves fsm.Events
	phases := append(CyclePhases(), PhaseEnd)
	for i, p := range phases[:len(phases)-1] {
		moves = append(moves,
			fsm.EventDesc{Name: PhaseClose, Src: []string{p}, Dst: phases[i+1]},
			fsm.EventDesc{Name: PhaseReopen + " " + p, Src: phases[i:], Dst: p},
			fsm.EventDesc{Name: PhaseBegin + " " + p, Src: []string{PhaseEnd}, Dst: p})
	}
	return moves
}

// Where a phase is before the next, and the moves from one to the other.
const (
	GateOpen   = "open"   // under way
	GateSigned = "signed" // by the enterprise
	GateClosed = "closed" // a snapshot is kept

	GateSign     = "enterprise signs"
	GateAgree    = "accompanist signs"
	gateAlone    = "nobody accompanies"
	GateSendBack = "accompanist sends back"
	gateChange   = "enterprise changes an answer"
	gateReopen   = "reopen"
)

// gateMoves is the lifecycle of a phase.
func gateMoves() fsm.Events {
	return fsm.Events{
		{Name: GateSign, Src: []string{GateOpen}, Dst: GateSigned},
		{Name: GateAgree, Src: []string{GateSigned}, Dst: GateClosed},
		{Name: gateAlone, Src: []string{GateSigned}, Dst: GateClosed},
		{Name: GateSendBack, Src: []string{GateSigned}, Dst: GateOpen},
		{Name: gateChange, Src: []string{GateSigned}, Dst: GateOpen},
		{Name: gateReopen, Src: []string{GateClosed}, Dst: GateOpen},
	}
}

// GateAfter gives where a phase is after a move, and whether it may be made.
func GateAfter(gate, move string) (string, bool) { return fire(gateMoves(), gate, move) }

// PhaseEnd is the state of a cycle all of whose phases are closed.
const PhaseEnd = "closed"

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
		"cycle":        fsm.NewFSM(CyclePhases()[0], cycleMoves(), nil),
		"phase":        fsm.NewFSM(GateOpen, gateMoves(), nil),
	} {
		drawing, err := fsm.VisualizeForMermaidWithGraphType(m, fsm.StateDiagram)
		if err != nil {
			return nil, err
		}
		out[name] = drawing
	}
	return out, nil
}
