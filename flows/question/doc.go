// Package question is about the question on the table: its card and buttons,
// reading what was typed, keeping the answer, and every way beside an answer
// (why, later, not applicable, somebody else, the answer of a colleague, lists
// and their items, what was answered in the cycle before).
//
// Which question comes next, and what an answer leads to, is computed by package
// form. What happens when nothing is open is package cycle's.
//
// Words: a question is delegated (handed to a colleague); a conflict is a second
// answer to a question that a colleague answered meanwhile; history is what was
// answered before; a frozen answer can only be changed by a new version.
package question
