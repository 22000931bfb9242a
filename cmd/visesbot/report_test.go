package main

import (
	"bytes"
	"errors"
	"flag"
	"image"
	_ "image/png"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"visesbot/bot/office"

	"visesbot/bot/report"
	"visesbot/bot/report/letters"
	"visesbot/bot/report/pdftest"
	"visesbot/flows"
	"visesbot/flows/form"
)

var updateReports = flag.Bool("update-reports", false, "write the reports in testdata anew; review the diff")

// tool runs a program that looks at PDFs; without it the test is left out, but in
// CI it has to be there.
func tool(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed: %v", name, err)
		}
		t.Skipf("%s is not installed", name)
	}
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return out
}

// lived are the samples, lived through once for all tests.
type lived struct {
	script *flows.Script
	faces  *letters.Set
	src    map[string]form.Source
	shots  map[string][]form.Snapshot
}

var livedOnce = sync.OnceValues(func() (lived, error) {
	script, files, err := loadScript(&env{getenv: func(string) string { return "" }, err: io.Discard})
	if err != nil {
		return lived{}, err
	}
	all := lived{script: script, src: map[string]form.Source{}, shots: map[string][]form.Snapshot{}}
	if all.faces, err = letters.Open(); err != nil {
		return all, err
	}
	for _, name := range sampleNames() {
		if all.src[name], all.shots[name], err = sampleDossier(script, files, name); err != nil {
			return all, err
		}
	}
	return all, nil
})

// written makes the report of a sample.
func written(t *testing.T, as, name string, o report.Options, phase string) []byte {
	t.Helper()
	all, err := livedOnce()
	if err != nil {
		t.Fatal(err)
	}
	o.Lang, o.Second, _ = strings.Cut(o.Lang, "+")
	o.Words, o.Letters = officeSays(all.script), all.faces
	src := all.src[name]
	if phase != "" {
		if src, o.Snapshot, err = report.At(all.script.Questionnaire, src, all.shots[name], phase); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	doc := report.Make(form.Open(all.script.Questionnaire, src, time.Date(2029, 1, 1, 0, 0, 0, 0, time.UTC)), o)
	if err := paintReport(&b, all.faces, doc, as); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sampleNames() []string { return []string{"daycentre", "shop", "bicycles"} }

// The text of the reports of the three samples, in three languages and in two at
// once, stands in testdata.
func TestReportText(t *testing.T) {
	for _, name := range sampleNames() {
		for _, lang := range []string{"fr", "nl", "en", "fr+nl"} {
			t.Run(name+"-"+lang, func(t *testing.T) {
				got := unversioned(t, written(t, "r.md", name, report.Options{Lang: lang, Length: report.Thorough}, ""))
				golden := filepath.Join("testdata", "report", name+"-"+lang+".md")
				if *updateReports {
					if err := os.MkdirAll(filepath.Dir(golden), 0o750); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(golden, got, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got, want) {
					t.Errorf("%s: %s", golden, firstDifference(string(want), string(got)))
				}
			})
		}
	}
}

// unversioned leaves out the version of the content, which any word of it changes.
func unversioned(t *testing.T, text []byte) []byte {
	t.Helper()
	all, err := livedOnce()
	if err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(text, []byte(all.script.Questionnaire.Version), []byte("VERSION"))
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want " + w[i] + "\ngot  " + g[i]
		}
	}
	return "one is longer than the other"
}

// The PDF of each sample has no fault of its structure, only letters of its own,
// no page without ink, none in the margins, and all the words of its text.
func TestReportPages(t *testing.T) {
	for _, name := range sampleNames() {
		for _, lang := range []string{"fr", "nl", "en", "nl+en"} {
			t.Run(name+"-"+lang, func(t *testing.T) {
				raw := written(t, "r.pdf", name, report.Options{Lang: lang}, "")
				for _, wrong := range pdftest.Check(t, raw) {
					t.Error(wrong)
				}
				if again := written(t, "r.pdf", name, report.Options{Lang: lang}, ""); !bytes.Equal(raw, again) {
					t.Error("made again it has other bytes")
				}
				path := filepath.Join(t.TempDir(), "r.pdf")
				if err := os.WriteFile(path, raw, 0o600); err != nil {
					t.Fatal(err)
				}
				tool(t, "qpdf", "--check", path)
				for _, line := range strings.Split(string(tool(t, "pdffonts", path)), "\n")[2:] {
					if line != "" && !strings.Contains(line, "yes yes yes") {
						t.Errorf("letters that are not embedded: %s", line)
					}
				}
				text := strings.Join(strings.Fields(string(tool(t, "pdftotext", path, "-"))), " ")
				for _, line := range wordsOf(t, name, lang) {
					if !strings.Contains(text, line) {
						t.Errorf("%q is not on the pages", line)
					}
				}
				pagesHaveInk(t, path)
			})
		}
	}
}

// wordsOf are the words of the headings of a report, as Markdown has them.
func wordsOf(t *testing.T, name, lang string) []string {
	var all []string
	for _, line := range strings.Split(string(written(t, "r.md", name, report.Options{Lang: lang}, "")), "\n") {
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			all = append(all, strings.Fields(strings.NewReplacer("\\", "", "*", "").Replace(rest))...)
		}
	}
	return all
}

