package office

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

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
