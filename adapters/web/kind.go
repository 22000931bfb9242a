package web

import (
	"net/http"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// kindOf reads from the bytes what a file is, and refuses what is not taken:
// JPEG, PNG and WebP pictures, PDF, common office documents and audio are.
func kindOf(body []byte) (string, error) {
	if len(body) == 0 {
		return "", refused(http.StatusBadRequest, "empty")
	}
	for m := mimetype.Detect(body); m != nil; m = m.Parent() {
		kind, _, _ := strings.Cut(m.String(), ";")
		if taken(kind) {
			return kind, nil
		}
		if kind == "text/html" || kind == "image/svg+xml" {
			break
		}
	}
	return "", refused(http.StatusUnsupportedMediaType, "file-kind")
}

func taken(kind string) bool {
	switch kind {
	case "image/jpeg", "image/png", "image/webp", "application/pdf",
		"application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
		"application/vnd.oasis.opendocument.text",
		"application/vnd.oasis.opendocument.spreadsheet",
		"application/vnd.oasis.opendocument.presentation",
		"application/rtf", "text/rtf", "text/csv":
		return true
	}
	return strings.HasPrefix(kind, "application/vnd.openxmlformats-officedocument.") ||
		strings.HasPrefix(kind, "audio/")
}

// picture tells whether a file may be shown inside the page.
func picture(kind string) bool {
	return kind == "image/jpeg" || kind == "image/png" || kind == "image/webp"
}
