// Package sqlite keeps a programme in one SQLite file: the embedded store, for
// one machine and one process. It is a [bot.Store] and passes package
// storetest. It is not for several processes on one file: the second one is
// refused ([ErrInUse]). A programme that outgrows one machine moves to
// adapters/mongo.
//
// # Delivery semantics
//
// Enqueue, Commit, PutInvite and PutFile return after what they wrote is on
// the disk (WAL, synchronous=FULL). So an update that was acknowledged
// survives a crash of the program and of the machine, as far as the disk keeps
// what it says it has kept. A commit is one transaction: the dossier, the
// session, the job done, the jobs to do and the jobs for other conversations
// are all there or none is. A program that was killed is started again on the
// same file and goes on; there is nothing to repair. What was claimed and not
// committed is done again at once, without waiting for its lease, as whoever
// claimed it is gone. A message whose sending was not written down yet is sent
// once more: messages go out at least once, updates are acted on once.
//
// # Speed
//
// All writes go through one goroutine, which takes what many callers are
// waiting with into one transaction, so that they share one wait for the disk.
// Each caller's part stands by itself: if one fails, the others are written
// without it. Claims write nothing. Leases and the queue of conversations that
// are due live in memory, where the lock on the file allows it; the queue is
// read from an index in portions, so that opening costs the same with a
// hundred thousand conversations waiting as with ten. Documents are read one by
// one, by key, while others write, in one reading transaction a turn. Those of a
// dossier are neighbours in one index, and what comes and goes with every turn has
// an index apart from the timers that wait: so a turn touches few pages, however
// many dossiers there are. What was
// last committed of the busiest conversations themselves is kept in memory, and
// so is what stands first in the mailboxes that are due: to claim a message
// that has just been put there, the file is not read at all.
//
// # For operators
//
// Beside FILE there are FILE-wal and FILE-shm while the store is open, and
// FILE.lock, which is empty and stays. FILE-wal takes about 16 MB, and is copied into
// FILE at every start before anything else. All are readable by their owner only.
// Do not copy or delete them one by one while the program runs: FILE-wal holds
// what was written last. A copy by `VACUUM INTO` or `.backup` of the sqlite3
// shell is sound at any time.
//
// The documents are JSON with names, in the column doc of the table documents,
// and can be asked for, by views for the kinds of them:
//
//	SELECT place, state, doc->>'$.author.role' FROM answers WHERE dossier = 'd1';
//	SELECT c.address, j.id, j.doc->>'error' FROM jobs j JOIN conversations c ON c.id = j.conversation WHERE j.state = 'dead';
//
// What is wrong with a file is said in one sentence that says what to do, with
// the file untouched: see the Err values. Files of up to 32 MB are checked
// whole when they are opened; larger ones are with [CheckFile], and complain
// as [ErrCorrupt] when a damaged page is met.
package sqlite
