package web

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"visesbot/bot/attachment"
)

// kindOf is what a file is, or why it is refused.
func kindOf(name string, body []byte) (string, error) {
	if len(body) == 0 {
		return "", refused(http.StatusBadRequest, "empty")
	}
	kind, err := attachment.Kind(attachment.Offer{Name: name, Body: body})
	switch {
	case errors.Is(err, attachment.ErrMacros):
		return "", refused(http.StatusUnsupportedMediaType, "file-macros")
	case err != nil:
		return "", refused(http.StatusUnsupportedMediaType, "file-kind")
	}
	return kind, nil
}

// kinds tells the page what its file chooser is to offer, and what can be sent in
// words.
func kinds(w http.ResponseWriter, r *http.Request) {
	named := attachment.Named()
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	fmt.Fprintf(w, "export const accept = %q;\nexport const fileMax = %d;\nexport const named = { fr: %q, nl: %q, en: %q };\n",
		strings.Join(attachment.Choosable(), ","), attachment.Max, named.FR, named.NL, named.EN)
}

// picture tells whether a file may be shown inside the page.
func picture(kind string) bool {
	return kind == "image/jpeg" || kind == "image/png" || kind == "image/webp" || kind == "image/gif"
}
