package definition

import "visesbot/flows/form"

// What the linker of package form finds, under these names.
const (
	ruleName       = "name"
	ruleAdds       = "adds"
	ruleExpression = "expression"
	rulePipe       = "pipe"
	ruleCycle      = "cycle"
)

// checkLinks links the questionnaire, and says where its faults stand.
func checkLinks(l *loader) {
	for _, fault := range l.script.Questionnaire.Link() {
		if fault.Rule == ruleDuplicate || fault.Rule == ruleLoop {
			continue // said by checkDuplicates and checkLoops, which know the places
		}
		l.problem(l.known(fault.Rule), l.faultSpot(fault), "%s", fault.Message)
	}
}

// known keeps rules that the linker may have added from going without a name.
func (l *loader) known(rule string) string {
	if _, ok := l.severity[rule]; ok {
		return rule
	}
	return ruleExpression
}

func (l *loader) faultSpot(f form.Fault) spot {
	switch {
	case f.Expr != nil && l.exprs[f.Expr] != nil:
		return l.inside(f.Expr, f.Line, f.Column)
	case f.Text != nil:
		return l.pipeSpot(f)
	case f.Question == nil && f.Rule == ruleReference:
		return l.at[l.script.Questionnaire]
	case f.Question == nil:
		return spot{file: &file{name: "questionnaire"}}
	case f.Rule == ruleName:
		return l.at[&f.Question.Name]
	}
	return l.questionSpot(f.Question)
}

// questionSpot is a question's id, or where the question begins.
func (l *loader) questionSpot(q *form.Question) spot {
	if at, ok := l.at[&q.ID]; ok {
		return at
	}
	return l.at[q]
}

// pipeSpot finds a text by its address, or a copy of it by what it says.
func (l *loader) pipeSpot(f form.Fault) spot {
	if _, ok := l.at[f.Text]; ok {
		return l.langSpot(f.Text, f.Lang)
	}
	for _, s := range l.texts {
		if s.question == f.Question && *s.text == *f.Text {
			return l.langSpot(s.text, f.Lang)
		}
	}
	return l.questionSpot(f.Question)
}
