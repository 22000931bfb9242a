package faketelegram

import (
	"fmt"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// downloadMax is the size of the largest file that a bot can fetch.
const downloadMax = 20 << 20

// File is something that was uploaded, by the bot or by a person.
type File struct {
	ID, Name string
	Body     []byte
	Size     int64 // told; of a file whose body is not there, larger than Body
	path     string
}

func (f *File) wire() object {
	out := object{"file_id": f.ID, "file_unique_id": "u" + f.ID, "file_size": f.Size, "width": 90, "height": 90}
	if f.Name != "" {
		out["file_name"] = f.Name
		out["mime_type"] = mime.TypeByExtension(path.Ext(f.Name))
	}
	return out
}

// keep makes a file known. The lock is held.
func (s *Server) keep(name string, body []byte) *File {
	s.last.file++
	f := &File{ID: fmt.Sprintf("AgACfake%d", s.last.file), Name: name, Body: body, Size: int64(len(body))}
	f.path = fmt.Sprintf("files/file_%d%s", s.last.file, path.Ext(name))
	s.files[f.ID] = f
	return f
}

// File gives what was uploaded under an id; nil if nothing was.
func (s *Server) File(id string) *File {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.files[id]
}

// attached finds a file that stands in the request, or was sent before.
func (s *Server) attached(in params, what string) (*File, error) {
	name, isAttached := strings.CutPrefix(what, "attach://")
	if isAttached {
		f, ok := in.files[name]
		if !ok || len(f.body) == 0 {
			return nil, bad("wrong file identifier/HTTP URL specified")
		}
		return s.keep(f.name, f.body), nil
	}
	if f := s.files[what]; f != nil {
		return f, nil
	}
	return nil, bad("wrong file identifier/HTTP URL specified")
}

// sent finds the file of a sending, which stands under its own name.
func (s *Server) sent(in params, name string) (*File, error) {
	if f, ok := in.files[name]; ok {
		if len(f.body) == 0 {
			return nil, bad("file must be non-empty")
		}
		return s.keep(f.name, f.body), nil
	}
	if in.values[name] == "" {
		return nil, bad("there is no %s in the request", name)
	}
	return s.attached(in, in.values[name])
}

func (s *Server) getFile(in params) (any, error) {
	f := s.files[in.values["file_id"]]
	switch {
	case f == nil:
		return nil, bad("invalid file_id")
	case f.Size > downloadMax:
		return nil, bad("file is too big")
	}
	return object{"file_id": f.ID, "file_unique_id": "u" + f.ID, "file_size": f.Size, "file_path": f.path}, nil
}

// download gives the body of a file to the bot.
func (s *Server) download(w http.ResponseWriter, r *http.Request, name string) {
	fault := s.fault("file")
	if fault != nil && !fault.before(w, r, s.stop) {
		return
	}
	s.mu.Lock()
	var found *File
	for _, f := range s.files {
		if f.path == name {
			found = f
		}
	}
	s.mu.Unlock()
	if found == nil {
		write(w, nil, refuse(http.StatusNotFound, "Not Found"))
		return
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(found.Body)))
	if fault != nil && (fault.Half || fault.Lost) {
		_, _ = w.Write(found.Body[:len(found.Body)/2])
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}
	_, _ = w.Write(found.Body)
}
