package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visesbot/bot/register"
	"visesbot/bot/report/tables"
	"visesbot/flows/form"
)

// measured are the values of a sample, as lines.
func measured(t *testing.T, name string) []map[string]any {
	t.Helper()
	all, err := livedOnce()
	if err != nil {
		t.Fatal(err)
	}
	g := tables.Measurements(all.script.Questionnaire, "nl", time.Date(2029, 1, 1, 0, 0, 0, 0, time.UTC), []string{name},
		func(string) (form.Source, error) { return all.src[name], nil })
	var b, again bytes.Buffer
	if err := errors.Join(tables.WriteLines(&b, g), tables.WriteLines(&again, g)); err != nil {
		t.Fatal(err)
	}
	if b.String() != again.String() {
		t.Error("written again it is another")
	}
	var rows []map[string]any
	for lines := bufio.NewScanner(&b); lines.Scan(); {
		row := map[string]any{}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		rows = append(rows, row)
	}
	return rows
}

// What was measured goes out as numbers, with how many were reached, in the order
// of time.
func TestExportMeasurements(t *testing.T) {
	rows := measured(t, "bicycles")
	var calls []float64
	asked := 0
	for _, r := range rows {
		if r["enterprise"] != "sample-bicycles" || r["change"] == nil || r["indicator_label"] == nil || r["in_scope"] != true {
			t.Errorf("a row says too little: %v", r)
		}
		if r["indicator_label"] == "telefoontjes naar een werkgever" {
			n, _ := r["value"].(float64)
			calls = append(calls, n)
		}
		if r["reached"] != nil && r["asked"] != nil {
			asked++
		}
	}
	if len(calls) != 2 || calls[0] != 6 || calls[1] != 9 || asked == 0 {
		t.Errorf("the calls are %v, and %d rows say how many answered", calls, asked)
	}
}

// The codebook names every question, with the version by which answers name it.
func TestExportCodebook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "codebook.jsonl")
	if got := program(t, nil, nil, "export", "codebook", "--lang", "fr", "-o", path); got.code != 0 {
		t.Fatal(got.err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := livedOnce()
	if err != nil {
		t.Fatal(err)
	}
	questions := all.script.Questionnaire.Questions()
	if n := strings.Count(string(raw), "\n"); n != len(questions) {
		t.Errorf("%d rows of %d questions", n, len(questions))
	}
	for _, q := range questions {
		if !strings.Contains(string(raw), `"question":"`+q.ID+`"`) || !strings.Contains(string(raw), q.Version) {
			t.Errorf("%s is not in the codebook", q.ID)
		}
	}
}

// What cannot be read any further ends the file with an error, and what people
// wrote stays as it is.
func TestLines(t *testing.T) {
	broken := errors.New("broken")
	g := register.Grid{Name: "x", Columns: []string{"a", "b", "c"}, Rows: func(yield func([]any, error) bool) {
		if yield([]any{"<b> & \"q\"\n=1+1", nil, register.Day(time.Date(2027, 3, 31, 0, 0, 0, 0, time.UTC))}, nil) {
			yield(nil, broken)
		}
	}}
	var b bytes.Buffer
	if err := tables.WriteLines(&b, g); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	g.Rows = func(yield func([]any, error) bool) {
		yield([]any{"<b> & \"q\"\n=1+1", nil, register.Day(time.Date(2027, 3, 31, 0, 0, 0, 0, time.UTC))}, nil)
	}
	b.Reset()
	if err := tables.WriteLines(&b, g); err != nil || b.String() != `{"a":"<b> & \"q\"\n=1+1","c":"2027-03-31"}`+"\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}
