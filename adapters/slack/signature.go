package slack

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"time"
)

// signature is what Slack writes below a request: v0, the time and the raw
// body, under the signing secret.
func signature(secret, at string, body []byte) string {
	sum := hmac.New(sha256.New, []byte(secret))
	sum.Write([]byte("v0:" + at + ":"))
	sum.Write(body)
	return "v0=" + hex.EncodeToString(sum.Sum(nil))
}

// signatureForm is what a signature looks like.
var signatureForm = regexp.MustCompile(`^v0=[0-9a-f]{64}$`)

// recent tells whether a request says that it was signed a short time ago.
func recent(at string, now time.Time) bool {
	seconds, err := strconv.ParseInt(at, 10, 64)
	return err == nil && now.Sub(time.Unix(seconds, 0)).Abs() <= freshSecret
}

// genuine tells whether a request was signed with the secret, a short time ago.
// The comparison takes the same time whatever is wrong.
func genuine(secret, at, signed string, body []byte, now time.Time) bool {
	same := hmac.Equal([]byte(signature(secret, at, body)), []byte(signed))
	return secret != "" && recent(at, now) && same
}
