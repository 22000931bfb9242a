package office

import (
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"strings"

	"visesbot/flows"
)

// Sentences are what the office says, in every language: what stands in
// content/messages under "office".
type Sentences struct {
	Script *flows.Script
	Log    *slog.Logger
}

// In says one in a language; pairs replace {name} by a value. One that the
// content does not have is a fault for the log, and nobody reads its key.
func (s Sentences) In(lang, key string, pairs ...string) string {
	text := s.Script.Office[key].In(lang)
	if text == "" {
		s.Log.Error("a sentence of the office is not there", "key", key, "lang", lang)
		return flows.Unsaid().In(lang)
	}
	return Fill(text, pairs...)
}

// Fill puts values in the place of {names}; what is filled in is never looked
// at again.
func Fill(s string, pairs ...string) string {
	if len(pairs) == 0 {
		return s
	}
	braced := make([]string, len(pairs))
	for i, p := range pairs {
		if braced[i] = p; i%2 == 0 {
			braced[i] = "{" + p + "}"
		}
	}
	return strings.NewReplacer(braced...).Replace(s)
}

// short names several things by one word that may stand in a key.
func short(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
