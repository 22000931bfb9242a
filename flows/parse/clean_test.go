package parse

import (
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	for _, c := range []struct {
		text, want string
		problem    CleanProblem
	}{
		{"bonjour", "bonjour", ""},
		{"a\nb\tc", "a\nb\tc", ""},
		{" a ", " a ", ""},
		{"a\r\nb\rc", "a\nb\nc", ""},
		{"a\u0085b\u2028c\u2029d", "a\nb\nc\nd", ""},
		{"e\u0301t\u00e9", "été", ""},
		{"ñ", "ñ", ""},
		{"Ångström", "Ångström", ""},
		{"👍🏽", "👍🏽", ""},
		{"👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦", ""},
		{"❤️", "❤️", ""},
		{"🇧🇪", "🇧🇪", ""},
		{"1️⃣", "1️⃣", ""},
		{"🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", ""},
		{"مرحبا بالعالم", "مرحبا بالعالم", ""},
		{"שלום", "שלום", ""},
		{"a\u200fb\u200ec\u061c", "a\u200fb\u200ec\u061c", ""},
		{"می\u200cخواهم", "می\u200cخواهم", ""},
		{"你好", "你好", ""},
		{"l\u00adong", "l\u00adong", ""},
		{"prix\u00a0: 3\u202f000", "prix\u00a0: 3\u202f000", ""},
		{"", "", Empty},
		{" \n\t ", "", Empty},
		{"\u200b\u200d\ufeff", "", Empty},
		{"\u00a0", "", Empty},
		{"\x00\x01", "", Empty},
		{"\u202e", "", Empty},
		{"\u3164\u2800", "", Empty},
		{"\ufe0f", "", Empty},
		{"\U000E0041\U000E0042", "", Empty},
		{"a\x00b", "ab", Control},
		{"\x1b[31mrouge\x1b[0m", "[31mrouge[0m", Control},
		{"a\x7fb", "ab", Control},
		{"a\u009bb", "ab", Control},
		{"a\vb", "ab", Control},
		{"a\ufffeb", "ab", Control},
		{"a\ufdd0b", "ab", Control},
		{"a\U0010ffffb", "ab", Control},
		{"a\ufff9b", "ab", Control},
		{"a\xffb", "a\ufffdb", Control},
		{"a\xff\xfeb", "a\ufffdb", Control},
		{"\xed\xa0\x80x", "\ufffdx", Control},
		{"a\xc3", "a\ufffd", Control},
		{"a\ufffdb", "a\ufffdb", ""},
		{"\xff", "\ufffd", Control},
		{"hi\U000E0041\U000E0042", "hi", Control},
		{"🏴\U000E0067", "🏴", Control},
		{"\ufeffabc", "abc", ""},
		{"\ufeff\ufeffabc", "abc", ""},
		{"a\ufeffb", "a\ufeffb", ""},
		{"a\u202eb", "ab", Bidi},
		{"a\u202eb\u202cc", "abc", Bidi},
		{"a\u202db\u202cc", "abc", Bidi},
		{"a\u202bb\u202cc", "a\u202bb\u202cc", ""},
		{"a\u202bb", "ab", Bidi},
		{"a\u202c", "a", Bidi},
		{"a\u2067b\u2069c", "a\u2067b\u2069c", ""},
		{"a\u2067b", "ab", Bidi},
		{"a\u2069b", "ab", Bidi},
		{"a\u2067b\n\u2069c", "ab\nc", Bidi},
		{"\u2068a\u2067b\u2069c\u2069", "\u2068a\u2067b\u2069c\u2069", ""},
		{"\u2067a\u202bb\u2069c\u202c", "\u2067ab\u2069c", Bidi},
		{"\u202ba\u2067b\u202cc\u2069d\u202c", "\u202ba\u2067bc\u2069d\u202c", Bidi},
		{"\u202ea\x00", "a", Bidi},
	} {
		got, problem := Clean(c.text)
		if got != c.want || problem != c.problem {
			t.Errorf("%+q: got %+q %q, want %+q %q", c.text, got, problem, c.want, c.problem)
		}
		if again, _ := Clean(got); again != got {
			t.Errorf("%+q: not the same a second time: %+q", c.text, again)
		}
	}
}

// The usual plain message costs nothing.
func TestCleanDoesNotCopy(t *testing.T) {
	text := strings.Repeat("plain words ", 100)
	if n := testing.AllocsPerRun(10, func() { Clean(text) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
