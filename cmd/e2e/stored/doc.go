// Package stored keeps that nothing stored breaks: what earlier versions of the
// program wrote to a store, and the buttons they put on people's screens, are
// played through the program as it is now.
//
// A folder of testdata is one landed version. Its lines are samples, one of each
// shape that was found: sessions, jobs, documents of dossiers, rows of the
// register, and the data of buttons with the role of who was shown them. Its
// stores are whole SQLite files, from the middle of talks and of a programme.
// They were made by playing the transcripts and the programme's tests with that
// version, and are never changed; a version that stores something new adds a
// folder.
//
// It makes no claims about what is said: the transcripts do.
package stored
