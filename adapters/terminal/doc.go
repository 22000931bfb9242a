// Package terminal is the channel of `visesbot play`: one person who talks in a
// terminal, or a program that writes one answer a line into a pipe.
//
// The buttons of a card are shown as a numbered list, choices first. What is
// typed is read so:
//
//   - "[Label" presses the button whose label begins with these words, on the
//     newest card that has it, as transcripts write it;
//   - "/7" presses button 7 of the newest list; so does "7" when 7 is no choice
//     and the card asks for nothing to be typed;
//   - the whole label of a button that is no choice presses it;
//   - "/help" explains this, "/file PATH" sends a file, "/quit" ends the talk;
//   - everything else is said. Numbers and labels of choices too: the
//     conversation itself understands them, several at a time.
//
// The package does not decide what is said, keeps nothing, and moves no clock.
package terminal
