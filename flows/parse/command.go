package parse

import (
	"strings"
)

// Command is an instruction to the bot instead of an answer.
type Command string

// The instructions the bot knows. Which words mean them stands in the list of
// commands.
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
	Report        Command = "report"     // the report of the evaluation
	Stop          Command = "stop"
	Poll          Command = "poll" // arg: the module whose question a group votes on
)

// What is for members of the programme.
const (
	Programme   Command = "programme"
	Search      Command = "search" // arg: what to look for
	Cohorts     Command = "cohorts"
	Digest      Command = "digest"
	Push        Command = "push"
	Meetings    Command = "meetings"
	Events      Command = "events"
	Peers       Command = "peers"
	Invitations Command = "invitations"
	Intake      Command = "intake"
	Export      Command = "export"
	Register    Command = "register"
)

// AllCommands lists every command that the bot carries out.
func AllCommands() []Command {
	return []Command{
		Start, Next, Back, Skip, Later, Pause, Stop, Unknown, NotApplicable, AskOther, Why, Feedback, Done,
		Menu, Progress, Review, Change, Path, Calendar, Modules, Term, Library, Frameworks, Poll,
		Group, Sharing, Invite, Report, Language, Reminders, Link, Help,
		Programme, Search, Cohorts, Digest, Push, Meetings, Events, Peers, Invitations, Intake, Export, Register,
	}
}

// Verdict is what is known of a text that may be an instruction.
type Verdict string

// The verdicts.
const (
	NoCommand Verdict = ""        // an answer, or anything else that is for others to read
	Known     Verdict = "known"   // Instruction.Command is meant
	Near      Verdict = "near"    // it begins with "/" and is nearly one of Instruction.Near
	Strange   Verdict = "strange" // it begins with "/" and is like no command at all
)

// Instruction is what a text says when it is read as a command.
type Instruction struct {
	Verdict Verdict
	Command Command
	Arg     string
	Slash   bool      // it begins with "/", and so is no answer whatever the verdict
	Word    string    // what stands behind the "/", up to the first space
	Near    []Command // what may have been meant, the most likely first
}

// Is tells whether the text is, beyond doubt, the command.
func (i Instruction) Is(cmd Command) bool { return i.Verdict == Known && i.Command == cmd }

// ReadCommand recognises a message that is, as a whole, an instruction in any
// language of the list. A sentence that merely begins with such a word is none,
// and a bare word with a typing error is none either. What begins with "/" is
// never an answer: it is known, nearly known, or strange.
//
// After a slash ("/change P0-03", "/start CODE", "/wijzigen@thebot 3",
// "/vises change 3") arg is everything behind the first word, as typed. Without
// a slash only two words take an arg: change, when one token with a digit
// follows ("wijzigen P0-03", "modifier la question 3": arg is "3"), and
// language, when the name of one follows. For [Language] arg is "fr", "nl" or
// "en" whenever it names one.
func ReadCommand(text string, list *Commands) Instruction {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "/") {
		return slashCommand(text, list)
	}
	if tooLong(text, longestAnswer) {
		return Instruction{}
	}
	if isQuestionMark(text) {
		return known(Help, "")
	}
	typed := plain(text)
	if cmd := list.phrase(typed); cmd != "" {
		return known(cmd, "")
	}
	return wordWithArg(text, typed, list)
}

func known(cmd Command, arg string) Instruction {
	return Instruction{Verdict: Known, Command: cmd, Arg: arg}
}

func slashCommand(text string, list *Commands) Instruction {
	end := strings.IndexAny(text, " \t\r\n\u00A0")
	if end < 0 {
		end = len(text)
	}
	word, _, _ := strings.Cut(text[1:end], "@")
	arg := strings.TrimSpace(text[end:])
	strange := Instruction{Verdict: Strange, Slash: true, Word: word}
	if tooLong(text, longestSlash) || word == "" || len(word) > longestAnswer {
		return strange
	}
	vises := strings.EqualFold(word, "vises") // Slack's command, by itself or as it is typed there
	if vises && arg != "" {
		return slashCommand("/"+strings.TrimPrefix(arg, "/"), list)
	}
	typed := plain(strings.ReplaceAll(word, "_", " "))
	cmd := list.phrase(typed)
	if cmd == "" { // "/plus tard", "/weet ik niet"
		if cmd = list.phrase(plain(strings.ReplaceAll(text[1:min(len(text), longestAnswer)], "_", " "))); cmd != "" {
			arg = ""
		}
	}
	if cmd == "" && vises {
		cmd = Help
	}
	if cmd == "" {
		if strange.Near = list.near(typed); len(strange.Near) > 0 {
			strange.Verdict = Near
		}
		return strange
	}
	if cmd == Language {
		arg = languageCode(arg)
	}
	return Instruction{Verdict: Known, Command: cmd, Arg: arg, Slash: true, Word: word}
}

func isQuestionMark(text string) bool {
	return text != "" && len(text) <= 3 && strings.Trim(text, "?") == ""
}

// wordWithArg reads "change P0-03" and "taal: Nederlands".
func wordWithArg(text, typed string, list *Commands) Instruction {
	word, rest, found := strings.Cut(typed, " ")
	cmd := list.phrase(strings.TrimRight(word, ":="))
	if !found || cmd != Change && cmd != Language {
		return Instruction{}
	}
	rest = strings.TrimLeft(rest, ":= ")
	if cmd == Language {
		if code := languageCode(rest); code == "fr" || code == "nl" || code == "en" {
			return known(cmd, code)
		}
		return Instruction{}
	}
	fields := strings.Fields(text)
	last := trimEnds(fields[len(fields)-1])
	if !isReference(withoutNoun(rest)) || !isReference(last) {
		return Instruction{}
	}
	return known(cmd, last)
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
