// Package storetest is the contract of [bot.Store], as a suite of tests. A
// store is one when it passes [Run]; the tests of an adapter say no more than
//
//	func TestStore(t *testing.T) {
//		storetest.Run(t, func(t testing.TB) storetest.Site { return &site{...} })
//	}
//
// It holds no store itself, and measures no speed.
//
// # What a store promises, in full
//
// Mailbox. The jobs of a conversation, each under its ID. [bot.Store.Enqueue]
// and [bot.Outcome.Elsewhere] add a job only if its ID is not in the mailbox
// and was not among the last 200 IDs that came in that way.
// [bot.Outcome.Jobs] always adds: it replaces the job of the same ID, if one
// is there, also a dead one; the replacement is a new arrival. A timer with a
// zero Due takes the job of that ID away. A job comes back from the store as
// it was put in, with its Seq given by the store, and its Due to the
// millisecond.
//
// Place. A job's place in its lane is (Due when it was put in, Seq). A job put
// back by [bot.Outcome.Job] keeps its place, whatever its new Due: so one that
// has to wait holds back the later ones of its lane. Two kinds hold back
// nobody: a dead job, and a timer before it is due.
//
// Claim. The next job of a lane is the first by place that is not dead and not
// a timer before its Due; it can be claimed when its Due has come. Of all the
// conversations that nobody has, the one whose next job has been due longest
// is claimed. A conversation is had from its claim to the commit, or to the
// end of the lease: Until is now+lease, and at that very moment the lease has
// expired. Fence rises with every claim of a conversation, also over a restart.
//
// Commit. It is taken while nobody else has claimed the conversation, even
// after the lease expired; a second commit of one claim is [bot.ErrLeaseLost].
// Of a commit that returned an error nothing is kept, unless the fault was the
// store's own: then all or nothing is. Outcome.Job keeps what it is given
// except Seq. Changes without a Head are no changes.
//
// View. What is read through one view is of one version of the dossier, that
// of its Head: if the dossier changes under the view, a later read gives
// either what was there before, or an Err that is [bot.ErrChanged].
//
// NextDue. The earliest moment at which Claim may give something if nothing
// else happens: of a conversation somebody has, that is not before the end of
// the lease. It may lie in the past. Dead jobs do not count.
//
// Documents come back equal, in every field, with times to the millisecond as
// the same instant (in UTC, if they went in in UTC); nil and empty lists are
// the same.
package storetest
