// Package adaptertest is the contract of [bot.Adapter], as a suite of tests. A
// channel is one when it passes [Run] against its platform, or against a
// stand-in that is as strict:
//
//	func TestChannel(t *testing.T) {
//		adaptertest.Run(t, func(t testing.TB) adaptertest.Site { return &site{...} })
//	}
//
// A [Site] is a platform with one bot and a few people on it. What platforms
// differ in are interfaces that a site may be besides: [Repeater] brings again
// what was not acknowledged, [Ailing] can be made ill, [Limited] counts what
// comes too fast, and so on. A check that needs what a site is not is skipped;
// so that nothing is skipped unnoticed, the channel's tests say which of
// [Promises] they expect. [Corpus] holds cards that are hard to show.
//
// # What a channel promises, in full
//
// Inward. What somebody writes, presses or opens arrives as one [bot.Update]
// with the address of their conversation, word for word, in the order of each
// conversation. The platform is told that an update was taken only after accept
// returned nil: one that was not taken, and one that was being taken when the
// channel ended, comes again, with the same ID. What the platform brings twice
// has the same ID. A conversation that cannot be stored holds back no other. A
// pressed button is answered at once, stored or not; pressed twice by a
// trembling hand, it counts once. What nobody understands does no harm. The
// channel does not hear itself.
//
// Outward. What bot.Compose makes of any card is shown whole: text, buttons,
// ticks, in the order sent, to that person only. A message with Replace takes
// the place of the older one and keeps its receipt; the same again is no error;
// what cannot be edited any more is sent anew.
//
// Failing. Every error is a [bot.SendError]: permanent where nobody will ever be
// reached, throttled with the pause that is asked for, temporary otherwise. A
// pause is kept to without asking the platform again; limits are obeyed before
// they are hit. A sending ends with its context. No error and no log holds a
// credential.
//
// Ending. Receive returns nil soon after its context ended, also while the store
// is slow, and leaves no goroutine behind.
//
// # Does it bite?
//
// Channels were broken on purpose, one way at a time. This is what noticed:
package adaptertest
