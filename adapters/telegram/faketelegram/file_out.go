package faketelegram

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
)

// The sizes of what a bot sends.
const (
	photoMax = 10 << 20
	albumMin = 2
	albumMax = 10
)

func (s *Server) sendPhoto(c *Chat, in params) (any, error) {
	m, f, err := s.filed(c, in, "photo")
	if err == nil {
		err = photographed(f)
	}
	if err != nil {
		return nil, err
	}
	m.Photo = f.ID
	return s.show(c, m), nil
}

func photographed(f *File) error {
	if kind := http.DetectContentType(f.Body); !strings.HasPrefix(kind, "image/") {
		return bad("IMAGE_PROCESS_FAILED")
	}
	if len(f.Body) > photoMax {
		return bad("PHOTO_INVALID_DIMENSIONS")
	}
	return nil
}

func (s *Server) sendDocument(c *Chat, in params) (any, error) {
	m, f, err := s.filed(c, in, "document")
	if err != nil {
		return nil, err
	}
	m.Document = f.ID
	return s.show(c, m), nil
}

// sendVoice takes what is played in place: OGG, MP3, M4A. Anything else is shown
// as a document, as Telegram does.
func (s *Server) sendVoice(c *Chat, in params) (any, error) {
	m, f, err := s.filed(c, in, "voice")
	if err != nil {
		return nil, err
	}
	if played(f.Body) {
		m.Voice = f.ID
	} else {
		m.Document = f.ID
	}
	return s.show(c, m), nil
}

func played(body []byte) bool {
	return bytes.HasPrefix(body, []byte("OggS")) || bytes.HasPrefix(body, []byte("ID3")) ||
		len(body) > 12 && string(body[4:8]) == "ftyp"
}

// filed reads a message with one file.
func (s *Server) filed(c *Chat, in params, name string) (*Message, *File, error) {
	m, err := s.compose(c, in, "caption")
	if err != nil {
		return nil, nil, err
	}
	f, err := s.sent(in, name)
	return m, f, err
}

// sendMediaGroup takes 2 to 10 files that look alike: photos, or documents.
func (s *Server) sendMediaGroup(c *Chat, in params) (any, error) {
	var media []struct{ Type, Media string }
	if err := in.decode("media", &media); err != nil {
		return nil, err
	}
	if in.values["reply_markup"] != "" {
		return nil, bad("an album can't have a keyboard")
	}
	if len(media) < albumMin || len(media) > albumMax {
		return nil, bad("album must include %d-%d items", albumMin, albumMax)
	}
	all, err := s.compose(c, in, "caption")
	if err != nil {
		return nil, err
	}
	var made []*Message
	for _, one := range media {
		f, err := s.attached(in, one.Media)
		if err != nil {
			return nil, err
		}
		m := &Message{Bot: true, By: s.BotID(), Silent: all.Silent, ReplyTo: all.ReplyTo}
		switch {
		case one.Type != media[0].Type:
			return nil, bad("document can't be mixed with other media types")
		case one.Type == "photo":
			if err := photographed(f); err != nil {
				return nil, err
			}
			m.Photo = f.ID
		case one.Type == "document":
			m.Document = f.ID
		default:
			return nil, bad("can't parse InputMedia: type is invalid")
		}
		made = append(made, m)
	}
	s.last.query++
	var out []any
	for _, m := range made {
		m.Album = fmt.Sprintf("14%d", s.last.query)
		out = append(out, s.show(c, m))
	}
	return out, nil
}
