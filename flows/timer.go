package flows

// The timers of a conversation: there is never more than one of each.
const (
	TimerRemind  = "remind"  // the next reminder
	TimerSilence = "silence" // a look whether those who accompany have to know
	TimerLetters = "letters" // what was told when nothing might be said
)
