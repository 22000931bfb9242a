package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
)

//go:embed assets
var assets embed.FS

// page serves the page and what belongs to it. A browser asks again every
// time, and is told when nothing changed.
func page() http.Handler {
	files, err := fs.Sub(assets, "assets")
	if err != nil {
		panic(err) // the name is a constant
	}
	serve := http.FileServerFS(unlisted{files})
	tag := `"` + fingerprint(files) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", "no-cache")
		serve.ServeHTTP(w, r)
	})
}

// unlisted are files without lists of them: a folder is only what its index shows.
type unlisted struct{ fs.FS }

// Open opens a file, or a folder that has an index.
func (u unlisted) Open(name string) (fs.File, error) {
	f, err := u.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if about, err := f.Stat(); err == nil && about.IsDir() {
		if _, err := fs.Stat(u.FS, path.Join(name, "index.html")); err != nil {
			_ = f.Close()
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
	}
	return f, nil
}

func fingerprint(files fs.FS) string {
	sum := sha256.New()
	_ = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		sum.Write(body)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)[:8])
}
