package attachment

import (
	"errors"
	"path"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// Max is the size of the largest file that is taken.
const Max = 20 << 20

// The reasons to refuse a file.
var (
	ErrKind     = errors.New("files of this kind are not taken")
	ErrMacros   = errors.New("files with macros are not taken")
	ErrTooLarge = errors.New("the file is too large")
)

// Offer is a file that somebody sends.
type Offer struct {
	Name  string // as it was called; may be empty
	Sound bool   // the platform calls it sound, whatever holds it
	Body  []byte
}

// Kind is the media type of an offer that is taken; otherwise one of the errors
// of this package.
func Kind(o Offer) (string, error) {
	ending := endingOf(o.Name)
	switch {
	case len(o.Body) > Max:
		return "", ErrTooLarge
	case len(o.Body) == 0:
		return "", ErrKind
	case macros(ending) || hasMacros(o.Body):
		return "", ErrMacros
	}
	return kindOf(o, ending)
}

// kindOf looks from the narrowest kind that fits to the widest.
func kindOf(o Offer, ending string) (string, error) {
	for m := mimetype.Detect(o.Body); m != nil; m = m.Parent() {
		kind := plainly(m.String())
		switch {
		case m.Is("text/html") || m.Is("image/svg+xml") || m.Is("image/avif"):
			return "", ErrKind
		case textual(m):
			return textKind(kind, ending)
		case film(kind):
			return filmKind(o, kind), nil
		case taken(kind):
			return kind, nil
		}
	}
	return "", ErrKind
}

// plainly is a media type without its parameters.
func plainly(kind string) string {
	kind, _, _ = strings.Cut(kind, ";")
	return kind
}

func endingOf(name string) string { return strings.ToLower(path.Ext(strings.TrimSpace(name))) }
