package fakeslack

// The limits of messages and views, in characters unless something else is
// said, as https://docs.slack.dev/reference/block-kit has them. That of a whole
// message is not documented: near 13,200 Slack says msg_blocks_too_long.
const (
	messageBlocks   = 50
	viewBlocks      = 100
	messageTotal    = 13_200
	messageText     = 40_000
	textObject      = 3000
	headerText      = 150
	sectionFields   = 10
	fieldText       = 2000
	contextElements = 10
	actionElements  = 25
	buttonText      = 75
	buttonValue     = 2000
	identifier      = 255
	address         = 3000
	altText         = 2000
	selectOptions   = 100
	optionText      = 75
	optionValue     = 150
	fewOptions      = 10 // of checkboxes and radio buttons
	overflowOptions = 5
	inputLabel      = 2000
	inputLength     = 3000
	viewTitle       = 24
	viewMetadata    = 3000
	ackBytes        = 20 * 1024 // an acknowledgement as large as this is dropped
)

// Limits are how many calls a minute are let through.
type Limits struct {
	Methods map[string]int // by method, for one workspace
	Channel int            // messages in one channel
	Burst   int            // messages at once in one channel
}

// DefaultLimits are the tiers that Slack publishes (20, 50 and 100 a minute);
// of messages it says one a second in a channel, with short bursts, and several
// hundred a minute in a workspace.
func DefaultLimits() Limits {
	return Limits{Channel: 60, Burst: 4, Methods: map[string]int{
		"chat.postMessage": 300, "chat.postEphemeral": 100, "chat.update": 50,
		"conversations.open": 50, "users.info": 100,
		"views.open": 100, "views.update": 100, "views.publish": 100,
		"files.getUploadURLExternal": 100, "files.completeUploadExternal": 100,
		"apps.connections.open": 20,
	}}
}
