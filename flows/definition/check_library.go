package definition

import (
	"net/url"

	"visesbot/flows/form"
)

const ruleLibrary = "library"

// checkLibrary looks at the entries of the library, and at what refers to them.
func checkLibrary(l *loader) {
	ids := taken{}
	var known []string
	if lib := l.script.Library; lib != nil {
		l.checkAddress(ruleLibrary, &lib.Site)
		for _, e := range lib.Entries {
			l.form(&e.ID, wordID("24"), "id of an entry")
			l.take(ids, &e.ID, "entry")
			l.checkAddress(ruleLibrary, &e.Link)
			l.oneOfAll(e.Langs, form.Langs())
			l.oneOfAll(e.Pools, pools())
			l.oneOfAll(e.Phases, l.phaseIDs())
			known = append(known, e.ID)
		}
	}
	for _, read := range l.readings() {
		for i := range read {
			if _, ok := ids[read[i]]; !ok {
				l.unknown(ruleLibrary, l.at[&read[i]], "entry of the library", read[i], known)
			}
		}
	}
}

// readings are the lists of entries that questions and lessons refer to.
func (l *loader) readings() [][]string {
	var all [][]string
	for _, q := range l.asked {
		all = append(all, q.Read)
	}
	for _, m := range l.script.Modules {
		for _, b := range m.Blocks {
			all = append(all, b.Read)
		}
	}
	return all
}

func (l *loader) phaseIDs() []string {
	var ids []string
	for _, p := range l.script.Questionnaire.Phases {
		ids = append(ids, p.ID)
	}
	return ids
}

// oneOfAll sees that every word of a list is a known one.
func (l *loader) oneOfAll(words, known []string) {
	for i := range words {
		checkOneOf(l, l.at[&words[i]], words[i], known)
	}
}

// checkAddress sees that a link leads to a page.
func (l *loader) checkAddress(rule string, link *string) {
	if *link == "" {
		return
	}
	u, err := url.Parse(*link)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
		l.problem(rule, l.at[link], "a link begins with https:// and a host")
	}
}
