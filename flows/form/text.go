package form

// Langs are the languages everything is said in, in the order they are offered.
func Langs() []string { return []string{"fr", "nl", "en"} }

// Text is one thing said in every language. The zero Text says nothing.
type Text struct {
	FR string `json:"fr,omitempty"`
	NL string `json:"nl,omitempty"`
	EN string `json:"en,omitempty"`
}

// In returns the text in a language; an unknown language reads English.
func (t Text) In(lang string) string {
	switch lang {
	case "fr":
		return t.FR
	case "nl":
		return t.NL
	}
	return t.EN
}

// Empty tells whether nothing is said in any language.
func (t Text) Empty() bool { return t == Text{} }
