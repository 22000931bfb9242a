// Package bottest plays transcripts on a whole bot: what people do goes through
// Accept, a store, the engine, Compose and a channel, as in the program itself.
// [Transcripts] is how a store shows that conversations are the same on it as
// on the engine alone.
//
// It makes no claims of its own about stores (package storetest does), and
// waits for nothing: time is moved.
package bottest
