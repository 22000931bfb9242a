package definition_test

import (
	"os"
	"testing"

	"visesbot/flows/definition"
)

// TestContent holds the real content to every rule.
func TestContent(t *testing.T) {
	script, problems := definition.Load(os.DirFS("../../content"))
	for _, p := range problems {
		t.Logf("%s", p.Block())
	}
	if definition.Failed(problems) || script == nil {
		t.Fatal("the content has errors; visesbot content lint shows them")
	}
}
