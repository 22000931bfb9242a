// Package mongo keeps a programme in MongoDB, or in any server that speaks its
// protocol: it is a [bot.Store]. It holds no rules of the talk, and is not
// meant to be used from two programs of different versions at once.
//
// # What a person finds in mongosh
//
//	shown          {_id: "telegram:12 card push-1", is: receipt}, and by receipt; of lasting cards pushed out of receipts
//	conversations  {_id: "telegram:12", session, jobs: {id: job}, arrived, seen, due, dead, lease, receipts}
//	dossiers       {_id: "acme/Head", version, head, pending}
//	               {_id: "acme/answer/P1-16@st2/ch7", dossierVersion, place, state, value, ...}
//	               {_id: "acme/item/st2/ch7"}, {_id: "acme/list/change@st2"}
//	               {_id: "acme~record/000000000012"}, {_id: "acme~snapshot/diagnosis-1"}
//	invites        {_id: code, rev, dossier, enterprise, role, lang, …}
//	register       {_id: "partners/credal", table, id, fields: {name, country, ...}}
//	files          {_id: id, name, type, size, content}, the bytes in GridFS, bucket evidence
//	about          {_id: "layout", version}
//
// Names are those of the JSON tags of package form, flows and bot; dates are
// dates, to the millisecond. Names of documents sort so that what a turn reads
// of a dossier is one range of _id with its head first, and what is only added
// to (records, snapshots) lies outside of it.
//
// # How a commit is kept
//
// There are no transactions here: every document is written by itself, and
// what holds them together is an order and three conditions.
//
//  1. Records. One ordered update command. Its first statement moves the head
//     from the version that the outcome was made from to the next; when the
//     head is elsewhere by now, it fails (its upsert meets the _id), the rest
//     of the command is not carried out, and Commit gives [bot.ErrChanged].
//     With it the whole outcome is laid down in head.pending, under the address
//     of the conversation. The other statements write answers, lists, items,
//     records and snapshots, each only where an older version stands.
//  2. Jobs for other mailboxes, each once, by its id.
//  3. The conversation: job done, session, jobs, receipts, lease given back, in
//     one update that asks for the fence of the claim. This is the commit.
//
// A crash after the head was moved loses nothing: who reads the dossier puts
// what is pending over what is older, and who claims the job again is given
// the pending outcome as [bot.View.Replay] and commits that. So the first
// outcome kept for a job is the one that counts, also for a writer that lost
// its lease and comes late. A pending outcome is replaced by the next one of
// the same conversation, which cannot be made before the earlier one is
// wholly in place.
//
// A turn takes four commands: claim, read the dossier, write the records,
// write the conversation. Each but the claim addresses by _id, the claim by
// the index on due and lease. When an update arrives during a turn the last
// command is repeated after the conversation was read again.
//
// Not used, so that any server will do: transactions over several documents,
// change streams, arrayFilters, the positional $, $lookup, partial indexes and
// TTL indexes. (On a sharded cluster, conversations stay on one shard unless the
// server can findAndModify without the shard key.) Writes are acknowledged by a majority and tried again by the
// driver where the server can; every call has a time limit.
package mongo
