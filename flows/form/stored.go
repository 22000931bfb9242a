package form

import "time"

// A dossier is kept as small documents, so that a turn reads and writes only
// what it depends on: one Head, and an Answer per place, a List per collection
// and parent, an Item per item, a Record per thing done, a Snapshot per closed
// phase. The documents below (and Answer) are the stored form, with the names
// a person will read in the store.

// Head is what is known of a dossier as a whole. Version rises by one with
// every change of the dossier; a store refuses a change made on another one.
type Head struct {
	Dossier    string     `json:"dossier,nocopy"`
	Version    int64      `json:"version"`
	Content    string     `json:"content,nocopy"` // version of the questionnaire
	Enterprise Enterprise `json:"enterprise"`
	Phase      string     `json:"phase,nocopy"`
	Cycle      int        `json:"cycle,omitempty"` // how many cycles are over
	Closed     []Closed   `json:"closed,omitempty"`
	People     []Person   `json:"people,omitempty"`
	Records    int64      `json:"records"`                 // how many records there are
	Open       []string   `json:"open,omitempty,nocopy"`   // ids of open questions outside loops, in document order
	Below      Tallies    `json:"below,omitempty"`         // open places inside loops, per question
	Waiting    []Waiting  `json:"waiting,omitempty"`       // unknown and delegated places
	Differ     []Place    `json:"differ,omitempty,nocopy"` // where two people differ
	Signed     []Sign     `json:"signed,omitempty"`        // below the present phase
	Tickets    []Ticket   `json:"tickets,omitempty"`       // invitations
	Backs      []Back     `json:"backs,omitempty"`         // phases sent back or opened again
	Plans      []Plan     `json:"plans,omitempty"`         // when calendars have to be looked at again
	Spared     []string   `json:"spared,omitempty,nocopy"` // numbers of questions left out of the path
	Releases   []Release  `json:"releases,omitempty"`      // who may see what, now
	Promises   []Promise  `json:"promises,omitempty"`      // what was decided and is followed up
}

// Enterprise is the enterprise a dossier belongs to.
type Enterprise struct {
	ID      string `json:"id,nocopy"`
	Name    string `json:"name,nocopy"`
	Country string `json:"country,omitempty,nocopy"` // BE, FR
	Sample  bool   `json:"sample,omitempty"`         // fictional, for trying out
}

// Person is someone who talks about this dossier on some channel.
type Person struct {
	ID         string `json:"id,nocopy"` // "p1"
	Name       string `json:"name,omitempty,nocopy"`
	Address    string `json:"address,nocopy"`
	Respondent string `json:"respondent,omitempty,nocopy"` // item id: "rp1"; empty before consent
	Delegate   Path   `json:"delegate,omitempty,nocopy"`   // the stakeholder they speak for: "st2"
	Role       string `json:"role,omitempty,nocopy"`
	Lang       string `json:"lang,omitempty,nocopy"`

	Member string   `json:"member,omitempty,nocopy"` // id in the register of the programme
	Also   []string `json:"also,omitempty,nocopy"`   // other addresses of the same person; Address is where they were last

	Left time.Time `json:"left,omitempty,omitzero"` // when they ceased to take part: nothing is open to them, until they are invited again
}

// Waiting is a place that is answered for now: unknown until Due, or handed to
// somebody.
type Waiting struct {
	Place Place     `json:"place,nocopy"`
	Due   time.Time `json:"due,omitempty,omitzero"`
	To    string    `json:"to,omitempty,nocopy"`   // respondent
	From  string    `json:"from,omitempty,nocopy"` // respondent who handed it over
}

// Closed tells when a phase was closed, and by whom.
type Closed struct {
	Phase    string    `json:"phase,nocopy"`
	At       time.Time `json:"at"`
	By       string    `json:"by,omitempty,nocopy"`
	Snapshot string    `json:"snapshot,nocopy"`
	Record   int64     `json:"record"` // number of the record that says so
	Signed   []Sign    `json:"signed,omitempty"`
}

// List is the items of one collection below one parent. The ids of the items
// are the collection's prefix and 1..Made.
type List struct {
	Collection string `json:"collection,nocopy"`
	Parent     Path   `json:"parent,omitempty,nocopy"`
	Made       int    `json:"made"`
	Archived   []int  `json:"archived,omitempty"`
	Open       []int  `json:"open,omitempty"` // items with open places in or below them
}

// Key names the list inside its dossier.
func (l List) Key() ListKey { return ListKeyOf(l.Collection, l.Parent) }

// ListKey is "change@st2", or "stakeholder" where there is no parent.
type ListKey string

// ListKeyOf names the list of a collection below a parent.
func ListKeyOf(collection string, parent Path) ListKey {
	return ListKey(At(collection, parent))
}

