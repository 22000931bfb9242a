// Package group is what enterprises do together: meetings and community days as
// a phone shows them, the questions and answers of peers, and what an enterprise
// has released to others.
//
// What is planned, invited and counted is done in the office (packages below bot).
//
// Words: a peer is another enterprise of the cohort; a release is an answer shared
// with a named audience, and can be revoked.
package group
