package definition

import (
	"maps"
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

const ruleCommand = "command"

// checkCommands compares the list of commands with those that the program knows:
// none is missing, doubled or unknown, and no word means two of them.
func checkCommands(l *loader) {
	seen := map[parse.Command]bool{}
	for _, e := range l.commands {
		at := l.at[e]
		switch {
		case !slices.Contains(parse.AllCommands(), e.ID):
			l.unknown(ruleCommand, at, "command", string(e.ID), commandIDs())
			continue
		case seen[e.ID]:
			l.problem(ruleCommand, at, "the command %q stands in the list twice", e.ID)
			continue
		}
		seen[e.ID] = true
		checkCommandGroup(l, e)
		taken := l.script.Commands.Add(e)
		for _, word := range slices.Sorted(maps.Keys(taken)) {
			l.problem(ruleCommand, at, "%q means %s already", word, taken[word])
		}
		for _, lang := range form.Langs() {
			words := e.Words[lang]
			if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return strings.TrimSpace(w) == "" }) {
				l.problem(ruleCommand, at, "the command %q needs words in %q", e.ID, lang)
			}
		}
	}
	for _, id := range parse.AllCommands() {
		if !seen[id] {
			l.problem(ruleCommand, l.commandsSpot(), "the command %q is not in the list of commands", id)
		}
	}
}

func checkCommandGroup(l *loader, e *flows.CommandEntry) {
	var groups []string
	for _, g := range l.script.Commands.Groups {
		groups = append(groups, g.ID)
	}
	if !slices.Contains(groups, e.Group) {
		l.unknown(ruleCommand, l.at[&e.Group], "group of commands", e.Group, groups)
	}
}

func commandIDs() []string {
	var ids []string
	for _, id := range parse.AllCommands() {
		ids = append(ids, string(id))
	}
	return ids
}

// commandsSpot is where a command that is missing would stand.
func (l *loader) commandsSpot() spot {
	for _, f := range l.files {
		if f.root != nil && hasKey(f.root, "commands") {
			return spot{file: f}
		}
	}
	return spot{file: &file{name: "messages"}}
}
