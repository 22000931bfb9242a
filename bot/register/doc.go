// Package register is the register of a programme: its partners, what they aim
// at, its cohorts, enterprises and people, as the tables that a coordinator
// fills in. It says what the tables hold ([Tables]), finds what is wrong with
// rows by table, row and column ([Read]), and what would change in the register
// ([Compare]).
//
// It is not the dossiers: what enterprises answer is in package flows. It
// reads no files (package adapters/sheets does) and keeps nothing (a store
// does, see [Register]).
//
// A cohort is 5 to 10 enterprises that are accompanied together; one that is
// smaller or larger is allowed, with a warning. A partner may belong to several
// pools, and to none.
package register
