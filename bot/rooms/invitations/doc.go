// Package invitations is the room of the office that sees to who is let in:
// partners invite, see what became of their invitations and take them back, and
// are told when somebody opens one that was used before. The turn of a
// conversation itself decides who gets in (package bot, flows.Invite).
package invitations
