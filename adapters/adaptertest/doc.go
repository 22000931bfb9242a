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
// The channel of Telegram was broken on purpose, one way at a time. This is what
// noticed it first:
//
//	the offset moved before accept returned            acknowledged only when stored
//	a webhook answered with 200 whatever accept said   acknowledged only when stored
//	an update named otherwise when it comes again      acknowledged only when stored
//	accept not told that the channel ends              not lost by a stop
//	updates of one conversation accepted side by side  order is kept in each conversation
//	the first failure ends the batch for everybody     one conversation holds back no other
//	a button press never answered                      a press is answered
//	a button press answered after it was stored        a press is answered
//	a double tap handed on twice                       a double tap counts once
//	the payload of a deep link dropped                 an invitation arrives
//	an update of an unknown kind is an error           odd updates do no harm
//	the bot's own messages taken in                    odd updates do no harm
//	the secret of the webhook not compared             what is forged is turned away
//	text not escaped                                   everything of a card is shown
//	ticks left out                                     every button can be pressed
//	every edit sent anew                               edited in place
//	"message is not modified" an error                 edited to the same
//	"message to edit not found" an error               what is gone is sent anew
//	blocked taken for temporary                        blocked is permanent
//	a dead connection taken for permanent              broken is temporary
//	retry_after told, but not kept to                  a pause that is asked for is obeyed
//	no limiter                                         limits are not hit
//	two messages too many at once                      limits are not hit
//	calls without the context                          a sending obeys its context
//	the token left in the error of a failed call       no credential is told
//	one unit more than the platform takes              its abilities keep to the platform's limits
//	a goroutine that never ends                        it stops, and leaves nothing behind
//
// None of these went unnoticed. Whoever adds a check breaks a channel for it, and
// adds a line.
package adaptertest
