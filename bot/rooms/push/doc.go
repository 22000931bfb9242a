// Package push is the room of the office in which trainers push modules: one
// push is one module that goes to the people of some enterprises, at a moment. At
// the desk of the command line it may also be a message, and for everybody.
//
// An [Order] says what goes to whom; it is written where somebody asks for it: in
// a trainer's conversation, or at the desk of the command line. Before its moment
// it can be withdrawn, or moved to another. From its moment on, everything that
// happens to it happens in its own mailbox (flows.PushBox), one thing after the
// other: it goes out by [bot.Push], the phones tell what became of it, it is
// offered again to those who missed it and to those who come in later. What is
// heard is kept as marks; a [Receipt] is made of them whenever it is looked at, and
// a trainer's receipt is shown anew at most once every few seconds. A [Standing]
// is made of the marks of all pushes of a module.
//
// A receipt counts; it never says what one person answered. Of a check it says
// how many misunderstood it once some people answered it.
package push
