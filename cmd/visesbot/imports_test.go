package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// floor is a folder of the house, with what stands below it: what the code in
// it may import.
type floor struct {
	folder string
	ours   []string // folders of ours, besides itself; with "/..." also below
	libs   []string // libraries of others; "*" is any that is not bound to another folder
	not    []string // packages of the standard library that it must not know
}

// outside are the packages that touch the world outside the program. (net/url
// does not: it only reads text.)
func outside() []string {
	return []string{
		"bufio", "crypto/rand", "database/...", "embed", "io", "io/ioutil", "log/...", "math/rand/...",
		"net/...", "os/...", "path/filepath", "runtime/...", "syscall", "testing",
	}
}

// house is the order of the house, from the roof down: an import goes down,
// never up. The first folder that fits counts.
func house() []floor {
	pure := outside()
	reads := slices.DeleteFunc(outside(), func(p string) bool { return p == "io" })
	floors := []floor{
		{
			folder: "cmd", ours: []string{"adapters/...", "bot/...", "content", "flows/..."},
			libs: []string{"github.com/spf13/cobra", "golang.org/x/net", "golang.org/x/sync", "golang.org/x/term", "golang.org/x/text"}, not: []string{"database/..."},
		},
		{folder: "adapters/mongo/ferret", libs: []string{"*"}},
		{folder: "adapters", ours: []string{"bot", "bot/attachment", "bot/register", "bot/limiter", "flows", "flows/form", "flows/parse", "flows/workday"}, libs: []string{"*"}},
		{
			folder: "bot/attachment", ours: []string{"flows/form"}, libs: []string{"github.com/gabriel-vasile/mimetype"},
			not: []string{"database/...", "embed", "net/...", "os/...", "syscall"},
		},
		{
			folder: "bot/register", ours: []string{"flows/form", "flows/parse", "flows"}, libs: []string{"golang.org/x/text"},
			not: []string{"database/...", "embed", "net/...", "os/...", "syscall"},
		},
		{
			folder: "bot/office", ours: []string{"bot", "bot/register", "flows", "flows/form", "flows/parse", "flows/workday"},
			libs: []string{"golang.org/x/text"}, not: []string{"database/...", "embed", "net/...", "os/...", "syscall"},
		},
		{
			folder: "bot", ours: []string{"bot/...", "flows", "flows/learning", "flows/form", "flows/parse", "flows/workday"},
			libs: []string{
				"golang.org/x/sync", "golang.org/x/time", "github.com/clipperhouse/uax29", "github.com/mailru/easyjson",
				"golang.org/x/image", "golang.org/x/text", "codeberg.org/go-fonts", "github.com/carlos7ags/folio",
				"github.com/arran4/golang-ical", "github.com/gabriel-vasile/mimetype",
			},
			not: []string{"database/...", "embed", "net/...", "os/...", "syscall"},
		},
		{folder: "content", not: outsideBut("embed")},
		{
			folder: "flows/definition", ours: []string{"flows", "flows/form", "flows/parse"},
			libs: []string{"go.yaml.in/yaml", "github.com/agnivade/levenshtein"}, not: reads,
		},
		{folder: "flows/flowtest", ours: []string{"flows", "flows/form"}, not: reads},
		{
			folder: "flows/form", libs: []string{"cel.dev", "github.com/mailru/easyjson", "github.com/goodsign/monday", "github.com/teambition/rrule-go", "golang.org/x/text"},
			not: append(pure, "context"),
		},
		{
			folder: "flows/parse", libs: []string{"github.com/agnivade/levenshtein", "golang.org/x/text"},
			not: append(pure, "context"),
		},
		{folder: "flows/workday", libs: []string{"github.com/rickar/cal"}, not: append(pure, "context")},
		{folder: "flows/engine", ours: append([]string{"flows/talk", "flows", "flows/form", "flows/parse", "flows/workday"}, subjects()...), not: append(pure, "context")},
		{folder: "flows/talk", ours: []string{"flows", "flows/form", "flows/parse", "flows/workday"}, not: append(pure, "context")},
	}
	for _, subject := range subjects() {
		floors = append(floors, floor{folder: subject, ours: []string{"flows/talk", "flows", "flows/form", "flows/parse", "flows/workday"}, not: append(pure, "context")})
	}
	return append(floors, floor{
		folder: "flows", ours: []string{"flows/form", "flows/parse", "flows/workday"},
		libs: []string{"github.com/mailru/easyjson", "github.com/looplab/fsm"}, not: pure,
	})
}

