package flows

// The timers of a conversation: there is never more than one of each.
const (
	TimerRemind  = "remind"  // the next reminder
	TimerSilence = "silence" // a look whether those who accompany have to know
	TimerAlbum   = "album"   // no more of what was sent together comes
	TimerPushed  = "pushed"  // what was pushed at a quiet hour is shown
	TimerLetters = "letters" // what was told when nothing might be said
)