// pagesHaveInk renders the pages: each has ink, and none outside its margins.
func pagesHaveInk(t *testing.T, path string) {
	t.Helper()
	dir := t.TempDir()
	tool(t, "pdftoppm", "-r", "40", "-gray", "-png", path, filepath.Join(dir, "p"))
	pictures, err := filepath.Glob(filepath.Join(dir, "p*.png"))
	if err != nil || len(pictures) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, p := range pictures {
		f, err := os.Open(p)
		if err != nil {
			t.Fatal(err)
		}
		img, _, err := image.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		in, out := ink(img, 20)
		if in < 40 || out > 0 {
			t.Errorf("%s: %d dots of ink within the margins, %d outside", filepath.Base(p), in, out)
		}
	}
}

// ink counts the dark dots of a page within and outside a margin.
func ink(img image.Image, margin int) (in, out int) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, _, _, _ := img.At(x, y).RGBA(); r > 0xC000 {
				continue
			}
			if x < b.Min.X+margin || x >= b.Max.X-margin || y < b.Min.Y+margin/2 || y >= b.Max.Y-margin/2 {
				out++
			} else {
				in++
			}
		}
	}
	return in, out
}

// What is not released to somebody is not in what is made for them; of a sample
// that released nothing to everybody, hardly anything is left.
func TestReportReleased(t *testing.T) {
	own := string(written(t, "r.md", "daycentre", report.Options{Lang: "fr"}, ""))
	public := string(written(t, "r.md", "daycentre", report.Options{Lang: "fr", For: "public"}, ""))
	if strings.Count(public, "\n## ") >= strings.Count(own, "\n## ") {
		t.Errorf("as much is told to everybody as to the enterprise itself:\n%s", public)
	}
}

// A phase that was closed gives a report of that moment, that is no draft and
// knows nothing of what came after.
func TestReportSnapshot(t *testing.T) {
	now := string(written(t, "r.md", "bicycles", report.Options{Lang: "nl"}, ""))
	then := string(written(t, "r.md", "bicycles", report.Options{Lang: "nl"}, "diagnosis"))
	if !strings.Contains(now, "elke week oefenen met telefoneren") || strings.Contains(then, "elke week oefenen met telefoneren") {
		t.Error("what was decided later stands in the report of the diagnosis")
	}
	if !strings.Contains(then, "Mensen en fietsen opnieuw op weg helpen") {
		t.Error("the report of the diagnosis has not its mission")
	}
}

// The licences of what is carried are shown whole.
func TestLicences(t *testing.T) {
	got := program(t, nil, nil, "licences")
	for _, want := range []string{"SIL OPEN FONT LICENSE", "Bitstream Vera", "Apache License", "Folio"} {
		if got.code != 0 || !strings.Contains(strings.ToLower(got.out), strings.ToLower(want)) {
			t.Errorf("there is no word of %q", want)
		}
	}
}

// Wrong use is one clear sentence.
func TestReportMisuse(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-o", "x.pdf"}, "say of which enterprise"},
		{[]string{"--sample", "shop"}, "say where to write"},
		{[]string{"--sample", "shop", "-o", "x.doc"}, "a report is written as .pdf, .html, .md or .png"},
		{[]string{"--sample", "shop", "-o", "x.pdf", "--lang", "de"}, "--lang is fr, nl or en"},
		{[]string{"--sample", "shop", "-o", "x.pdf", "--lang", "fr+fr"}, "--lang is fr, nl or en"},
		{[]string{"--sample", "shop", "-o", "x.pdf", "--length", "long"}, "--length is light"},
		{[]string{"--sample", "shop", "-o", "x.pdf", "--for", "me"}, "--for is cohort"},
		{[]string{"--sample", "bakery", "-o", "x.pdf"}, "there are three samples"},
		{[]string{"--sample", "shop", "-o", "x.pdf", "--snapshot", "spring"}, "there is no phase \"spring\""},
		{[]string{"--sample", "shop", "-o", "x.pdf", "--page", "spring"}, "no phase \"spring\" has a page"},
		{[]string{"shop", "--sample", "shop", "-o", "x.pdf"}, "not both"},
	} {
		got := program(t, nil, nil, append([]string{"report"}, c.args...)...)
		if got.code == 0 || !strings.Contains(got.err, c.want) {
			t.Errorf("report %v says %q, not %q", c.args, got.err, c.want)
		}
	}
	if _, err := os.Stat("x.pdf"); err == nil {
		t.Error("something was written all the same")
	}
}

// A disk that is full in the middle of it keeps the file that was there.
func TestReportKeepsOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "r.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left on device")
	err := replaced(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half of the new one")
		return full
	})
	kept, _ := os.ReadFile(path)
	left, _ := filepath.Glob(filepath.Join(dir, ".visesbot-*"))
	if !errors.Is(err, full) || string(kept) != "old" || len(left) > 0 {
		t.Errorf("%v: the file holds %q, left behind %v", err, kept, left)
	}
}

// officeSays says the sentences of the office, which are all there.
func officeSays(script *flows.Script) func(lang, key string, pairs ...string) string {
	return office.Sentences{Script: script, Log: slog.New(slog.DiscardHandler)}.In
}
