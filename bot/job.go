package bot

import (
	"time"

	"visesbot/flows"
)

//go:generate easyjson -all -output_filename job_easyjson.go job.go
//go:generate easyjson -all -output_filename message_easyjson.go message.go

// JobKind says what there is to do.
type JobKind string

// The kinds of job.
const (
	JobUpdate JobKind = "update" // something arrived from the channel
	JobTimer  JobKind = "timer"  // a moment has come
	JobNote   JobKind = "note"   // another conversation has something to tell
	JobSend   JobKind = "send"   // a message has to go out
	JobPush   JobKind = "push"   // many conversations have to be told the same
)

// Job is one thing to do for one conversation. Its ID is unique in the
// mailbox, and holds neither "." nor "$".
type Job struct {
	ID       string       `json:"id"`
	Kind     JobKind      `json:"kind"`
	Due      time.Time    `json:"due"`
	Seq      int64        `json:"seq"` // order of arrival in the mailbox; given by the store
	Attempts int          `json:"attempts,omitempty"`
	Event    *flows.Event `json:"event,omitempty"`   // update, timer, note
	Code     string       `json:"code,omitempty"`    // of an update that opens the talk: the invitation
	Fetch    []Pending    `json:"fetch,omitempty"`   // of an update: the files that came with it
	Where    string       `json:"where,omitempty"`   // of an update: the place in the conversation
	Message  *Message     `json:"message,omitempty"` // send
	Push     *Handout     `json:"push,omitempty"`    // push
	Bulk     bool         `json:"bulk,omitempty"`    // of a push: what comes of it gives way to answers
	Error    string       `json:"error,omitempty"`   // of the last attempt
	Dead     bool         `json:"dead,omitempty"`    // given up; kept to be seen
}

// Pending is a file that a channel has, and that is not fetched yet.
type Pending struct {
	ID    string `json:"id"`              // under which it will be kept: the same one whenever it is sent again
	Ref   string `json:"ref,omitempty"`   // what the channel fetches it by, see [Fetcher]; empty: it cannot
	Name  string `json:"name,omitempty"`  // as the person called it
	Size  int64  `json:"size,omitempty"`  // as the platform says
	Sound bool   `json:"sound,omitempty"` // the platform calls it sound
	Tries int    `json:"tries,omitempty"` // how often it did not come
}

// Out tells whether the job belongs to the outgoing lane.
func (j Job) Out() bool { return j.Kind == JobSend }

// PollJob asks the group of a conversation to vote, when it is put into the
// mailbox of that conversation. A poll is asked once.
func PollJob(p flows.Poll, at time.Time) Job {
	return Job{
		ID: "poll-" + p.ID, Kind: JobNote, Due: at,
		Event: &flows.Event{Kind: flows.Told, At: at, Note: &flows.Note{Kind: flows.NotePoll, Poll: &p}},
	}
}
