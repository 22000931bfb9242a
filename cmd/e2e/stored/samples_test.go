package stored

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"visesbot/bot"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Sessions of every landed version are read, and written as they were.
func TestSessions(t *testing.T) {
	each(t, "sessions.jsonl", 100, func(t *testing.T, line []byte) { again[flows.Session](t, line) })
}

// Jobs wait in mailboxes for months.
func TestJobs(t *testing.T) {
	each(t, "jobs.jsonl", 200, func(t *testing.T, line []byte) { again[bot.Job](t, line) })
}

// Dossiers are kept for years.
func TestDocuments(t *testing.T) {
	parts := map[string]func(*testing.T, []byte){
		"head": again[form.Head], "answer": again[form.Answer], "list": again[form.List],
		"item": again[form.Item], "record": again[form.Record], "snapshot": again[form.Snapshot],
	}
	each(t, "documents.jsonl", 100, func(t *testing.T, line []byte) {
		var d struct{ Part, Doc string }
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		read, ok := parts[d.Part]
		if !ok {
			t.Fatalf("no part of a dossier is called %q now", d.Part)
		}
		read(t, []byte(d.Doc))
	})
}

// Rows of the register go through a store unchanged.
func TestRegister(t *testing.T) {
	store := fresh(t)
	each(t, "register.jsonl", 50, func(t *testing.T, line []byte) {
		var row struct{ Part, ID, Doc string }
		if err := json.Unmarshal(line, &row); err != nil {
			t.Fatal(err)
		}
		want := register.Entry{Table: row.Part, ID: row.ID}
		if err := json.Unmarshal([]byte(row.Doc), &want.Fields); err != nil {
			t.Fatal(err)
		}
		if err := store.PutEntries(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		all, err := store.Entries(t.Context(), row.Part)
		if err != nil {
			t.Fatal(err)
		}
		for _, got := range all {
			if got.ID == want.ID && cmp.Equal(got, want) {
				return
			}
		}
		t.Errorf("there is %+v, want %+v", all, want)
	})
}

// again reads a document and writes it: it says the same, and no more.
func again[T any](t *testing.T, line []byte) {
	t.Helper()
	var v T
	if err := json.Unmarshal(line, &v); err != nil {
		t.Fatalf("%v in\n%s", err, line)
	}
	got, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plain(t, line), plain(t, got)); diff != "" {
		t.Errorf("read and written again it says something else (+):\n%s\nin\n%s", diff, line)
	}
}

func plain(t *testing.T, raw []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// each reads a file of lines of every version; fewer than some in all are an error.
func each(t *testing.T, name string, some int, do func(*testing.T, []byte)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "*", name))
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s (%v)", name, err)
	}
	n := 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(raw))
		lines.Buffer(nil, 1<<20)
		for ; lines.Scan(); n++ {
			do(t, lines.Bytes())
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
	}
	if n < some {
		t.Errorf("only %d samples in %s", n, name)
	}
}
