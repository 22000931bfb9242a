// Package reminder says what is said unasked, and when: what is due, the hours
// and days somebody wants, putting off, pausing, following up on decisions, and
// telling those who accompany an enterprise when nothing is heard.
//
// Hours, days and holidays are those of package workday.
//
// Words: a due is one thing to remind of; snooze, quiet hours and frequency mean
// what they mean in scheduling; to escalate is to tell those who accompany.
package reminder
