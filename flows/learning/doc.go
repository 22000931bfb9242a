// Package learning is about modules: lessons, checks, exercises, examples, what
// was pushed to people, the polls of a group on a module, and the run sheet of
// who holds a session.
//
// Words: a block is one step of a module (a lesson, a picture, a check, an
// exercise); a push is a module or message that somebody in the programme sends.
package learning
