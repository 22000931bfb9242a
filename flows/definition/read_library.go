package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows"
)

// readLibrary reads a file of the library. Several files make one.
func (r reader) readLibrary(f *file) {
	m := r.fields(f, f.root, "library")
	if r.script.Library == nil {
		r.script.Library = &flows.Library{}
	}
	lib := r.script.Library
	m.str(m.need("library"), new(string))
	m.truth(m.get("proposed"), new(bool))
	m.str(m.need("site"), &lib.Site)
	for _, n := range m.list(m.need("entries")) {
		lib.Entries = append(lib.Entries, r.readEntry(f, n))
	}
	m.done()
}

func (r reader) readEntry(f *file, n *yaml.Node) *flows.Entry {
	e := &flows.Entry{}
	m := r.fields(f, n, "entry of the library")
	r.at[e] = spotOf(f, n)
	m.str(m.need("id"), &e.ID)
	oneOf(m, m.need("kind"), &e.Kind, flows.EntryKinds())
	m.needText("title", &e.Title, nil)
	m.needText("about", &e.About, nil)
	m.str(m.get("dated"), &e.Dated)
	m.strs(m.get("langs"), &e.Langs)
	m.strs(m.get("pools"), &e.Pools)
	m.strs(m.get("phases"), &e.Phases)
	m.str(m.get("link"), &e.Link)
	m.done()
	return e
}

// readFramework reads a mapping to another framework.
func (r reader) readFramework(f *file) {
	fr := &flows.Framework{}
	m := r.fields(f, f.root, "framework")
	r.at[fr] = spotOf(f, f.root)
	m.str(m.need("framework"), &fr.ID)
	m.truth(m.get("proposed"), new(bool))
	m.needText("title", &fr.Title, nil)
	m.needText("about", &fr.About, nil)
	m.str(m.get("link"), &fr.Link)
	for _, n := range m.list(m.need("codes")) {
		fr.Codes = append(fr.Codes, r.readCode(f, n))
	}
	m.done()
	r.script.Frameworks = append(r.script.Frameworks, fr)
}

func (r reader) readCode(f *file, n *yaml.Node) *flows.Code {
	c := &flows.Code{}
	m := r.fields(f, n, "code of a framework")
	r.at[c] = spotOf(f, n)
	m.str(m.need("code"), &c.Code)
	m.text("label", &c.Label, nil)
	m.str(m.get("link"), &c.Link)
	m.strs(m.get("pools"), &c.Pools)
	m.strs(m.need("questions"), &c.Questions)
	m.done()
	return c
}
