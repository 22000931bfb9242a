package fakeslack

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// file is a file that Slack has.
type file struct {
	id, name, team string
	size           int
	body           []byte
	done, byBot    bool
	shared         []string // channels
}

// uploadURL is files.getUploadURLExternal.
func (c call) uploadURL() answer {
	size, err := strconv.Atoi(c.text("length"))
	if err != nil || size <= 0 || c.text("filename") == "" {
		return problem("invalid_arguments")
	}
	f := &file{id: c.s.id("F"), name: c.text("filename"), team: c.team, size: size, byBot: true}
	c.s.files[f.id] = f
	return answer{"ok": true, "upload_url": c.base + "/upload/" + f.id, "file_id": f.id}
}

// upload takes the bytes of a file. A body that is wrapped twice has not the
// length that was said.
func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 64<<20))
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.files[r.PathValue("id")]
	switch {
	case err != nil || f == nil || f.done || f.body != nil:
		http.Error(w, "not found", http.StatusNotFound)
	case len(body) != f.size && !strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data"):
		http.Error(w, "the length is not what was said", http.StatusBadRequest)
	default:
		f.body = body
		_, _ = io.WriteString(w, "OK - "+strconv.Itoa(len(body)))
	}
}

// completeUpload is files.completeUploadExternal.
func (c call) completeUpload() answer {
	raw, ok := c.part("files")
	list, isList := raw.([]any)
	if !ok || !isList || len(list) == 0 {
		return problem("invalid_arguments")
	}
	var to *channel
	if id := c.text("channel_id"); id != "" {
		var word string
		if to, word = c.channelFor(id); word != "" || to.id != id {
			return problem("invalid_channel")
		}
	}
	if to != nil {
		if word := to.below(c.text("thread_ts")); word != "" {
			return problem(word)
		}
	}
	var made []any
	for _, one := range list {
		named, _ := one.(map[string]any)
		id, _ := named["id"].(string)
		f := c.s.files[id]
		if f == nil || f.body == nil || f.team != c.team {
			return problem("file_not_found")
		}
		f.done = true
		if to != nil {
			f.shared = append(f.shared, to.id)
			to.messages = append(to.messages, &Message{
				TS: c.s.ts(), Thread: c.text("thread_ts"), User: BotUser, Text: c.text("initial_comment"), Args: map[string]any{"file": f.name},
			})
		}
		made = append(made, answer{"id": f.id, "title": named["title"]})
	}
	return answer{"ok": true, "files": made}
}

// fileInfo is files.info.
func (c call) fileInfo() answer {
	f := c.s.files[c.text("file")]
	if f == nil || f.team != c.team {
		return problem("file_not_found")
	}
	link := c.base + "/files/" + f.id
	return answer{"ok": true, "file": answer{
		"id": f.id, "name": f.name, "size": f.size, "mode": "hosted", "url_private": link, "url_private_download": link,
	}}
}

// download gives a file to who has a token of its workspace; anybody else is
// sent to the sign-in page, as a browser would be.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	f := s.files[r.PathValue("id")]
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	known := f != nil && token != "" && s.tokens[token] == f.team && !s.revoked[token]
	s.mu.Unlock()
	switch {
	case f == nil:
		http.NotFound(w, r)
	case !known:
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<!doctype html><title>Sign in</title>")
	default:
		_, _ = w.Write(f.body)
	}
}

// Has tells whether the bot sent a file of these bytes, by whatever name.
func (s *Server) Has(body []byte) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.files {
		if f.done && f.team != "" && f.byBot && bytes.Equal(f.body, body) {
			return true
		}
	}
	return false
}

// Uploaded gives the bytes of the files that the bot sent, by name.
func (s *Server) Uploaded() map[string][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := map[string][]byte{}
	for _, f := range s.files {
		if f.done && f.team != "" {
			all[f.name] = f.body
		}
	}
	return all
}
