package telegram

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"visesbot/adapters/adaptertest"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/form"
)

var rewrite = flag.Bool("update", false, "write testdata anew")

// call is what of a message goes to Telegram.
type call struct {
	Method string            `json:"method"`
	Params map[string]string `json:"params"`
}

// callsOf are the calls that show a card, held against what Telegram refuses.
func callsOf(t *testing.T, name string, card flows.Card) (all []call) {
	t.Helper()
	a, err := New(Options{Token: "1:x"})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range bot.Compose(card, a.Capabilities()) {
		c := call{"sendMessage", paramsOf(5, m)}
		if m.Poll != nil {
			c.Method = "sendPoll"
			ask(c.Params, m.Poll)
		} else {
			c.Params["text"], c.Params["parse_mode"] = htmlOf(withAlt(m)), "HTML"
		}
		if err := faketelegram.Check(c.Method, c.Params); err != nil {
			t.Errorf("%s: Telegram would refuse it: %v", name, err)
		}
		delete(c.Params, "chat_id")
		if runes := []rune(c.Params["text"]); len(runes) > 700 {
			c.Params["text"] = fmt.Sprintf("%s … (%d characters)", string(runes[:100]), len(runes))
		}
		all = append(all, c)
	}
	return all
}

// The cards that are hard to show, as they go to Telegram. `go test -update`
// writes them anew; very long texts are told by their length.
func TestPayloads(t *testing.T) {
	for name, card := range adaptertest.Corpus() {
		golden(t, name+".json", readable(t, " ", callsOf(t, name, card)))
	}
}

// Every question that is asked, as it goes to Telegram: one a line in Dutch, and
// in the other languages within the limits.
func TestQuestions(t *testing.T) {
	script, problems := definition.Load(os.DirFS("../../content"))
	if script == nil {
		t.Fatal(problems)
	}
	for _, lang := range form.Langs() {
		cards, missing := adaptertest.Questions(script, lang)
		if len(missing) > 0 {
			t.Errorf("in %s these were never asked: %v", lang, missing)
		}
		var all bytes.Buffer
		for _, id := range slices.Sorted(maps.Keys(cards)) {
			for _, c := range callsOf(t, id+" in "+lang, cards[id]) {
				fmt.Fprintf(&all, "%s %s", id, readable(t, "", c))
			}
		}
		if lang == "nl" {
			golden(t, "questions.nl.txt", all.Bytes())
		}
	}
}

// golden compares with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *rewrite {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || !bytes.Equal(want, got) {
		t.Errorf("%s is not what it was (%v); look at the difference, and run with -update if it is meant:\n%s", file, err, got)
	}
}

// readable is JSON as a reviewer likes it.
func readable(t *testing.T, indent string, v any) []byte {
	t.Helper()
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
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
