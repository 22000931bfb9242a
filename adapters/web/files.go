package web

import (
	"io"
	"mime"
	"net/http"
	"path"
	"strconv"

	"visesbot/flows/form"
)

// file gives back what a person sent: a picture to be shown, anything else to
// be saved, nothing to be run.
func (a *Adapter) file(w http.ResponseWriter, r *http.Request) {
	f, body, err := a.config.Files.File(r.Context(), r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer body.Close()
	fileHeader(w.Header(), f)
	_, _ = io.Copy(w, body)
}

func fileHeader(h http.Header, f form.File) {
	way, kind := "attachment", "application/octet-stream"
	if picture(f.Type) {
		way, kind = "inline", f.Type
	}
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType(way, map[string]string{"filename": f.Name}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Cache-Control", "private, max-age=3600")
	if f.Size > 0 {
		h.Set("Content-Length", strconv.FormatInt(f.Size, 10))
	}
}

// media gives the pictures of the content.
func (a *Adapter) media(w http.ResponseWriter, r *http.Request) {
	name := path.Clean(r.PathValue("name"))
	if a.config.Media == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
	http.ServeFileFS(w, r, unlisted{a.config.Media}, name)
}
