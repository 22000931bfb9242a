// Package attachment decides which files are taken that people send, for every
// channel: by what stands in them, by their name, and by what the platform calls
// them. It says in words what can be sent, and gives the list that a browser's
// file chooser is to offer.
//
// What it is not: it fetches and keeps nothing, and knows no platform. The bytes
// decide; a name only tells apart what looks alike (a table from a note), and
// forbids (a document whose name says that it has macros).
//
// Words: a kind is a media type ("image/heic"); an offer is a file that somebody
// sends; sound is what can be listened to, a clip what can be watched.
package attachment
