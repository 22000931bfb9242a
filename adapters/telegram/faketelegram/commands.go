package faketelegram

import (
	"encoding/json"
	"regexp"
)

// Command is one entry of the menu of commands.
type Command struct {
	Command     string `json:"command"`
	Description string `json:"description"`
}

// myCommands sets, deletes or gives the commands of a scope and a language.
func (s *Server) myCommands(method string, in params) (any, error) {
	scope := struct {
		Type string `json:"type"`
	}{"default"}
	if err := in.decode("scope", &scope); err != nil {
		return nil, err
	}
	switch scope.Type {
	case "default", "all_private_chats", "all_group_chats", "all_chat_administrators":
	default:
		return nil, bad("can't parse BotCommandScope: Unsupported type specified")
	}
	key := scope.Type + "/" + in.values["language_code"]
	switch method {
	case "getmycommands":
		return json.RawMessage(orEmpty(s.commands[key])), nil
	case "deletemycommands":
		delete(s.commands, key)
		return true, nil
	}
	var all []Command
	if err := in.decode("commands", &all); err != nil {
		return nil, err
	}
	if err := checkCommands(all); err != nil {
		return nil, err
	}
	s.commands[key] = in.values["commands"]
	return true, nil
}

func checkCommands(all []Command) error {
	name := regexp.MustCompile(`^[a-z0-9_]{1,32}$`)
	if len(all) > 100 {
		return bad("BOT_COMMANDS_TOO_MUCH")
	}
	for _, c := range all {
		switch {
		case !name.MatchString(c.Command):
			return bad("BOT_COMMAND_INVALID")
		case units(c.Description) < 1 || units(c.Description) > 256:
			return bad("BOT_COMMAND_DESCRIPTION_INVALID")
		}
	}
	return nil
}

func orEmpty(s string) string {
	if s == "" {
		return "[]"
	}
	return s
}

// Commands gives the menu that people of a language see in a scope, such as
// "all_private_chats".
func (s *Server) Commands(scope, lang string) []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Command
	_ = json.Unmarshal([]byte(orEmpty(s.commands[scope+"/"+lang])), &all)
	return all
}

func (s *Server) setMenuButton(in params) (any, error) {
	var button struct {
		Type string `json:"type"`
	}
	if err := in.decode("menu_button", &button); err != nil {
		return nil, err
	}
	switch button.Type {
	case "", "default", "commands":
		s.menu = button.Type
		return true, nil
	}
	return nil, bad("can't parse menu button: Unsupported type specified")
}

// MenuButton is what the menu button opens: "commands".
func (s *Server) MenuButton() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.menu
}

// setAbout keeps a text about the bot, for a language.
func (s *Server) setAbout(in params, field string, most int) (any, error) {
	if units(in.values[field]) > most {
		return nil, bad("%s is too long", field)
	}
	s.about[field+"/"+in.values["language_code"]] = in.values[field]
	return true, nil
}

// About gives a text about the bot as people of a language see it: "description"
// or "short_description".
func (s *Server) About(field, lang string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.about[field+"/"+lang]
}

// Forget lets the server know nothing about the bot any more.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.commands)
	clear(s.about)
	s.menu = ""
}
