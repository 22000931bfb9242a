package web_test

import (
	"archive/zip"
	"bytes"
	"image"
	"image/jpeg"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
)

func (l *lab) upload(name string, body []byte) *http.Response {
	l.t.Helper()
	q := url.Values{"chat": {"staff"}, "id": {"11112222-aaaa"}, "name": {name}}
	r, err := http.NewRequest("POST", l.url+"/api/upload?"+q.Encode(), bytes.NewReader(body))
	if err != nil {
		l.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/octet-stream")
	return l.do(r)
}

func photo(t *testing.T) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func document(t *testing.T, parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("<xml/>")); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestUploadKinds holds that a file is what its bytes say, whatever its name.
func TestUploadKinds(t *testing.T) {
	for name, c := range map[string]struct {
		body   []byte
		status int
		kind   string
	}{
		"photo.jpg":    {photo(t), 204, "image/jpeg"},
		"photo.exe":    {photo(t), 204, "image/jpeg"},
		"report.pdf":   {[]byte("%PDF-1.7\n"), 204, "application/pdf"},
		"report.docx":  {document(t, "[Content_Types].xml", "_rels/.rels", "word/document.xml"), 204, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		"sound.wav":    {[]byte("RIFF\x24\x00\x00\x00WAVEfmt "), 204, "audio/wav"},
		"photo.png":    {[]byte("<!doctype html><script>alert(1)</script>"), 415, "file-kind"},
		"drawing.svg":  {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`), 415, "file-kind"},
		"archive.zip":  {document(t, "a.txt"), 415, "file-kind"},
		"program":      {[]byte("\x7fELF\x02\x01\x01"), 415, "file-kind"},
		"nothing.jpeg": {nil, 400, "empty"},
	} {
		l := newLab(t)
		response := l.upload(name, c.body)
		if c.status != http.StatusNoContent {
			l.want(response, c.status, c.kind)
			if len(l.toy.got()) != 0 || len(l.shelf.files) != 0 {
				t.Errorf("%s was kept although it was refused", name)
			}
			continue
		}
		l.want(response, c.status, "")
		if len(l.toy.got()) == 0 {
			t.Fatalf("%s did not arrive", name)
		}
		if f := l.toy.got()[0].Files[0]; f.Type != c.kind || f.Name != name || f.Size != int64(len(c.body)) {
			t.Errorf("%s arrived as %+v", name, f)
		}
	}
}

// Another file that comes under the name of an earlier one takes nothing away.
func TestUploadsReplaceNothing(t *testing.T) {
	l := newLab(t)
	l.want(l.upload("een.pdf", []byte("%PDF-1.7\nof Noor")), 204, "")
	first := l.toy.got()[0].Files[0].ID
	l.upload("twee.pdf", []byte("%PDF-1.7\nof somebody else"))
	l.want(l.do(l.request("GET", "/files/"+first, "")), 200, "of Noor")
}

// Macros are not taken, and not kept.
func TestUploadsHaveNoMacros(t *testing.T) {
	l := newLab(t)
	if r := l.upload("een.docm", document(t, "[Content_Types].xml", "word/document.xml")); r.StatusCode != 415 {
		t.Errorf("macros: %s", r.Status)
	}
	if len(l.shelf.files) != 0 {
		t.Errorf("kept: %v", l.shelf.files)
	}
}

// A folder shows no list of what is in it.
func TestNoLists(t *testing.T) {
	l := newLab(t)
	for _, path := range []string{"/js/", "/css/", "/media/", "/js"} {
		l.want(l.do(l.request("GET", path, "")), 404, "")
	}
	l.want(l.do(l.request("GET", "/", "")), 200, "<html")
	l.want(l.do(l.request("GET", "/js/kinds.js", "")), 200, "image/heic")
}

func TestUploadTooLarge(t *testing.T) {
	l := newLab(t)
	l.want(l.upload("photo.jpg", append(photo(t), make([]byte, 20<<20)...)), 413, "too-large")
	r := l.request("POST", "/api/upload?chat=staff&id=11112222-bbbb&name=x.jpg", "")
	r.Header.Set("Content-Type", "application/octet-stream")
	r.Body, r.ContentLength = io.NopCloser(io.LimitReader(zeros{}, 21<<20)), -1 // its size is not said
	l.want(l.do(r), 413, "too-large")
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

// TestFilesComeBackHarmless holds that nothing a person sent is run.
func TestFilesComeBackHarmless(t *testing.T) {
	l := newLab(t)
	l.upload(`C:\fake\"évil".jpg`, photo(t))
	id := l.toy.got()[0].Files[0].ID
	response := l.do(l.request("GET", "/files/"+id, ""))
	body, err := io.ReadAll(response.Body)
	if err != nil || !bytes.Equal(body, photo(t)) {
		t.Errorf("another file came back: %v", err)
	}
	h := response.Header
	if h.Get("Content-Type") != "image/jpeg" || h.Get("X-Content-Type-Options") != "nosniff" ||
		!strings.Contains(h.Get("Content-Security-Policy"), "sandbox") || !strings.HasPrefix(h.Get("Content-Disposition"), "inline") {
		t.Errorf("a photo comes back with %v", h)
	}
	l.want(l.do(l.request("GET", "/files/web-nothing", "")), 404, "")
}

func TestDocumentsAreSaved(t *testing.T) {
	l := newLab(t)
	l.upload("report.pdf", []byte("%PDF-1.7\n"))
	h := l.do(l.request("GET", "/files/"+l.toy.got()[0].Files[0].ID, "")).Header
	if h.Get("Content-Type") != "application/octet-stream" || h.Get("Content-Disposition") != "attachment; filename=report.pdf" {
		t.Errorf("a document comes back with %v", h)
	}
}

func TestPicturesOfTheContent(t *testing.T) {
	l := newLab(t)
	l.want(l.do(l.request("GET", "/media/chain.svg", "")), 200, "<svg")
	l.want(l.do(l.request("GET", "/media/nothing.svg", "")), 404, "")
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// tear leaves half a line at the end of a file, as a crash does.
func tear(t *testing.T, name string) {
	t.Helper()
	all, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, name, string(all)+`{"seq":99,"round":1,"chat":"sta`)
}
