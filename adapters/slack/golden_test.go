package slack

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"visesbot/adapters/adaptertest"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/form"
)

var update = flag.Bool("update", false, "write the goldens anew")

// cards are the suite's, and those that only Slack finds hard.
func cards() map[string]flows.Card {
	all := map[string]flows.Card{}
	maps.Copy(all, adaptertest.Corpus())
	line := func(s flows.Style, text string) flows.Line { return flows.Line{Style: s, Text: text} }
	all["escapes"] = flows.Card{Lines: []flows.Line{line(flows.Body, strings.Repeat("&", 3900)), line(flows.Hint, strings.Repeat("<", 3900))}}
	all["mentions"] = flows.Card{Lines: []flows.Line{line(flows.Heading, "<!channel> & co"), line(flows.Body, "<@U123> <https://x|y> :tada:"), line(flows.Hint, "<!here>"), line(flows.Own, "> *stars* and `code`")}}
	all["headings"] = flows.Card{Lines: []flows.Line{line(flows.Heading, strings.Repeat("Een lange titel ", 12)), line(flows.Body, "x")}}
	all["writing"] = flows.Card{Lang: "fr", Input: flows.LongInput, Lines: []flows.Line{line(flows.Heading, "Quelle est votre mission ?"), line(flows.Own, "Nous réparons.\nEnsemble.")}, Buttons: [][]flows.Button{{{Label: "Passer", Data: "s"}}}}
	full := flows.Card{}
	for range 39 {
		full.Lines = append(full.Lines, line(flows.Body, strings.Repeat("Tien tekens", 8)))
	}
	all["full"] = full
	many := flows.Card{}
	for i := range 300 {
		many.Lines = append(many.Lines, line([]flows.Style{flows.Body, flows.Hint, flows.Own}[i%3], fmt.Sprint("regel ", i)))
	}
	all["lines"] = many
	all["receipt"] = receipt(line)
	return all
}

// receipt is one of a push, as long as one becomes: shown anew in its place, below
// no message.
func receipt(line func(flows.Style, string) flows.Line) flows.Card {
	c := flows.Card{ID: "push-1", Lang: "fr", Replace: true, Top: true, Silent: true, Lines: []flows.Line{
		line(flows.Heading, "M1 · L'impact social, de quoi parle-t-on ?"),
		line(flows.Body, "Envoi en cours depuis 1er mars 2027 à 09:00 : 31/140"),
		line(flows.Hint, "Groupe du Nord, Groep Zuid"),
		line(flows.Hint, "Contenu 3ae7f21099b9, empreinte 90177a0b74b9"),
		line(flows.Hint, "La même information pour tous : même contenu, même empreinte."),
		line(flows.Body, "reçu 31/140 · ouvert 12 · terminé 4"),
		line(flows.Body, "Personnes qu'il n'a pas atteintes : 2"),
	}}
	for i := range 15 {
		c.Lines = append(c.Lines, line(flows.Bullet, fmt.Sprintf("Atelier numéro %d (fictif) : reçu 2/10 · ouvert 1 · terminé 0", i+1)))
	}
	c.Lines = append(c.Lines, line(flows.Body, "Ce qui a été mal compris, à la première réponse :"))
	for i := range 8 {
		c.Lines = append(c.Lines, line(flows.Bullet, fmt.Sprintf("Question %d · erreurs : 2/12 · le plus souvent : « Trente personnes ont une attestation »", i+1)))
	}
	c.Buttons = [][]flows.Button{
		{{Label: "Reproposer à qui ne l'a pas ouvert (128)", Data: "o~push~again~0123456789abcdef~2"}},
		{{Label: "Programme", Data: "o~front", Kind: "quiet"}},
	}
	return c
}

// TestQuestions shows every question that is asked: one a line in Dutch, and in
// the other languages within the limits.
func TestQuestions(t *testing.T) {
	script, problems := definition.Load(os.DirFS("../../content"))
	if script == nil {
		t.Fatal(problems)
	}
	can := (&speaker{connection: &connection{}}).Capabilities()
	for _, lang := range form.Langs() {
		cards, missing := adaptertest.Questions(script, lang)
		if len(missing) > 0 {
			t.Errorf("in %s these were never asked: %v", lang, missing)
		}
		var all bytes.Buffer
		for _, id := range slices.Sorted(maps.Keys(cards)) {
			for _, m := range bot.Compose(cards[id], can) {
				blocks := checked(t, m)
				fmt.Fprintf(&all, "%s ", id)
				if err := json.Compact(&all, short(blocks)); err != nil {
					t.Fatal(err)
				}
				all.WriteByte('\n')
			}
		}
		if lang == "nl" {
			golden(t, filepath.Join("testdata", "golden", "questions.nl.txt"), all.Bytes())
		}
	}
}

// checked are the blocks of a message, held against the limits.
func checked(t *testing.T, m bot.Message) []byte {
	t.Helper()
	blocks, err := json.MarshalIndent(render(m, nil), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range fakeslack.Check(blocks) {
		t.Errorf("%s: %s", m.Card, wrong)
	}
	within(t, m, blocks)
	return blocks
}

// TestGoldens shows what becomes of hard cards, and holds it against the limits
// of Slack.
func TestGoldens(t *testing.T) {
	can := (&speaker{connection: &connection{}}).Capabilities()
	for name, card := range cards() {
		t.Run(name, func(t *testing.T) {
			var all bytes.Buffer
			for _, m := range bot.Compose(card, can) {
				all.Write(short(checked(t, m)))
				all.WriteByte('\n')
			}
			golden(t, filepath.Join("testdata", "golden", name+".json"), all.Bytes())
		})
	}
}

// within holds a message against our own limit, which is a little lower.
func within(t *testing.T, m bot.Message, blocks []byte) {
	t.Helper()
	var texts func(v any) int
	texts = func(v any) (n int) {
		switch v := v.(type) {
		case map[string]any:
			for key, inner := range v {
				if text, ok := inner.(string); ok && (key == "text" || key == "url" || key == "value") {
					n += units(text)
				} else {
					n += texts(inner)
				}
			}
		case []any:
			for _, inner := range v {
				n += texts(inner)
			}
		}
		return n
	}
	var list []any
	if err := json.Unmarshal(blocks, &list); err != nil {
		t.Fatal(err)
	}
	if n := texts(list); n > maxMessage {
		t.Errorf("%d characters in one message, of at most %d", n, maxMessage)
	}
	if text := fallback(m); text == "" || units(text) > maxFallback {
		t.Errorf("the notification has %d characters", units(text))
	}
}

// short cuts long texts, so that a golden can be read.
func short(blocks []byte) []byte {
	var list any
	if json.Unmarshal(blocks, &list) != nil {
		return blocks
	}
	var cut func(v any) any
	cut = func(v any) any {
		switch v := v.(type) {
		case string:
			if n := units(v); n > 200 {
				return fmt.Sprintf("%s… (%d characters)", first(v, 60), n)
			}
		case map[string]any:
			for key := range v {
				v[key] = cut(v[key])
			}
		case []any:
			if len(v) > 12 {
				v = append(v[:10:10], fmt.Sprintf("… (%d of them)", len(v)))
			}
			for i := range v {
				v[i] = cut(v[i])
			}
			return v
		}
		return v
	}
	text := &bytes.Buffer{}
	e := json.NewEncoder(text)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if e.Encode(cut(list)) != nil {
		return blocks
	}
	return text.Bytes()
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what it was; look at the difference, and run with -update if it is meant", file)
	}
}
