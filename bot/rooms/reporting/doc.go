// Package reporting is the room of the office in which reports are made and sent: the
// page of a phase when it is closed, and the whole report to who asks for it.
//
// It makes no report itself (package report), and keeps nothing but the files it
// sends. Who may have one is asked of the office, each time. A page is what comes
// back after a phase; the report is all of it.
package reporting
