package flows

// The asides: what the next typed text is for, when it is not the answer.
const (
	ExpectNotApp  = "reason"
	ExpectComment = "comment"
	ExpectRename  = "rename:"
	ExpectReopen  = "reopen:"

	ExpectCommentOn = "comment:" // and the module
	ExpectInvite    = "invite:"  // and perhaps the stakeholder
	ExpectReserve   = "reserve"
	ExpectSendBack  = "send back"

	ExpectPark  = "park:" // and the meeting
	ExpectAsk   = "ask the group"
	ExpectCard  = "card:"  // and the event, and the kind of card
	ExpectReply = "reply:" // and the question of the group
)

// asideMove: what is typed next is the new day of a decision; and its place.
const ExpectMove = "move:"

// asideName: the next thing typed is this person's name or function.
const ExpectName = "name"

// asidePause: what is typed next is the day on which a pause ends.
const ExpectPause = "pause"

// asideSnooze: what is typed next is the day to come back.
const ExpectSnooze = "snooze"
