// Package answers makes a table of what an enterprise answered, for who may read
// it: a row an answer, with the words of its question in the reader's language.
// It is also the room of the office that sends the table to who accompanies.
//
// It changes nothing, and judges nothing. Who may read what is asked of the
// register, by one rule: [cohort.Programme.Accompanies].
package answers
