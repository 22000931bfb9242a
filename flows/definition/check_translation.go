package definition

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

const ruleTranslation = "translation"

// checkTranslation wants a text said in every language.
func checkTranslation(m *fields, n *yaml.Node, langs *fields) {
	if langs.broken {
		return
	}
	for _, lang := range form.Langs() {
		value, there := langs.values[lang]
		switch {
		case !there:
			m.l.problem(ruleTranslation, spotOf(m.file, n), "this is not said in %s: %q is missing", languageName(lang), lang)
		case value.Kind == yaml.ScalarNode && strings.TrimSpace(value.Value) == "":
			m.l.problem(ruleTranslation, spotOf(m.file, value), "this is not said in %s: %q is empty", languageName(lang), lang)
		}
	}
}

func languageName(lang string) string {
	return map[string]string{"fr": "French", "nl": "Dutch", "en": "English"}[lang]
}
