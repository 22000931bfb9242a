// Package tables makes tables of what an evaluation holds, for other programs:
// the values that were measured, and the codebook of the questions. Its columns
// have the same names in every language.
//
// It writes no spreadsheet (package sheets) and judges nothing; who may have a
// table is asked where it is asked for. A measurement is a value of an indicator
// at a moment.
package tables
