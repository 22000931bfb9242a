package definition

import (
	"fmt"
	"io/fs"

	"go.yaml.in/yaml/v3"

	"visesbot/flows"
	"visesbot/flows/form"
)

// Load reads the content below questionnaire, modules, glossary, messages,
// library and frameworks.
// It returns every problem it finds, in the order of files and lines; if one of
// them is an error the script is nil: nothing is half-loaded. It never panics,
// whatever the files hold, and reads nothing above fsys.
func Load(fsys fs.FS) (*flows.Script, []Problem) {
	l := newLoader(fsys)
	reader{l}.readFolders()
	for _, r := range Rules() {
		if r.check != nil {
			r.check(l)
		}
	}
	problems := inOrder(l.problems)
	if Failed(problems) {
		return nil, problems
	}
	l.script.Version = contentVersion(l.files)
	l.script.Questionnaire.Version = l.script.Version
	l.script.FindUses()
	return l.script, problems
}

// reader turns files into the model, and notes in the loader where what stands.
type reader struct{ *loader }

// loader carries what one Load has read so far. The rules look at it.
type loader struct {
	fsys     fs.FS
	files    []*file
	script   *flows.Script
	problems []Problem
	severity map[string]Severity

	at     map[any]spot // where each field of the model was written, by its address
	exprs  map[*form.Expr]*yaml.Node
	texts  []*said  // everything that is said to people
	asked  []*asked // all questions
	loops  []*looped
	blocks []*form.Block
	terms  []*flows.Term
	avoid  []*avoided
	keys   []*sentence

	commands []*flows.CommandEntry
}

// said is one text with its surroundings.
type said struct {
	text     *form.Text
	key      string         // of the file: text, short, say, ...
	in       string         // of what: question, module, ...
	question *form.Question // nil elsewhere
}

// asked is a question with what the rules want to know of how it was written.
type asked struct {
	*form.Question
	has   map[string]spot // its keys
	loops []*form.Loop
}

// looped is a loop and the one directly around it, if any.
type looped struct {
	*form.Loop
	around *form.Loop
}

// avoided are words that our texts do not use, comma separated, and the term
// that says it better.
type avoided struct {
	term  *flows.Term
	words *form.Text
}

// sentence is one of the bot's own.
type sentence struct {
	key  string
	text form.Text
	said *form.Text // the same, where it was read
}

func newLoader(fsys fs.FS) *loader {
	l := &loader{
		fsys:     fsys,
		at:       map[any]spot{},
		exprs:    map[*form.Expr]*yaml.Node{},
		severity: map[string]Severity{},
		script: &flows.Script{
			Questionnaire: &form.Questionnaire{},
			Terms:         map[string]*flows.Term{},
			Words:         flows.Words{},
			Office:        flows.Words{},
			Commands:      &flows.Commands{},
		},
	}
	for _, r := range Rules() {
		l.severity[r.Name] = r.Severity
	}
	return l
}

// spot is a place in a file; line 0 is the file as a whole.
type spot struct {
	file                *file
	line, column, width int
}

// String is how one problem names the place of another.
func (s spot) String() string {
	if s.file == nil {
		return "?"
	}
	return fmt.Sprintf("%s:%d", s.file.name, s.line)
}

// problem notes that a rule is broken at a place.
func (l *loader) problem(rule string, at spot, format string, args ...any) {
	p := Problem{
		Line: at.line, Column: at.column,
		Message: fmt.Sprintf(format, args...), Rule: rule, Severity: l.severity[rule],
	}
	if at.file != nil {
		p.File = at.file.name
		if at.line > 0 && at.line <= len(at.file.lines) {
			p.Snippet = snippet(at.file.lines[at.line-1], at.line, at.column, at.width)
		}
	}
	l.problems = append(l.problems, p)
}