// subjects are what talks are about: they do not know each other.
func subjects() []string {
	return []string{
		"flows/question", "flows/entry", "flows/cycle", "flows/learning", "flows/reminder", "flows/library", "flows/group",
	}
}

func outsideBut(name string) []string {
	return slices.DeleteFunc(outside(), func(p string) bool { return p == name })
}

// bound are the libraries that only one folder knows, and in flows one file:
// what they are can be changed there and nowhere else.
func bound() map[string]string {
	return map[string]string{
		"github.com/looplab/fsm":                "flows/lifecycle.go",
		"cel.dev":                               "flows/form",
		"github.com/teambition/rrule-go":        "flows/form/moment.go",
		"github.com/rickar/cal":                 "flows/workday",
		"go.yaml.in/yaml":                       "flows/definition",
		"modernc.org/sqlite":                    "adapters/sqlite",
		"go.mongodb.org":                        "adapters/mongo",
		"github.com/FerretDB":                   "adapters/mongo/ferret",
		"github.com/go-telegram-bot-api":        "adapters/telegram",
		"github.com/slack-go":                   "adapters/slack",
		"github.com/peterh/liner":               "adapters/terminal",
		"github.com/prometheus":                 "adapters/prometheus",
		"github.com/spf13/cobra":                "cmd",
		"github.com/arran4/golang-ical":         "bot/gathering",
		"github.com/markusmobius/go-dateparser": "flows/parse",
		"codeberg.org/go-fonts":                 "bot/report/letters",
		"github.com/carlos7ags/folio":           "bot/report/pdf",
	}
}

// within tells whether a path is the folder (or file), or stands below it.
func within(name, folder string) bool { return name == folder || strings.HasPrefix(name, folder+"/") }

// any of the patterns fits: a name, what stands below it, or "…/...".
func fits(name string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		if below, ok := strings.CutSuffix(p, "/..."); ok {
			return within(name, below)
		}
		return name == p
	})
}

// strayImports says what a file imports that it must not know.
func strayImports(s source) (wrong []string) {
	ours, others := s.imports()
	at := slices.IndexFunc(house(), func(f floor) bool { return within(s.path, f.folder) })
	if at < 0 {
		return []string{s.path + ": the house has no such folder: there are cmd, bot, flows, adapters, content"}
	}
	f := house()[at]
	for _, own := range ours {
		if why := strayOwn(s, f, own); why != "" {
			wrong = append(wrong, fmt.Sprintf("%s imports %s: %s", s.path, own, why))
		}
	}
	for _, other := range others {
		if why := strayOther(s, f, other); why != "" {
			wrong = append(wrong, fmt.Sprintf("%s imports %s: %s", s.path, other, why))
		}
	}
	return wrong
}

func strayOwn(s source, f floor, own string) string {
	suite := testsOnly(own)
	switch {
	case within(own, "adapters") && within(s.path, "adapters"):
		if suite && s.forTests() || sameAdapter(s.path, own) {
			return ""
		}
		return "adapters do not know each other"
	case s.forTests():
		if within(own, "cmd") && own != s.folder() || within(own, "adapters") && !within(s.path, "cmd") {
			return "tests stand on the floor of what they test"
		}
		return ""
	case suite && (f.folder != "cmd" || own != "flows/flowtest"):
		return "it is for tests only"
	case own == s.folder() || fits(own, f.ours):
		return ""
	}
	return fmt.Sprintf("%s may import %v of ours", f.folder, f.ours)
}

// sameAdapter tells whether both stand in the same folder below adapters.
func sameAdapter(a, b string) bool {
	return strings.Split(a, "/")[1] == strings.Split(b, "/")[1]
}

