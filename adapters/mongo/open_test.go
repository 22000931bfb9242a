package mongo

import (
	"strings"
	"testing"
	"time"
)

func TestOpenTellsNoPassword(t *testing.T) {
	for _, uri := range []string{
		"mongodb://anna:s3cr%ZZet@127.0.0.1:1/x",
		"mongodb://anna:s3cr/et@127.0.0.1:1/x",
		"mongo://anna:s3cret@127.0.0.1:1/x",
		"mongodb://anna:s3cret@127.0.0.1:notaport/x",
		"mongodb://anna:s3cret@127.0.0.1:1/x",
		"mongodb://anna:s3cret@127.0.0.1:1/x?authMechanism=s3cret",
		"mongodb+srv://anna:s3cret@nowhere.invalid/x",
		"",
	} {
		_, err := Open(t.Context(), uri, Options{Timeout: 200 * time.Millisecond})
		if err == nil {
			t.Errorf("%q was opened", uri)
			continue
		}
		if text := err.Error(); strings.Contains(text, "s3cr") || strings.Contains(text, "\n") {
			t.Errorf("%s", text)
		}
	}
}

func TestDatabaseOf(t *testing.T) {
	for uri, want := range map[string]string{
		"mongodb://127.0.0.1:1":                    "",
		"mongodb://127.0.0.1:1/":                   "",
		"mongodb://127.0.0.1:1/?w=1":               "",
		"mongodb://anna:p%2Fw@h1:1,h2:1/vises?w=1": "vises",
		"mongodb+srv://cluster.example/v%20x":      "v x",
	} {
		if got := databaseOf(uri); got != want {
			t.Errorf("%s names database %q, want %q", uri, got, want)
		}
	}
}
