// Package sheets reads and writes the tables of a programme as spreadsheet
// files: XLSX, a sheet a table, and CSV, a file a table. It knows the file
// formats and nothing of what the tables mean: that is package cohort.
package sheets
