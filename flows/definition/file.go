package definition

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxFile is how large a file may be: about fifty times the largest one that
// somebody would still want to read.
const maxFile = 1 << 20

// file is one file of content. A file with nil root was not fit to be read.
type file struct {
	name  string
	text  []byte
	lines []string
	root  *yaml.Node
}

// open reads the files of a folder in the order of their names.
func (r reader) open(folder string) []*file {
	entries, err := fs.ReadDir(r.fsys, folder)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			r.problem(ruleUnreadable, spot{file: &file{name: folder}}, "cannot read the folder: %v", reason(err))
		}
		return nil
	}
	var files []*file
	for _, e := range entries {
		f := &file{name: path.Join(folder, e.Name())}
		switch {
		case path.Ext(e.Name()) == ".yaml":
			r.read(f)
			files = append(files, f)
		case !strings.HasPrefix(e.Name(), ".") && e.Name() != "README.md":
			checkFileName(r.loader, f)
		}
	}
	return files
}

// read fills a file, as far as it is fit to be read.
func (r reader) read(f *file) {
	text, err := readAll(r.fsys, f.name)
	switch {
	case err != nil:
		r.problem(ruleUnreadable, spot{file: f}, "cannot read the file: %v", reason(err))
		return
	case len(text) > maxFile:
		r.problem(ruleTooLarge, spot{file: f}, "the file is larger than %d KB: split it", maxFile>>10)
		return
	}
	f.text = bytes.ReplaceAll(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	f.lines = strings.Split(string(f.text), "\n")
	if checkEncoding(r.loader, f) {
		r.parse(f)
	}
}

func readAll(fsys fs.FS, name string) ([]byte, error) {
	in, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(io.LimitReader(in, maxFile+1))
}

// reason leaves out the path, which the problem names already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
