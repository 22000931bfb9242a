package definition

const ruleUnknownWord = "unknown-word"

// checkOneOf reports a word that is none of those allowed.
func checkOneOf[T ~string](l *loader, at spot, word T, allowed []T) bool {
	known := make([]string, len(allowed))
	for i, a := range allowed {
		if a == word {
			return true
		}
		known[i] = string(a)
	}
	l.problem(ruleUnknownWord, at, "%q is not possible here%s", shown(string(word)), meant(string(word), known))
	return false
}
