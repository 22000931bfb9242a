// Package parse turns what a person types into the value a question asks for:
// a number, an amount of money, a date, a period, a choice, a yes or a no, a
// place on a scale, a list, an instruction to the bot. It reads French, Dutch
// and English, with missing accents and small typing errors.
//
// It is strict: when a text can be understood in two ways, or is a sentence
// rather than an answer, the answer is "not understood" and the bot asks again.
// Nothing is ever guessed from a bare number or from part of a sentence.
//
// It is not a natural language parser, it does not know any questionnaire, it
// does not check whether an answer is allowed (an end before a start, a number
// out of bounds) and it does not write texts for people.
//
// Every function is pure: no clock (the time is an argument), no input or
// output, no state that changes. All may be called from many goroutines.
//
// A language is "fr", "nl" or "en"; anything else is read as "en". It settles
// only what is ambiguous ("1.234", "hier"); words of all three are understood.
//
// Texts that are too long to be an answer are refused before they are read:
// 200 runes, 1 000 for [Choices], 4 096 for a command that starts with a slash.
// [Lines] and [Clean] take any length, in time proportional to it.
package parse
