// Package report makes the report of an evaluation from a dossier: a [Document]
// in one language or two, before any format. What its reader may not see is not
// in it, so that no painter can leak it.
//
// It is pure: it reads the dossier it is given and no clock. It lays out nothing
// (package page), draws with package draw, and writes no file (packages pdf, html
// and markdown). A part is one of the twelve of a report, a block is what stands
// in it, a run is text in one language.
package report
