// Package web is the channel of the browser: the page of `visesbot demo`, with
// a few chats side by side and a clock that can be moved.
//
// An update is acknowledged to the page only after it was accepted. Everything
// shown is kept in one file of JSON lines ([Config].Log), entry after entry,
// before its receipt is given: a page that is reloaded, a connection that
// breaks and a program that is started again all show the whole talk. The page
// follows it by Server-Sent Events, whose ids say in which round an entry stands, and where.
//
// What a person says is accepted first and kept in the file second: killed in
// between, the program shows it again as soon as the page, which got no answer,
// has asked again under the same id. A message of the bot that is sent again
// takes the place of its first showing.
//
// The page belongs to the person at this computer. It asks for no password,
// so it answers only requests that name this very computer (see guard.go). It
// is not the place to put a bot on the Internet.
package web
