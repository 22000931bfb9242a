package form

// Type says what an answer is made of and how it is asked for.
type Type string

// The types of question.
const (
	Consent  Type = "consent"  // yes or no, per person; Choices "yes" or "no"
	YesNo    Type = "yesno"    // Choices "yes" or "no"
	Single   Type = "single"   // one option
	Multi    Type = "multi"    // some options
	Scale5   Type = "scale5"   // Number 1..5
	Rank     Type = "rank"     // some options, in order
	Number   Type = "number"   // Number and Unit
	Money    Type = "money"    // Number, in euro
	Date     Type = "date"     // Date
	Period   Type = "period"   // Date and Until, both included
	ShortTxt Type = "text"     // Text, one line of at most 280 characters
	LongTxt  Type = "longtext" // Text of at most 3000 characters
	FileType Type = "file"     // Files: photos, documents
	Ref      Type = "ref"      // Choices: paths of the enterprise's own items
	Repeat   Type = "repeat"   // Choices: ids of the items it added; the items' own questions stand in a loop
	Calc     Type = "calc"     // shown, never asked
)

// Types returns every type of question, in the order writers learn them.
func Types() []Type {
	return []Type{
		Consent, YesNo, Single, Multi, Scale5, Rank, Number, Money, Date,
		Period, ShortTxt, LongTxt, FileType, Ref, Repeat, Calc,
	}
}

// Respond says who answers.
type Respond string

// Together is one shared answer; Each is one per respondent (votes, hopes and
// fears, agreements): such a question stands in the loop over respondents, and
// only that respondent is asked.
const (
	Together Respond = "together"
	Each     Respond = "each"
)

// Question is one thing asked on one card. A numbered question of several
// parts (a scale, then why) is several Questions that share the Number:
// "P1-16" and "P1-16.asked".
type Question struct {
	ID      string
	Number  string // what people see and type
	Name    string // what expressions call it; unique in its loop
	Was     []string
	Version string // hash of all that is said and checked here
	Index   int    // document order

	Phase *Phase
	Block *Block
	Loop  []*Collection // the items it stands in, outermost first
	loops []*Loop

	Type     Type
	Core     bool
	Respond  Respond
	For      []string // roles that may answer; empty: everyone of the enterprise
	Voters   int      // Each: answers needed before the phase may close
	Delegate bool     // in a loop over stakeholders: their delegate is asked too
	Outside  string   // Each: at least one of the voters has another role than this

	Text    Text // with pipes: {stakeholder}, {mission}
	Short   Text // a few words, for reviews and lists
	Help    Text
	Example Text // an answer that would be understood
	Why     Text
	Words   []string // ids of glossary terms
	Read    []string // ids of entries of the library that tell more
	Source  string
	Privacy string

	Options []Option
	Max     int      // Multi, Rank, Ref, Repeat: at most so many; 0: no limit
	Min     int      // Multi, Rank, Ref, Repeat: at least so many
	Usual   int      // Repeat: how many items are usual; they are counted with before they are named
	None    bool     // Multi, Ref: choosing nothing is an answer too
	Units   []Option // Number: the first is meant when none is typed
	Low     *float64 // Number, Money
	High    *float64
	Unit    string        // Number: name of the answer that says the enterprise's own unit
	Adds    *Collection   // Repeat, Multi: what the answer adds
	Of      []*Collection // Ref: what may be chosen

	Calendar *Calendar  // Repeat: what is added by itself, and when
	Releases *Releasing // Single: who may see the item it is asked of
	Follow   *Follow    // Date: what it is about is followed up on that day
	Keep     bool       // never left out of a path
	Tells    []string   // roles that are told of an answer; to a yes or no question, of a yes

	When *Expr
	Must []Rule // each has to hold, or the answer is refused
	Warn []Rule // when one holds, "is this right?" is asked first
	Calc *Expr

	Reads bool // Date, Period: taken from the item's own words where they say it
	Bare  Text // said when files, or a list, come where one answer is asked

	Variants map[string]Variant // by pool
	Pipes    []Pipe             // everything piped into Text, Help, options

	unitOf     *Question
	asks       []dep       // everything its status hangs on
	dependents []dependent // whose status hangs on this answer
	ahead      Load        // questions that come, as a rule, once the usual items are named
	held       bool        // others are built on its answer
	turns      bool        // whether it is asked hangs on answers
	pipedInto  []*Question // whose text shows this answer
}

// Option is one of the answers offered.
type Option struct {
	ID   string
	Text Text
	Also []string // other words people use for it, any language
	When *Expr
}

// Rule is a constraint or a warning, with what is said when it strikes.
type Rule struct {
	ID  string
	If  *Expr
	Say Text
}

// Variant is what a pool says differently, and what it offers after the
// enterprise's own words ("others also mention ...").
type Variant struct {
	Text  Text
	Help  Text
	Ideas []Text
}

// Optional tells whether the question may be declined once and for all.
func (q *Question) Optional() bool { return !q.Core }
