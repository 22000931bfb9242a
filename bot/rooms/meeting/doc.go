// Package meeting is the room in which partners plan meetings with enterprises,
// lead them, and keep the hours of individual guidance: semi-collective sessions,
// individual appointments, meetings of the community, online or in a place.
//
// A partner plans in a conversation; a draft is theirs alone. From the moment that
// it is sent, all that is known of a meeting is written in one mailbox
// ("office:meet-ID") and nowhere else: what partners press and what people answer
// on their phones comes there as notes, one after the other. The cards of partners
// are shown again in place from there.
//
// The phones' side is in package flows (meeting.go). The reminders of an
// appointment are the conversation's own: it is only told when and where.
package meeting
