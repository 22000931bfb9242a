// Package gathering is what a meeting and a community day have in common: a title,
// a moment, a place or a link, the form that asks for them, the appointment on the
// phones, and the file for people's own calendars.
//
// It is no room, and keeps nothing but those files: who may plan what, who is
// invited and what they answer is for the rooms to say.
package gathering
