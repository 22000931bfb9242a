package faketelegram

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"unicode/utf8"
)

// uploadMax is how large a request may be: 50 MB, and some room around it.
const uploadMax = 51 << 20

// params are what a method was called with.
type params struct {
	values map[string]string
	files  map[string]upload
}

// upload is a file that stands in a request.
type upload struct {
	name string
	body []byte
}

// read takes the parameters from the address and the body, in any form that the
// Bot API knows.
func read(w http.ResponseWriter, r *http.Request) (params, error) {
	p := params{values: map[string]string{}, files: map[string]upload{}}
	for key, all := range r.URL.Query() {
		p.values[key] = all[0]
	}
	r.Body = http.MaxBytesReader(w, r.Body, uploadMax)
	var err error
	switch kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind {
	case "application/json":
		err = p.json(r.Body)
	case "multipart/form-data":
		err = p.multipart(r)
	default:
		if err = r.ParseForm(); err == nil {
			p.form(r.PostForm)
		}
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return p, refuse(http.StatusRequestEntityTooLarge, "Request Entity Too Large")
	case err != nil:
		return p, bad("can't parse the request: %v", err)
	}
	return p, p.check()
}

func (p params) json(body io.Reader) error {
	var all map[string]json.RawMessage
	if err := json.NewDecoder(body).Decode(&all); err != nil {
		return err
	}
	for key, raw := range all {
		var text string
		if json.Unmarshal(raw, &text) != nil {
			text = string(raw)
		}
		p.values[key] = text
	}
	return nil
}

func (p params) multipart(r *http.Request) error {
	if err := r.ParseMultipartForm(1 << 20); err != nil {
		return err
	}
	p.form(r.MultipartForm.Value)
	for key, all := range r.MultipartForm.File {
		f, err := all[0].Open()
		if err != nil {
			return err
		}
		body, err := io.ReadAll(f)
		_ = f.Close()
		if err != nil {
			return err
		}
		p.files[key] = upload{all[0].Filename, body}
	}
	return r.MultipartForm.RemoveAll()
}

func (p params) form(values map[string][]string) {
	for key, all := range values {
		p.values[key] = all[0]
	}
}

// check wants texts to be texts.
func (p params) check() error {
	for _, v := range p.values {
		if !utf8.ValidString(v) {
			return bad("strings must be encoded in UTF-8")
		}
	}
	return nil
}

func (p params) number(key string) int64 {
	n, err := strconv.ParseInt(p.values[key], 10, 64)
	if err != nil {
		return 0
	}
	return n
}

func (p params) flag(key string) bool {
	return p.values[key] == "true" || p.values[key] == "1"
}

// decode reads a parameter that is JSON.
func (p params) decode(key string, into any) error {
	if p.values[key] == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(p.values[key]), into); err != nil {
		return bad("can't parse %s JSON object", key)
	}
	return nil
}
