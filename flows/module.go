package flows

import (
	"strings"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Module finds a module by its id.
func (s *Script) Module(id string) *Module {
	for _, m := range s.Modules {
		if strings.EqualFold(m.ID, id) {
			return m
		}
	}
	return nil
}

// BlockKind says what a block of a module is.
type BlockKind string

// The kinds of block.
const (
	TextBlock     BlockKind = "text"
	PictureBlock  BlockKind = "picture"
	FilmBlock     BlockKind = "film"
	CheckBlock    BlockKind = "check"
	ExerciseBlock BlockKind = "exercise"
)

// Module is an awareness or training module: a script of blocks, the same for
// everybody.
type Module struct {
	ID      string
	Kind    string // awareness, training
	Version string
	Minutes int
	Title   form.Text
	Goals   form.Text
	Blocks  []*Block
	Next    string // phase or module to go on with

	Facilitator *Facilitator // frame of a collective session; nil: none yet
}

// Block is one card of a module. A locked block is core: its Hash proves that
// everybody got the same.
type Block struct {
	ID       string
	Kind     BlockKind
	Locked   bool
	Values   bool // the block of the project's values, which no annex may remove
	Hash     string
	Title    form.Text
	Text     form.Text
	Pools    map[string]form.Text // an example per pool, shown in place of Text when the pool is known
	Alt      form.Text
	Media    string   // file or link
	Multiple bool     // check: several options are right
	Options  []Choice // check
	Ask      []string // exercise: ids of questions
	Read     []string // entries of the library that tell more
	Words    []string // terms that it speaks of, found by FindUses

	Marks marked
}

// Choice is an option of a check, with what is answered to whoever picks it.
type Choice struct {
	ID       string
	Text     form.Text
	Right    bool
	Feedback form.Text
}

// Script is everything the bot can say: one version of the content, read-only.
type Script struct {
	Version       string
	Questionnaire *form.Questionnaire
	Modules       []*Module
	Terms         map[string]*Term
	Library       *Library // nil: there is none
	Frameworks    []*Framework
	Words         Words
	Commands      *Commands // what may be typed instead of an answer
	Office        Words     // what partners and trainers are told outside a dossier, see bot/office

	Index parse.Index         // of the terms
	said  map[string][]string // by question: terms that it says and does not name
	Marks map[string]marked   // by question
}

// Words are the bot's own sentences by key, with {placeholders}.
type Words map[string]form.Text
