// Package limiter keeps a channel within the limits of its platform, and to the
// pauses that the platform asks for.
//
// What may be sent is counted in tokens, for an account and for each conversation
// (or method) of it. What has to wait longer than the caller likes gets no token,
// and a [bot.SendError] of kind Throttled that says when to come again. Time is
// an argument: nothing here reads a clock but [Limiter.Wait], which is given one.
//
// What it is not: it sends nothing, and knows the numbers of no platform. It is
// kept in memory; a program that starts anew begins with full limits.
//
// Words: a gate is what has a limit of its own (a rate limit), a key its name; a
// pause is what a platform asks for by Retry-After.
package limiter
