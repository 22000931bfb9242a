package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// thorough is up to which size a file is checked whole when it is opened.
const thorough = 32 << 20

// inspect looks at a file before anything of it is changed. A file that is
// missing is made, for our eyes only.
func inspect(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	size, err := header(f)
	if err = errors.Join(err, f.Close()); err != nil || size == 0 {
		return err
	}
	c, err := dial(path, "ro", "busy_timeout(5000)")
	if err != nil {
		return err
	}
	return errors.Join(sound(c, size), c.close())
}

// header reads the first bytes of a file (https://sqlite.org/fileformat2.html).
func header(f *os.File) (size int64, err error) {
	stat, err := f.Stat()
	if err != nil {
		return 0, err
	}
	if stat.Mode().Perm()&0o200 == 0 {
		return 0, ErrReadOnly
	}
	if stat.Size() == 0 {
		return 0, nil
	}
	var h [100]byte
	if _, err := io.ReadFull(f, h[:]); err != nil || string(h[:16]) != "SQLite format 3\x00" {
		return 0, ErrCorrupt
	}
	pages, page := int64(binary.BigEndian.Uint32(h[28:])), int64(binary.BigEndian.Uint16(h[16:]))
	if page == 1 {
		page = 1 << 16
	}
	if stat.Size() < page*min(pages, 1) {
		return 0, ErrCorrupt
	}
	return stat.Size(), nil
}

// sound checks, without writing, that the file is ours, not newer, and whole.
func sound(c *conn, size int64) error {
	version, err := c.number("PRAGMA user_version")
	if err != nil {
		return err
	}
	if version > int64(len(migrations())) {
		return ErrNewer
	}
	mark, err := c.number("PRAGMA application_id")
	if err != nil {
		return err
	}
	tables, err := c.number("SELECT count(*) FROM sqlite_schema")
	if err != nil {
		return err
	}
	if mark != application && tables > 0 {
		return ErrCorrupt
	}
	if size > thorough {
		return nil
	}
	return verify(c, "PRAGMA quick_check(1)")
}

// verify runs one of SQLite's own checks.
func verify(c *conn, check string) error {
	r, ok, err := c.one(check)
	if err == nil && ok && r.text(0) != "ok" {
		err = fmt.Errorf("%w (%s)", ErrCorrupt, strings.ReplaceAll(r.text(0), "\n", " "))
	}
	return err
}
