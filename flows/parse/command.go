package parse

import (
	"strings"
)

// Command is an instruction to the bot instead of an answer.
type Command string

// The instructions the bot knows.
const (
	Start         Command = "start"
	Help          Command = "help"
	Menu          Command = "menu"
	Next          Command = "next" // go on with the next question
	Back          Command = "back"
	Skip          Command = "skip"
	Later         Command = "later" // put the question off
	Pause         Command = "pause"
	Unknown       Command = "unknown"       // the answer is not known yet
	NotApplicable Command = "notapplicable" // the question does not apply
	AskOther      Command = "askother"      // somebody else should answer
	Why           Command = "why"           // why is this asked
	Feedback      Command = "feedback"
	Done          Command = "done"
	Review        Command = "review" // show the answers given
	Change        Command = "change" // arg: the question, "" for the last one
	Language      Command = "language"
	Progress      Command = "progress"
	Modules       Command = "modules"
	Calendar      Command = "calendar"   // what is to be collected, and when
	Reminders     Command = "reminders"  // when the bot writes unasked
	Sharing       Command = "sharing"    // what was released, and to whom
	Group         Command = "group"      // what others of the cohort share
	Path          Command = "path"       // which questions are left out
	Term          Command = "term"       // arg: the word to explain, "" for the list of words
	Library       Command = "library"    // arg: what kind of entries
	Frameworks    Command = "frameworks" // what other frameworks call this
	Invite        Command = "invite"     // somebody to join
	Link          Command = "link"       // another app of one's own
	Stop          Command = "stop"
)

// ReadCommand recognises a message that is, as a whole, an instruction in any
// of the three languages. A sentence that merely begins with such a word is
// none; there is no forgiveness for typing errors here.
//
// After a slash ("/change P0-03", "/start CODE", "/wijzigen@thebot 3") arg is
// everything behind the first word, as typed. Without a slash only two words
// take an arg: change, when one token with a digit follows ("wijzigen P0-03",
// "modifier la question 3": arg is "3"), and language, when the name of one
// follows. For [Language] arg is "fr", "nl" or "en" whenever it names one.
func ReadCommand(text string) (cmd Command, arg string, ok bool) {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "/") {
		return slashCommand(text)
	}
	if tooLong(text, longestAnswer) {
		return "", "", false
	}
	if isQuestionMark(text) {
		return Help, "", true
	}
	typed := plain(text)
	if cmd := phrase(typed); cmd != "" {
		return cmd, "", true
	}
	return wordWithArg(text, typed)
}

func slashCommand(text string) (Command, string, bool) {
	if tooLong(text, longestSlash) {
		return "", "", false
	}
	end := strings.IndexAny(text, " \t\r\n\u00A0")
	if end < 0 {
		end = len(text)
	}
	word, _, _ := strings.Cut(text[1:end], "@")
	arg := strings.TrimSpace(text[end:])
	if word == "" || len(word) > longestAnswer {
		return "", "", false
	}
	if strings.EqualFold(word, "vises") {
		return Help, "", true // Slack's command by itself
	}
	cmd := phrase(plain(strings.ReplaceAll(word, "_", " ")))
	if cmd == "" { // "/plus tard", "/weet ik niet"
		cmd, arg = phrase(plain(strings.ReplaceAll(text[1:min(len(text), longestAnswer)], "_", " "))), ""
	}
	if cmd == Language {
		arg = languageCode(arg)
	}
	return cmd, arg, cmd != ""
}

func isQuestionMark(text string) bool {
	return text != "" && len(text) <= 3 && strings.Trim(text, "?") == ""
}

func phrase(typed string) Command {
	if typed == "" {
		return ""
	}
	if cmd := frenchCommand(typed); cmd != "" {
		return cmd
	}
	if cmd := dutchCommand(typed); cmd != "" {
		return cmd
	}
	return englishCommand(typed)
}

// wordWithArg reads "change P0-03" and "taal: Nederlands".
func wordWithArg(text, typed string) (Command, string, bool) {
	word, rest, found := strings.Cut(typed, " ")
	cmd := phrase(strings.TrimRight(word, ":="))
	if !found || cmd != Change && cmd != Language {
		return "", "", false
	}
	rest = strings.TrimLeft(rest, ":= ")
	if cmd == Language {
		if code := languageCode(rest); code == "fr" || code == "nl" || code == "en" {
			return cmd, code, true
		}
		return "", "", false
	}
	fields := strings.Fields(text)
	last := trimEnds(fields[len(fields)-1])
	if !isReference(withoutNoun(rest)) || !isReference(last) {
		return "", "", false
	}
	return cmd, last, true
}

// withoutNoun drops "question", "la réponse", "vraag" ... before a reference.
func withoutNoun(rest string) string {
	for _, noun := range [...]string{"la ", "de ", "the ", "het ", "question ", "reponse ", "vraag ", "antwoord ", "answer ", "nr ", "no ", "n° ", "# "} {
		rest = strings.TrimPrefix(rest, noun)
	}
	return rest
}

// isReference tells whether text is one short token with a digit, like P0-03.
func isReference(text string) bool {
	return text != "" && len(text) <= 20 && !strings.ContainsAny(text, " ,;:/%€$") && strings.ContainsAny(text, "0123456789")
}

// languageCode returns the code of a language named in any of the three, or
// arg itself.
func languageCode(arg string) string {
	if len(arg) > 40 {
		return arg
	}
	switch plain(arg) {
	case "fr", "francais", "frans", "french":
		return "fr"
	case "nl", "nederlands", "neerlandais", "dutch", "vlaams", "flamand", "flemish":
		return "nl"
	case "en", "anglais", "engels", "english":
		return "en"
	}
	return arg
}
