// Package cycle is about the evaluation cycle of an enterprise as a whole: home
// and progress, the review of what was answered, signing and closing a phase, the
// next cycle, the path through the phases, the calendar of collection, and a newer
// version of the content.
//
// Single questions are package question's.
//
// Words: a gate is where a phase is before the next (open, signed, closed); the
// path is the order of the phases that an enterprise follows; a keeper sees to a
// calendar of collection.
package cycle
