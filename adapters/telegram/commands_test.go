package telegram_test

import (
	"sync"
	"testing"

	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// commands are those of the content, which is read once.
var commands = sync.OnceValue(func() *flows.Commands {
	script, _ := definition.Load(content.FS)
	return script.Commands
})

// TestMenusAreCommands: what the menus offer is what is understood where they
// stand, in the words of the language, and nothing is left out.
func TestMenusAreCommands(t *testing.T) {
	r := newRig(t, false)
	r.eventually("menus", func() bool { return r.platform.MenuButton() == "commands" })
	for scope, place := range map[string]flows.CommandPlace{"all_private_chats": flows.InPrivate, "all_group_chats": flows.InGroup} {
		for _, lang := range append(form.Langs(), "") {
			offered, entries := r.platform.Commands(scope, lang), commands().In(place)
			if len(offered) != len(entries) || len(offered) == 0 {
				t.Fatalf("%s %q: %d commands, want %d", scope, lang, len(offered), len(entries))
			}
			for i, c := range offered {
				if read := parse.ReadCommand("/"+c.Command, commands().Words(place)); !read.Is(entries[i].ID) || c.Description == "" {
					t.Errorf("%s %q: /%s is read as %+v, want %s", scope, lang, c.Command, read, entries[i].ID)
				}
			}
		}
	}
}
