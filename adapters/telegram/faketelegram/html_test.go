package faketelegram

import (
	"slices"
	"testing"
)

// What Telegram says of broken HTML; places are in bytes.
func TestHTMLIsRefused(t *testing.T) {
	for in, want := range map[string]string{
		"a < b":               `Unsupported start tag "" at byte offset 2`,
		"één <br>":            `Unsupported start tag "br" at byte offset 6`,
		"<b":                  "Unclosed start tag at byte offset 0",
		"x<a href='u":         "Unclosed start tag at byte offset 1",
		"<i  =x>":             `Empty attribute name in the tag "i" at byte offset 0`,
		"<i x>":               `Expected equal sign in declaration of an attribute of the tag "i" at byte offset 0`,
		"<i x= ":              `Unclosed start tag "i" at byte offset 0`,
		"<i x=a,b>":           "Unexpected end of name token at byte offset 5",
		"<span>x</span>":      `Tag "span" must have class "tg-spoiler" at byte offset 0`,
		"x</b>":               "Unexpected end tag at byte offset 1",
		"<b>x</b":             "Unclosed end tag at byte offset 4",
		"<b>x</i>":            `Unmatched end tag at byte offset 4, expected "</b>", found "</i>"`,
		"<b>x":                `Can't find end tag corresponding to start tag "b"`,
		"&lt;<b><i>x</b></i>": `Unmatched end tag at byte offset 11, expected "</i>", found "</b>"`,
	} {
		if _, _, err := parseHTML(in); err == nil || err.Error() != want {
			t.Errorf("%q: %v\nand not %s", in, err, want)
		}
	}
}

func TestHTMLIsRead(t *testing.T) {
	for in, want := range map[string]struct {
		text     string
		entities []Entity
	}{
		"":                                       {"", nil},
		"a &lt;b&gt; &amp;amp; &quot;":           {`a <b> &amp; "`, nil},
		"&laquo;&nbsp;&#;&#65;&#x1f600;&#0;":     {"&laquo;&nbsp;&#;A😀&#0;", nil},
		"👩‍🌾<b>é</b>":                            {"👩‍🌾é", []Entity{{"bold", 5, 1, ""}}},
		"<B>x<i>y</i></B>":                       {"xy", []Entity{{"bold", 0, 2, ""}, {"italic", 1, 1, ""}}},
		`<a href="http://x.be/?a=1&amp;b">x</a>`: {"x", []Entity{{"text_link", 0, 1, "http://x.be/?a=1&b"}}},
		"<a>x</a><b></b>":                        {"x", nil},
		"<blockquote>x\ny</>":                    {"x\ny", []Entity{{"blockquote", 0, 3, ""}}},
	} {
		text, entities, err := parseHTML(in)
		if err != nil || text != want.text || !slices.EqualFunc(entities, want.entities, func(a, b Entity) bool {
			return a.Type == b.Type && a.Length == b.Length && a.URL == b.URL && a.Offset == b.Offset
		}) {
			t.Errorf("%q: %q %v %v", in, text, entities, err)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, seed := range []string{"<b>x</b>", "&#x41;", "<a href='x'>", "</", "<i a=b c = \"d\">é</>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		text, entities, err := parseHTML(in)
		if err != nil {
			return
		}
		for _, e := range entities {
			if e.Length <= 0 || e.Offset < 0 || e.Offset+e.Length > units(text) {
				t.Errorf("%q: %+v outside of %q", in, e, text)
			}
		}
	})
}
