package telegram

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf16"

	"visesbot/adapters/adaptertest"
	"visesbot/bot"
	"visesbot/flows"
)

var rewrite = flag.Bool("update", false, "write testdata anew")

// payload is what of a message goes to Telegram.
type payload struct {
	Text     string          `json:"text"`
	Keyboard json.RawMessage `json:"reply_markup,omitempty"`
}

// The cards that are hard to show, as they go to Telegram. `go test -update`
// writes them anew; very long texts are told by their length.
func TestPayloads(t *testing.T) {
	a, err := New(Options{Token: "1:x"})
	if err != nil {
		t.Fatal(err)
	}
	for name, card := range adaptertest.Corpus() {
		var all []payload
		for _, m := range bot.Compose(card, a.Capabilities()) {
			p := paramsOf(5, m)
			text := htmlOf(m.Lines)
			withinLimits(t, name, m, p["reply_markup"])
			if runes := []rune(text); len(runes) > 700 {
				text = fmt.Sprintf("%s … (%d characters)", string(runes[:100]), len(runes))
			}
			all = append(all, payload{text, json.RawMessage(p["reply_markup"])})
		}
		got := readable(t, all)
		file := filepath.Join("testdata", name+".json")
		if *rewrite {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || string(want) != string(got) {
			t.Errorf("%s is not as in %s (%v):\n%s", name, file, err, got)
		}
	}
}

// readable is JSON as a reviewer likes it.
func readable(t *testing.T, v any) []byte {
	t.Helper()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// withinLimits holds a message against the limits that Telegram publishes.
func withinLimits(t *testing.T, name string, m bot.Message, keyboard string) {
	t.Helper()
	n := 0
	for i, l := range m.Lines {
		n += len(utf16.Encode([]rune(l.Text)))
		if i > 0 {
			n += 2
		}
		if l.Style == flows.Bullet {
			n += 2
		}
	}
	if n > 4096 || len(keyboard) > 10_000 || len(slices.Concat(m.Buttons...)) > 100 {
		t.Errorf("%s: %d units, %d bytes of buttons", name, n, len(keyboard))
	}
}

func TestRows(t *testing.T) {
	row := []flows.Button{{Label: "Ja", Data: "1"}, {Label: "Nee", Data: "2"}, {Label: "Weet ik nog niet", Data: "3"}, {Label: "Niet van toepassing", Data: "4"}, {Label: "Later", Data: "5", On: true}}
	var got [][]string
	for _, r := range fitted(row) {
		var labels []string
		for _, b := range r {
			labels = append(labels, b.Text)
		}
		got = append(got, labels)
	}
	want := [][]string{{"Ja", "Nee"}, {"Weet ik nog niet"}, {"Niet van toepassing"}, {"✓ Later"}}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("row %d: %q, not %q", i, got[i], want[i])
		}
	}
}

func TestLinks(t *testing.T) {
	for want, l := range map[string]flows.Line{
		`<a href="https://x.be/?a=1&amp;b=&quot;">a &lt; b</a>`: {Text: "a < b", URL: `https://x.be/?a=1&b="`},
		"klik javascript:alert(1)":                              {Text: "klik", URL: "javascript:alert(1)"},
		`<a href="http://x.be">http://x.be</a>`:                 {URL: "http://x.be"},
	} {
		if got := link(l); got != want {
			t.Errorf("%+v is %s", l, got)
		}
	}
}
