package slack

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"

	"github.com/kyokomi/emoji/v2"
)

var (
	controlForm = regexp.MustCompile(`<([^<>|]*)(?:\|([^<>]*))?>`)
	emojiForm   = regexp.MustCompile(`:[a-z0-9_+'-]+:`)
	keyForm     = regexp.MustCompile(`^[A-Za-z0-9_.-]{1,50}$`)
)

// wording is what it takes to read what somebody wrote as they saw it.
type wording struct {
	self string                 // the bot's own user, whose name is left out
	name func(id string) string // of a member
}

// plainText is what somebody wrote as they saw it: without the bot's name, with
// the names of others, with links as they were typed, and without Slack's escapes.
func plainText(s string, w wording) string {
	s = controlForm.ReplaceAllStringFunc(s, w.control)
	s = emojiForm.ReplaceAllStringFunc(s, emojiNamed)
	s = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
	return strings.TrimSpace(s)
}

// emojiNamed is an emoji by the name that Slack writes for it.
func emojiNamed(code string) string {
	if drawn := emoji.CodeMap()[code]; drawn != "" {
		return strings.TrimSpace(drawn)
	}
	return code
}

// control is how one of Slack's sequences in angle brackets is read.
func (w wording) control(s string) string {
	what, label, _ := strings.Cut(strings.Trim(s, "<>"), "|")
	switch {
	case strings.HasPrefix(what, "@"):
		return w.person(what[1:], label)
	case strings.HasPrefix(what, "!"):
		return special(what[1:], label)
	case strings.HasPrefix(what, "#"):
		return "#" + cmp.Or(label, "…")
	}
	return linkText(what, label)
}

// person is a mention as it was seen.
func (w wording) person(id, label string) string {
	switch {
	case id == w.self && id != "":
		return " "
	case label != "":
		return "@" + strings.TrimPrefix(label, "@")
	case w.name != nil:
		return "@" + cmp.Or(w.name(id), id)
	}
	return "@" + id
}

// special is a mention of many, or a date.
func special(what, label string) string {
	word, _, _ := strings.Cut(what, "^")
	switch {
	case word == "date":
		return label
	case word == "subteam":
		return "@" + cmp.Or(strings.TrimPrefix(label, "@"), "…")
	}
	return "@" + cmp.Or(strings.TrimPrefix(label, "@"), word)
}

// linkText is a link as it was typed.
func linkText(address, label string) string {
	if strings.HasPrefix(address, "mailto:") || strings.HasPrefix(address, "tel:") {
		return cmp.Or(label, address)
	}
	_, bare, _ := strings.Cut(address, "://")
	if label != "" && strings.TrimSuffix(bare, "/") == strings.TrimSuffix(label, "/") {
		return label // typed without its scheme
	}
	return address
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
