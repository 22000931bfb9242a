package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"modernc.org/sqlite"
)

// conn is one connection with its prepared statements. It is used by one
// goroutine at a time, straight through the driver: a turn is some thirty
// statements, and database/sql would add its own cost to each.
type conn struct {
	raw   driver.Conn
	stmts map[string]*stmt
}

// statement is what the driver's statements can do.
type statement interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// stmt is a prepared statement with room for its arguments and one row.
type stmt struct {
	statement
	args []driver.NamedValue
}

// row is one row of a result. It is valid until the next.
type row []driver.Value

func (r row) text(i int) string {
	s, _ := r[i].(string)
	return s
}

func (r row) integer(i int) int64 {
	n, _ := r[i].(int64)
	return n
}

func (r row) null(i int) bool { return r[i] == nil }

// errStop ends a query early.
var errStop = errors.New("stop")

// dsn names a file for the driver, whatever characters are in its path.
func dsn(path, mode string) string {
	escape := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")
	return "file:" + escape.Replace(path) + "?" + url.Values{"mode": {mode}}.Encode()
}

// dial opens a connection; mode is ro, rw or rwc.
func dial(path, mode string, pragmas ...string) (*conn, error) {
	raw, err := new(sqlite.Driver).Open(dsn(path, mode))
	if err != nil {
		return nil, err
	}
	c := &conn{raw: raw, stmts: map[string]*stmt{}}
	for _, p := range pragmas {
		if err := c.script("PRAGMA " + p); err != nil {
			return nil, errors.Join(err, c.close())
		}
	}
	return c, nil
}

func (c *conn) close() error {
	var errs []error
	for _, s := range c.stmts {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, c.raw.Close())...)
}

// script carries out statements that are used once.
func (c *conn) script(sql string) error {
	x, ok := c.raw.(driver.ExecerContext)
	if !ok {
		return fmt.Errorf("the driver's connection %T cannot execute", c.raw)
	}
	_, err := x.ExecContext(context.Background(), sql, nil)
	return err
}

// prepared gives the statement of a text, with its arguments bound.
func (c *conn) prepared(sql string, args []any) (*stmt, error) {
	s := c.stmts[sql]
	if s == nil {
		raw, err := c.raw.Prepare(sql)
		if err != nil {
			return nil, err
		}
		able, ok := raw.(statement)
		if !ok {
			return nil, errors.Join(fmt.Errorf("the driver's statement %T takes no context", raw), raw.Close())
		}
		s = &stmt{statement: able}
		c.stmts[sql] = s
	}
	s.args = s.args[:0]
	for i, a := range args {
		if n, ok := a.(int); ok {
			a = int64(n)
		}
		s.args = append(s.args, driver.NamedValue{Ordinal: i + 1, Value: a})
	}
	return s, nil
}

// exec carries out a statement and tells how many rows it changed.
func (c *conn) exec(sql string, args ...any) (int64, error) {
	s, err := c.prepared(sql, args)
	if err != nil {
		return 0, err
	}
	r, err := s.ExecContext(context.Background(), s.args)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// each gives every row of a query to f, until f returns errStop.
func (c *conn) each(f func(row) error, sql string, args ...any) error {
	s, err := c.prepared(sql, args)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(context.Background(), s.args)
	if err != nil {
		return err
	}
	r := make(row, len(rows.Columns()))
	for err == nil {
		if err = rows.Next(r); err == nil {
			err = f(r)
		}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, errStop) {
		err = nil
	}
	return errors.Join(err, rows.Close())
}

// one gives the only or first row of a query, and false when there is none.
func (c *conn) one(sql string, args ...any) (found row, ok bool, err error) {
	err = c.each(func(r row) error {
		found, ok = r, true
		return errStop
	}, sql, args...)
	return found, ok, err
}

// number gives the first column of the first row.
func (c *conn) number(sql string, args ...any) (int64, error) {
	r, ok, err := c.one(sql, args...)
	if err != nil || !ok {
		return 0, err
	}
	return r.integer(0), nil
}
