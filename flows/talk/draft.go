package talk

// Clip shortens a text to n characters.
func Clip(s string, n int) string {
	count := 0
	for i := range s {
		if count++; count > n {
			return s[:i] + "…"
		}
	}
	return s
}

// KeepDraft keeps what was typed and led to nothing.
func (t *Turn) KeepDraft() { t.Session.KeepDraft(t.Event.Text, t.Event.At) }
