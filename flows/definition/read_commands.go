package definition

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// readCommands reads the list of commands.
func (r reader) readCommands(f *file) {
	m := r.fields(f, f.root, "list of commands")
	for _, n := range m.list(m.need("groups")) {
		g := r.fields(f, n, "group of commands")
		var group flows.CommandGroup
		g.str(g.need("id"), &group.ID)
		g.needText("title", &group.Title, nil)
		g.done()
		r.script.Commands.Groups = append(r.script.Commands.Groups, group)
	}
	for _, n := range m.list(m.need("commands")) {
		one := r.fields(f, n, "command")
		e := &flows.CommandEntry{Words: map[string][]string{}}
		r.at[e] = spotOf(f, n)
		r.readCommand(one, e)
		one.done()
		r.commands = append(r.commands, e)
	}
	m.done()
}

func (r reader) readCommand(m *fields, e *flows.CommandEntry) {
	var id string
	m.str(m.need("id"), &id)
	e.ID = parse.Command(id)
	m.str(m.need("group"), &e.Group)
	where := []string{}
	m.strs(m.need("where"), &where)
	for i, p := range where {
		if checkOneOf(r.loader, r.at[&where[i]], flows.CommandPlace(p), flows.CommandPlaces()) {
			e.Where = append(e.Where, flows.CommandPlace(p))
		}
	}
	m.strs(m.need("for"), &e.For)
	r.oneOfAll(e.For, flows.CommandRoles())
	if n := m.need("words"); n != nil {
		words := r.fields(m.file, n, "list of words")
		for _, lang := range form.Langs() {
			var typed []string
			words.strs(words.need(lang), &typed)
			e.Words[lang] = typed
		}
		words.done()
	}
	m.needText("help", &e.Help, nil)
	m.text("arg", &e.Arg, nil)
}
