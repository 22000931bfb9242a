package flows

import (
	"visesbot/flows/form"
)

// Card is one thing shown to a person: a question, a lesson, a menu. It says
// what is meant; what a channel makes of it is decided by bot.Compose.
type Card struct {
	ID      string      `json:"id"`                // of this conversation; a card shown again under its ID replaces itself
	Replace bool        `json:"replace,omitempty"` // edit the card with this ID in place, where the channel can
	Lang    string      `json:"lang"`
	Lines   []Line      `json:"lines"`
	Media   *Media      `json:"media,omitempty"`
	Buttons [][]Button  `json:"buttons,omitempty"` // rows
	Input   Input       `json:"input,omitempty"`   // what may be typed now, for channels with richer means
	Silent  bool        `json:"silent,omitempty"`  // no sound: not worth a buzz
	Files   []form.File `json:"files,omitempty"`   // kept ones, brought along
	Under   string      `json:"under,omitempty"`   // the card below which it stands, where a channel has threads
	Top     bool        `json:"top,omitempty"`     // stands in no thread, wherever the person wrote last
	Poll    *Poll       `json:"poll,omitempty"`    // what lines and buttons ask, for channels with polls of their own
	Push    string      `json:"push,omitempty"`    // the push that it shows: the office hears whether it arrives
}

// Style says what a line is.
type Style string

// The styles of a line. Text of the enterprise itself stands in Own lines or
// inside others, and is never read as markup.
const (
	Heading Style = "heading" // one per card at most
	Body    Style = "body"    // what is said
	Hint    Style = "hint"    // help, examples, progress: smaller
	Bullet  Style = "bullet"  // an entry of a list
	Own     Style = "own"     // a quotation of own words
	Link    Style = "link"    // Text with URL
)

// Line is one paragraph of a card. Text is plain: no markup.
type Line struct {
	Style Style  `json:"style"`
	Text  string `json:"text"`
	URL   string `json:"url,omitempty"`
	Lang  string `json:"lang,omitempty"` // of own words in another language than the card's
	Marks []Mark `json:"marks,omitempty"`
}

// Mark says that a word of a line is explained elsewhere: each channel shows it
// in its own way, and where words can be pressed, Press is what that does. Word
// is found in the text of the line; only the first time counts.
type Mark struct {
	Word  string `json:"word"`
	Press string `json:"press,omitempty"`
}

// Button is one thing to press. Data is at most 64 bytes of printable ASCII
// (Bot API: InlineKeyboardButton.callback_data), and stays meaningful for ever.
type Button struct {
	Label string `json:"label"`
	Data  string `json:"data"`
	On    bool   `json:"on,omitempty"`   // a ticked choice
	Kind  string `json:"kind,omitempty"` // "choice", "tick" (one of several choices), "primary", "quiet" (help, back, later), "form" (opens the form of its Data, where a channel has forms)
}

// Media is a picture or a film that goes with a card.
type Media struct {
	Kind string `json:"kind"` // picture, film
	Name string `json:"name"` // file below content/, or empty
	URL  string `json:"url,omitempty"`
	File string `json:"file,omitempty"` // id of a kept file, or empty
	Alt  string `json:"alt,omitempty"`
}

// Input says what may be typed, for channels that can offer more than a line.
type Input string

// The inputs.
const (
	NoInput     Input = ""
	LineInput   Input = "line"
	LongInput   Input = "long"
	FileInput   Input = "file"
	DateInput   Input = "date"
	NumberInput Input = "number"
)
