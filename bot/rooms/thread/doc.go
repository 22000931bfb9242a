// Package thread is the room in which people of an enterprise and those who
// accompany it write to each other: a call for help on a question, and what an
// accompanist writes to an enterprise. On a channel with threads all of it stands
// below one card; elsewhere it is answered by a button, or by answering a message.
//
// What is written goes to the others as it was written, with who it is from and
// in which language, and is never translated. A call for help says which question
// it is about, and shows the answer only when the person wants that.
//
// It is not the talk about the questionnaire (package flows), and gives nobody a
// way into a dossier.
package thread
