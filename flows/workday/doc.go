// Package workday says when people may be written to unasked: on their working
// days, outside their quiet hours, and not on a public holiday of the country of
// their enterprise. It also counts how often is agreed.
//
// Everything that writes to people of its own accord (reminders, what is pushed,
// digests, invitations to a session) asks [Next] for its moment, or [At] when it
// can wait for the hour the person likes best. All times are those of the clock
// on the person's wall: the location of a moment is the person's. What is said
// at nine is said at nine on both sides of a change to summer time; an hour that
// the clocks leave out is the first after the gap, one that comes twice is the
// first of the two.
//
// It knows no conversation, and what is to be said is not its business.
package workday