// Item is one thing the enterprise named.
type Item struct {
	Path       Path      `json:"path,nocopy"`
	Collection string    `json:"collection,nocopy"`
	Label      string    `json:"label,omitempty,nocopy"`  // own words
	Option     string    `json:"option,omitempty,nocopy"` // made by ticking this option of Via; its label is the option's
	Lang       string    `json:"lang,omitempty,nocopy"`   // of the label
	Moment     *Moment   `json:"moment,omitempty"`        // made by a calendar; without a label it is called after it
	Via        Place     `json:"via,nocopy"`              // the answer that added it
	By         Author    `json:"by"`
	At         time.Time `json:"at"`
	Archived   bool      `json:"archived,omitempty"`
	From       Path      `json:"from,omitempty,nocopy"` // the item it goes on from: its former version, the effect it was
	Into       Path      `json:"into,omitempty,nocopy"` // the version that goes on from it
	Past       bool      `json:"past,omitempty"`        // archived with a cycle that is over
	Open       []string  `json:"open,omitempty,nocopy"` // ids of open questions of this item
	Below      Tallies   `json:"below,omitempty"`       // open places inside loops below it
}

// Record is one thing done to a dossier. Records are kept for ever, in order;
// the dossier is their fold.
type Record struct {
	Seq      int64     `json:"seq"`
	Kind     string    `json:"kind,nocopy"`
	At       time.Time `json:"at"`
	Author   Author    `json:"author"`
	Answer   *Answer   `json:"answer,omitempty"`
	Item     *ItemMade `json:"item,omitempty"`
	Phase    string    `json:"phase,omitempty,nocopy"`
	Person   *Person   `json:"person,omitempty"`
	Delivery *Delivery `json:"delivery,omitempty"`
	Feedback *Feedback `json:"feedback,omitempty"`
	Release  *Release  `json:"release,omitempty"`
	Promise  *Promise  `json:"promise,omitempty"`
	Spared   []string  `json:"spared,omitempty,nocopy"`
	Reason   string    `json:"reason,omitempty,nocopy"`
}

// The kinds of record.
const (
	RecordAnswer   = "answer"
	RecordAdd      = "item added"
	RecordRename   = "item renamed"
	RecordArchive  = "item archived"
	RecordRestore  = "item restored"
	RecordJoin     = "person joined"
	RecordClose    = "phase closed"
	RecordReopen   = "phase reopened"
	RecordDelivery = "block delivered"
	RecordFeedback = "feedback"
)

// ItemMade is what a record says of an item.
type ItemMade struct {
	Path   Path   `json:"path,nocopy"`
	Label  string `json:"label,omitempty,nocopy"`
	Option string `json:"option,omitempty,nocopy"`
	Via    Place  `json:"via,omitempty,nocopy"`
	From   Path   `json:"from,omitempty,nocopy"`
}

// Delivery says which block of which module a person got: the proof that the
// same information was given to everybody.
type Delivery struct {
	Person  string `json:"person,nocopy"`
	Module  string `json:"module,nocopy"`
	Block   string `json:"block,nocopy"`
	Version string `json:"version,nocopy"`
	Hash    string `json:"hash,nocopy"`
	Lang    string `json:"lang,nocopy"`
}

// Feedback is what a person said of a question or a module.
type Feedback struct {
	On      string `json:"on,nocopy"`                // id of the question or the module
	Version string `json:"version,omitempty,nocopy"` // its own
	Content string `json:"content,omitempty,nocopy"` // that of all content
	Verdict string `json:"verdict,omitempty,nocopy"` // one of Verdicts; empty: in words only
	Text    string `json:"text,omitempty,nocopy"`
}

// Snapshot is a phase as it stood when it was closed. It never changes.
type Snapshot struct {
	ID      string       `json:"id,nocopy"` // "diagnosis-1"
	Phase   string       `json:"phase,nocopy"`
	At      time.Time    `json:"at"`
	By      Author       `json:"by"`
	Content string       `json:"content,nocopy"`
	Answers []SnapAnswer `json:"answers"`
	Modules []Delivery   `json:"modules,omitempty"`
	Signed  []Sign       `json:"signed,omitempty"`
}

// SnapAnswer is an answer together with the words of its question.
type SnapAnswer struct {
	Question Text   `json:"question"`
	Answer   Answer `json:"answer"`
}

// Source gives the documents of one dossier as they were when the turn began.
// A document that does not exist is reported as false, and may be nil; those that
// are returned are the caller's own. A Source that cannot read
// remembers its error for its owner; what it returns then is not used.
type Source interface {
	Head() Head
	Answer(Place) (*Answer, bool)
	List(ListKey) (*List, bool)
	Item(Path) (*Item, bool)
	Answers() []Answer // all of them, for reviews and snapshots, in no order
	Deliveries() []Delivery
}

// Changes are the documents a turn leaves behind, whole, in the order in which
// they were first touched.
type Changes struct {
	Head      *Head      `json:"head,omitempty"`
	Answers   []Answer   `json:"answers,omitempty"`
	Lists     []List     `json:"lists,omitempty"`
	Items     []Item     `json:"items,omitempty"`
	Records   []Record   `json:"records,omitempty"` // new ones only
	Snapshots []Snapshot `json:"snapshots,omitempty"`
}

// Empty tells whether nothing changed.
func (c Changes) Empty() bool { return c.Head == nil }
