// Package intake is the room of the office in which somebody without an
// invitation asks to take part, where the programme is open for that, and a
// partner accepts or declines. A request is decided in a mailbox of its own, so
// that it is decided once, whoever presses at the same moment. The coordination
// opens and closes the programme for requests here too.
package intake
