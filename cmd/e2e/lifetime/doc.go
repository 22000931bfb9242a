// Package lifetime lets a whole programme live: 22 partners, 69 enterprises in
// 14 cohorts and 200 people, through eighteen months with three changes of the
// clocks, public holidays of two countries, and three days without the bot. It
// is tests only.
//
// The engine, the content, the store, the bot and its office are the real ones;
// only the channel of the enterprises is not. It is strict about what it is asked
// to show, and writes down what goes to whom, when, and why. Partners are on the
// real channel for Slack, in front of the stand-in that refuses what Slack would
// refuse: they get digests, push modules, call meetings, move and cancel them,
// send friendly words, book hours of guidance and answer calls for help.
//
// People are made by a seed: some answer, some put off, some pause, some forget.
// Time jumps from one thing that is due to the next.
//
// What has to hold is a list of checks (see checks), each of which looks at what
// was witnessed when everything is over. Whoever adds a thing that writes to
// people of its own accord adds a cause to witnessed, and a check to the list.
package lifetime