func strayOther(s source, f floor, other string) string {
	for lib, home := range bound() {
		if within(other, lib) && !within(s.path, home) && !s.isTest() {
			return "only " + home + " knows it"
		}
	}
	first, _, _ := strings.Cut(other, "/")
	switch {
	case s.forTests():
		return ""
	case !strings.Contains(first, "."):
		if fits(other, f.not) && other != "net/url" {
			return f.folder + " has nothing to do with it"
		}
		if other == "context" && within(s.path, "flows") && s.path != "flows/lifecycle.go" {
			return "a step is not cancelled"
		}
		return ""
	case slices.Contains(f.libs, "*") || slices.ContainsFunc(f.libs, func(lib string) bool { return within(other, lib) }):
		return ""
	}
	return fmt.Sprintf("%s may know %v; if it has to know one more, say so in imports_test.go", f.folder, f.libs)
}

// TestImports holds the order of the house.
func TestImports(t *testing.T) {
	for _, s := range tree(t) {
		for _, wrong := range strayImports(s) {
			t.Error(wrong)
		}
	}
}

// TestImportsBite holds that TestImports notices what it is there for.
func TestImportsBite(t *testing.T) {
	for file, stray := range map[string][]string{
		"flows/a.go":               {"visesbot/bot", "visesbot/flows/talk", "visesbot/flows/engine", "visesbot/flows/definition", "os", "log/slog", "net/http", "math/rand/v2", "context", "go.yaml.in/yaml/v3", "github.com/looplab/fsm"},
		"flows/talk/a.go":          {"visesbot/flows/question", "visesbot/flows/engine", "visesbot/bot", "context"},
		"flows/question/a.go":      {"visesbot/flows/entry", "visesbot/flows/engine", "visesbot/flows/definition", "github.com/looplab/fsm"},
		"flows/engine/a.go":        {"visesbot/flows/definition", "visesbot/bot", "os"},
		"flows/form/a.go":          {"visesbot/flows", "os/exec", "io", "github.com/spf13/cobra"},
		"flows/definition/a.go":    {"os", "visesbot/content", "visesbot/flows/flowtest"},
		"bot/a.go":                 {"visesbot/adapters/web", "net", "net/http", "database/sql", "os", "go.mongodb.org/mongo-driver/v2/mongo", "visesbot/flows/definition"},
		"bot/rooms/digest/a.go":    {"visesbot/adapters/slack", "visesbot/content"},
		"content/a.go":             {"visesbot/flows", "os"},
		"adapters/slack/a.go":      {"visesbot/adapters/telegram", "visesbot/cmd/visesbot", "visesbot/content", "visesbot/adapters/storetest", "modernc.org/sqlite"},
		"adapters/slack/a_test.go": {"visesbot/adapters/telegram"},
		"bot/a_test.go":            {"visesbot/adapters/web"},
		"cmd/visesbot/a.go":        {"visesbot/adapters/storetest", "go.mongodb.org/mongo-driver/v2/mongo", "database/sql"},
		"utils/a.go":               {"fmt"},
	} {
		for _, name := range stray {
			s := parseSource(t, file, fmt.Appendf(nil, "package a\n\nimport _ %q\n", name))
			if len(strayImports(s)) != 1 {
				t.Errorf("%s may import %s", file, name)
			}
		}
	}
	for file, name := range map[string]string{
		"cmd/visesbot/a.go": "visesbot/adapters/web", "adapters/web/a.go": "visesbot/bot", "bot/a.go": "visesbot/flows/form",
		"flows/question/a.go": "visesbot/flows/talk", "flows/engine/a.go": "visesbot/flows/question", "flows/talk/a.go": "visesbot/flows",
		"flows/lifecycle.go": "github.com/looplab/fsm", "adapters/web/a_test.go": "visesbot/adapters/storetest", "flows/definition/a.go": "net/url", "bot/rooms/digest/a.go": "visesbot/bot",
	} {
		s := parseSource(t, file, fmt.Appendf(nil, "package a\n\nimport _ %q\n", name))
		for _, wrong := range strayImports(s) {
			t.Error(wrong)
		}
	}
}
