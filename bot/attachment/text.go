package attachment

import "github.com/gabriel-vasile/mimetype"

// textual tells whether a kind is read as plain text and is nothing more precise
// that is taken by itself.
func textual(m *mimetype.MIME) bool {
	if m.Is("text/rtf") || m.Is("application/rtf") {
		return false
	}
	for ; m != nil; m = m.Parent() {
		if m.Is("text/plain") {
			return true
		}
	}
	return false
}

// textKind tells a table from a note by the name: one with semicolons looks like
// any other text. Text by another name is a program, a page or a setting.
func textKind(kind, ending string) (string, error) {
	switch {
	case ending == ".csv":
		return "text/csv", nil
	case ending == ".txt":
		return "text/plain", nil
	case ending == "" && (kind == "text/csv" || kind == "text/plain"):
		return kind, nil
	}
	return "", ErrKind
}
