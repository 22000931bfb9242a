// Package entry lets people into a talk: the start and its invitation, the
// language, the consent, the name, a second app, and the invitations that people
// of an enterprise give to others.
//
// Who opens which invitation is found by package bot; who may do what once inside
// is not decided here.
//
// Words: a ticket is an invitation for one person; a link makes one person of
// two apps; somebody is settled in once language, consent and name are known.
package entry
