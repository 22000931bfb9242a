package slack

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
)

var (
	controlForm = regexp.MustCompile(`<([^<>|]*)(?:\|([^<>]*))?>`)
	keyForm     = regexp.MustCompile(`^[A-Za-z0-9_.-]{1,50}$`)
)

// plainText is what somebody wrote as they see it: without the bot's name, with
// links as they were typed, and without Slack's escapes.
func plainText(s, self string) string {
	if self != "" {
		s = strings.ReplaceAll(s, "<@"+self+">", " ")
	}
	s = controlForm.ReplaceAllStringFunc(s, control)
	s = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
	return strings.TrimSpace(s)
}

// control is how one of Slack's sequences in angle brackets is read.
func control(s string) string {
	what, label, _ := strings.Cut(strings.Trim(s, "<>"), "|")
	switch {
	case strings.HasPrefix(what, "@"), strings.HasPrefix(what, "!"):
		if label == "" {
			return "@" + strings.Trim(what, "@!")
		}
		return "@" + strings.TrimPrefix(label, "@")
	case strings.HasPrefix(what, "#"):
		if label == "" {
			return what
		}
		return "#" + label
	case strings.HasPrefix(what, "mailto:"), strings.HasPrefix(what, "tel:"):
		if label != "" {
			return label
		}
	}
	_, bare, _ := strings.Cut(what, "://")
	if label != "" && strings.TrimSuffix(bare, "/") == strings.TrimSuffix(label, "/") {
		return label // typed without its scheme
	}
	return what
}

// keyable makes of an id of Slack's one that a job may have.
func keyable(id string) string {
	if id == "" {
		return ""
	}
	if keyForm.MatchString(id) {
		return strings.ReplaceAll(id, ".", "_")
	}
	return fingerprint([]byte(id))
}

// fingerprint names bytes that have no name.
func fingerprint(raw []byte) string {
	sum := sha256.Sum256(raw)
	return "h" + hex.EncodeToString(sum[:12])
}
