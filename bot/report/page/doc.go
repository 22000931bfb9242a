// Package page lays a document out: it breaks lines, fills pages, and says of
// everything on them what it is for who reads by ear. What it gives is painted as
// PDF, and its first page as a picture.
//
// It paints nothing itself, and decides nothing of what stands in a document. A
// page is what is on one sheet; a node is an element of the structure that a
// screen reader goes by; a slab is what is never broken between two pages.
package page
