// Package digest tells those who accompany a cohort, once a week and at the hour
// they choose, what waits for them and what happened: one message, in their
// language, with a small picture, the detail in its thread, and buttons to act.
//
// [Compute] is pure: it makes a [Digest] of what was [Seen] of each enterprise.
// [Gather] does the reading, for the office and the command line alike, and
// [Speech] says it. [Room] is the room of the office that sends it, brings it up
// to date in place, and does what its buttons say.
//
// Nothing of what an enterprise answered is in a digest before the enterprise has
// released it: who is where, what is due and how many, but no own words. Who
// accompanies reads the rest in the dossier itself. Nobody is ranked: enterprises
// stand in the order of the register.
//
// There are digests for trainers (what became of the modules in their cohorts, and
// what was misunderstood: it stands on the receipts of package campaign), for the
// coordination (the programme in numbers) and of pools, for those who answer for
// one and ask for it (never fewer than [SmallestCell] enterprises together).
package digest
