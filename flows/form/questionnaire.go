package form

// Questionnaire is everything that may be asked. It is made and checked by
// package definition, and never changes afterwards: many goroutines may read it.
type Questionnaire struct {
	ID          string
	Title       Text
	Version     string // hash of the content it was made from
	Collections []*Collection
	Phases      []*Phase
	Cycle       *Cycle // how a next cycle begins; nil: it ends with the last phase

	questions map[string]*Question
	order     []*Question
	names     map[string]dep
	pool      *Question // the question named pool
}

// Phase is one step of the method (mandate, diagnosis, ...). The phases are
// closed one after the other.
type Phase struct {
	ID     string
	Title  Text
	Intro  Text
	Blocks []*Block
	Gate   []Rule // each must hold before the phase may be closed

	questions []*Question // in document order
	index     int         // of its first question
}

// Block is a part of a phase with a title of its own; progress is told by block.
type Block struct {
	ID    string
	Title Text
	Keep  bool // nothing of it is ever left out of a path
	Nodes []Node
}

// Node is a question or a loop, in document order.
type Node struct {
	Question *Question
	Loop     *Loop
}

// Loop asks its nodes for every live item of a collection below the items
// around it, all nodes of one item before those of the next.
type Loop struct {
	Each  *Collection
	Where *Expr // which items; nil: all
	Nodes []Node

	questions []*Question // all inside, however deep
}

// Collection is a kind of item that the enterprise names itself.
type Collection struct {
	ID     string // "stakeholder"
	Plural string // "stakeholders": the name of the whole list in expressions
	Prefix string // of its items' ids: "st"
	Title  Text   // one of them, as people read it
	Of     *Collection
	Min    int
	Max    int
	Dated  string  // id of the question of its items that dates them; they follow each other in time
	Frozen *Frozen // what cannot be changed once there are values

	adders []*Question
}

// Depth counts the collections around c, plus one.
func (c *Collection) Depth() int {
	n := 0
	for ; c != nil; c = c.Of {
		n++
	}
	return n
}

// Question finds a question by its id.
func (q *Questionnaire) Question(id string) (*Question, bool) {
	found, ok := q.questions[id]
	return found, ok
}

// Questions returns all questions in document order. The caller must not
// change the slice.
func (q *Questionnaire) Questions() []*Question { return q.order }

// Phase finds a phase by its id.
func (q *Questionnaire) Phase(id string) (*Phase, bool) {
	for _, p := range q.Phases {
		if p.ID == id {
			return p, true
		}
	}
	return nil, false
}

// Collection finds a collection by its id.
func (q *Questionnaire) Collection(id string) (*Collection, bool) {
	for _, c := range q.Collections {
		if c.ID == id {
			return c, true
		}
	}
	return nil, false
}
