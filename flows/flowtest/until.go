package flowtest

import (
	"slices"
	"strings"
)

// Until gives the transcript up to the remark that begins with these words:
// "# The plan is made". It is false where there is no such remark.
func (t Transcript) Until(remark string) (Transcript, bool) {
	at := slices.IndexFunc(t.lines, func(line string) bool {
		text, is := strings.CutPrefix(strings.TrimSpace(line), "#")
		return is && strings.HasPrefix(strings.TrimSpace(text), remark)
	})
	if at < 0 {
		return t, false
	}
	n := len(t.Steps)
	for n > 0 && t.Steps[n-1].Line > at {
		n--
	}
	t.Steps, t.lines = t.Steps[:n], t.lines[:at]
	return t, true
}
