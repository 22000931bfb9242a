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
// Place. A job's place in its lane is (Due when it was put in, Seq); that of an
// update is never before those of the updates that wait, nor that of a send before
// the sends: they are done in the order in which they came, though the clocks of
// those who took them in differ, or go back. A job put
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
// A claim that is given back by [bot.Leaser] can be taken at once; one that is
// renewed lasts until then, and nothing of the job is counted or changed.
//
// Commit. It is taken while nobody else has claimed the conversation, even
// after the lease expired; a second commit of one claim is [bot.ErrLeaseLost].
// Of a commit that returned an error nothing is kept, unless the fault was the
// store's own: then all or nothing is. Outcome.Job keeps what it is given
// except Seq. Changes without a Head are no changes.
//
// View. What is read through one view is of one version of the dossier, that
// of its Head: if the dossier changes under the view, a later read gives
// either what was there before, or an Err that is [bot.ErrChanged]. It is closed
// by whoever asked for it; a store may lend its connection to it until then.
//
// NextDue. The earliest moment at which Claim may give something if nothing
// else happens: of a conversation somebody has, that is not before the end of
// the lease. It may lie in the past. Dead jobs do not count.
//
// All mailboxes together. [bot.Mailboxes] sees the jobs that wait and the dead
// ones, those due first first; a dead one that is revived is done in its old
// place, as if for the first time. Load counts a conversation once, however much
// is due in it.
//
// Documents come back equal, in every field, with times to the millisecond as
// the same instant (in UTC, if they went in in UTC); nil and empty lists are
// the same.
//
// # What a broken store is caught by
//
// Each of these faults was put into adapters/sqlite on purpose, and the test
// named failed.
//
//	fault                                          caught by
//	---------------------------------------------  ----------------------------------------------
//	acknowledged before it is durable              a job seen before is ignored; sqlite.TestKill
//	a commit in two transactions                   sqlite.TestKill
//	no fencing                                     a late writer keeps nothing
//	no lease                                       one worker at a time has a conversation; 50 workers
//	a lease outlives its moment                    an expired lease can be taken
//	fences start anew after a restart              what came in is there after a restart
//	a job done is taken in again                   a job seen before is ignored
//	a job waiting is taken in again                a job that waits is not put in again
//	ids are forgotten after 64                     the last 200 ids are remembered
//	no order in a lane                             in order of arrival
//	order hangs on the clock of who took it in     arrival is the order, however the clocks differ
//	a claim given back stays taken                 a claim given back can be taken at once
//	a waiting job is overtaken                     a waiting send holds back later sends only
//	a timer not due holds back others              a timer put back holds back nobody
//	a dead job comes back                          a dead job is kept and holds back nobody
//	a replaced timer comes as well                 a timer is replaced
//	a cancelled timer comes                        a timer is cancelled
//	jobs for other mailboxes are lost              jobs for other mailboxes wake them
//	jobs for other mailboxes come twice            jobs for other mailboxes come once
//	half of the follow-up jobs are lost            a commit is whole
//	no check of the version                        two conversations on one dossier
//	a refused commit keeps its session             two conversations on one dossier
//	a refused commit keeps its jobs                two conversations on one dossier
//	a commit without a session clears it           what an outcome leaves out stays
//	receipts are not trimmed                       only the newest receipts stay
//	a thread is forgotten                          receipts of lasting cards stay known
//	a view mixes two versions                      a view is of one version
//	times are kept to the second                   a job comes back as it was put in
//	next due forgets leases                        next due
//	a file that broke off is kept                  a file that breaks off is not kept
//	a job is taken away when it is claimed         crash between calls
//	a restart loses what is to be sent             crash between calls
//	a revived job is not woken                     a dead job is revived in its place
//	a revived job keeps its attempts               a dead job is revived in its place
//	dead jobs are counted as due                   dead jobs of all mailboxes
package storetest
