// Package library is what can be looked up: the vocabulary, the library of films,
// notebooks and notes, and what other frameworks call what is asked.
//
// Words: a term is a word of the vocabulary; an entry stands in the library; a
// filter narrows it; a framework is another standard, and a code its name for
// something.
package library
