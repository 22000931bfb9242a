// Package form is the questionnaire model: what is asked, of whom, when.
//
// A [Questionnaire] is a form, not a graph of screens: phases, blocks,
// questions, and loops over the items that the enterprise itself has named
// (stakeholder -> change). A [Dossier] is what one enterprise has answered so
// far. What to ask next is computed from the two and never stored: going back,
// changing an answer, handing it to a colleague and resuming after months are
// all the same thing, an answer recorded or not.
//
// The package does not know what people typed (package parse), how a card
// looks (package flows), where a dossier is kept (package bot and the stores),
// or in which files a questionnaire is written (package definition). It reads
// no clock: time is an argument.
package form
