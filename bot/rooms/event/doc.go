// Package event is the room of days and meetings to which all enterprises are
// invited, or those of a pool: announcement, sign-up for workshops with so many
// places, cards of experience, difficulty and idea, and the harvest of them.
//
// Everything about an event is written in its mailbox ("office:event-ID"), where
// sign-ups come one after the other: a place is given once. A card is seen by
// nobody before its author says how it may be shared, and in the harvest it stands
// in the words and the language in which it was written.
package event
