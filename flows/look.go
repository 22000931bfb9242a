package flows

// Names are everything by which people may look for a term, in all languages.
func (t *Term) Names() (all []string) {
	for _, lang := range []string{"fr", "nl", "en"} {
		all = append(all, t.names(lang)...)
	}
	return all
}
