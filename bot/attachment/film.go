package attachment

import (
	"bytes"
	"strings"
)

// film tells whether a kind can hold sound, pictures that move, or both.
func film(kind string) bool {
	switch kind {
	case "video/mp4", "video/x-m4v", "video/3gpp", "video/3gpp2", "video/quicktime", "video/webm", "video/ogg", "audio/mp4", "audio/x-m4a":
		return true
	}
	return false
}

// filmKind is sound where the platform says so, or where no track has pictures:
// recorders of phones and browsers write sound into what is made for films.
func filmKind(o Offer, kind string) string {
	if strings.HasPrefix(kind, "video/") && (o.Sound || !pictured(o.Body)) {
		return "audio/" + strings.TrimPrefix(kind, "video/")
	}
	return kind
}

// pictured tells whether a film has a track with pictures: in MP4 a track says
// what handles it, in WebM and Ogg how it was encoded.
func pictured(body []byte) bool {
	for _, codec := range []string{"V_VP8", "V_VP9", "V_AV1", "V_MPEG", "theora"} {
		if bytes.Contains(body, []byte(codec)) {
			return true
		}
	}
	const before = len("hdlr") + 8 // version, flags, and what QuickTime kept there
	for rest := body; ; {
		i := bytes.Index(rest, []byte("hdlr"))
		if i < 0 || len(rest) < i+before+4 {
			return false
		}
		if string(rest[i+before:i+before+4]) == "vide" {
			return true
		}
		rest = rest[i+4:]
	}
}
