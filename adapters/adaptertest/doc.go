// Package adaptertest is the contract of [bot.Adapter], as a suite of tests. A
// channel is one when it passes [Run] against its platform, or against a
// stand-in that is as strict:
//
//	func TestChannel(t *testing.T) {
//		adaptertest.Run(t, "channel", func(t testing.TB) adaptertest.Site { return &site{...} })
//	}
//
// A [Site] is a platform with one bot and a few people on it. What platforms
// differ in are interfaces that a site may be besides: [Repeater] brings again
// what was not acknowledged, [Ailing] can be made ill, [Limited] counts what
// comes too fast, and so on. A check that needs what a site is not cannot be
// asked; the table below says why, for every channel, and a site that is less
// than the table says, or more, fails. [Corpus] holds cards that are hard to
// show.
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
// Threads. A message with Under stands below the one it names, or quotes it; the
// next one without does not. What somebody writes there arrives with the receipt
// of that message as Under, and nothing else does. Top stands in no thread.
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
// # What is not asked of whom
//
// The channel, what its site is not, and the reason. Of Telegram everything is
// asked.
//
//	slack by socket  Spinner   a button on Slack does not show that it waits
//	slack by socket  Forger    the bot calls Slack, and nobody can call the bot
//	slack by http    Spinner   a button on Slack does not show that it waits
//	web              Spinner   a press is one request, and its answer says whether it was stored
//	web              Tapper    the page takes a button for pressed until it is answered (page_browser_test.go)
//	web              Ailing    there is no platform between the program and its page
//	web              Blocker   nobody can shut the bot out of its own page
//	web              Deleter   what stands on the page cannot be taken away
//	web              Limited   a page takes what comes, as fast as it comes
//	web              Bounded   a page has no limits that anybody has published
//	web              Keeper    the page asks for no password, and has no token
//	terminal         Company   a terminal has one talk
//	terminal         Editor    what was written stays: a terminal scrolls
//	terminal         Replier   what is typed answers the last card, and no other
//	terminal         Repeater  a line that cannot be stored ends the program, which says why
//	terminal         Spinner   there is nothing to press but keys
//	terminal         Tapper    a line is not entered twice by a trembling hand
//	terminal         Forger    whoever sits at the keyboard is the person
//	terminal         Ailing    there is no platform between the program and its terminal
//	terminal         Blocker   nobody can shut the bot out of the terminal
//	terminal         Deleter   what was written stays
//	terminal         Limited   a terminal takes what comes, as fast as it comes
//	terminal         Bounded   a terminal has no limits
//	terminal         Keeper    it has no credentials
//
// # Tried each time
//
// Does it bite? The channel of Telegram is broken in these ways whenever its
// tests run (adapters/telegram/bite_test.go), and the check beside has to notice:
//
//	acknowledged before it is stored        acknowledged only when stored
//	the offset moved early                  not lost by a stop
//	the token in an error                   no credential is told
//	a button press that is not answered     a press is answered
//	retry_after ignored                     a pause that is asked for is obeyed
//	no de-duplication                       duplicates have the same id
//	a double tap counts twice               a double tap counts once
//	no order                                order is kept in each conversation
//	what is unsigned is accepted            what is forged is turned away
//	its own messages are heard              own messages are not heard
//	a limit of size that is off by one      its abilities keep to the platform's limits
//	a limit of pace that is off by one      limits are not hit
//
// # Tried by hand
//
// Its code was broken in these ways too. This is what noticed it first:
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
//	Under is not shown                                 what belongs together stands together
//	Under is not read                                  a reply says to what
//	a goroutine that never ends                        it stops, and leaves nothing behind
//
// None of these went unnoticed. Whoever adds a check breaks a channel for it, and
// adds a line.
package adaptertest
