package definition

import "visesbot/flows"

const ruleQuiz = "quiz"

func checkQuizzes(l *loader) {
	for _, m := range l.script.Modules {
		for _, b := range m.Blocks {
			checkQuiz(l, b)
		}
	}
}

func checkQuiz(l *loader, b *flows.Block) {
	switch {
	case b.Kind == "":
		return
	case b.Kind != flows.CheckBlock:
		if len(b.Options) > 0 || b.Multiple {
			l.problem(ruleQuiz, l.at[b], "a block of kind %s has no options: only a check asks", b.Kind)
		}
		return
	}
	right := 0
	for i := range b.Options {
		if b.Options[i].Right {
			right++
		}
		if b.Options[i].Feedback.Empty() {
			l.problem(ruleQuiz, l.at[&b.Options[i]], "this option has no feedback: whoever picks it wants to know why it is right or wrong")
		}
	}
	checkRight(l, b, right)
}

func checkRight(l *loader, b *flows.Block, right int) {
	switch {
	case right == 0:
		l.problem(ruleQuiz, l.at[b], "no option of this check is right: mark one with \"right: true\"")
	case right == len(b.Options):
		l.problem(ruleQuiz, l.at[b], "every option of this check is right: there is nothing to choose")
	case right > 1 && !b.Multiple:
		l.problem(ruleQuiz, l.at[b], "%d options are right, so the check needs \"multiple: true\"", right)
	}
}
