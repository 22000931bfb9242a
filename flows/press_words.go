package flows

import (
	"net/url"

	"visesbot/flows/form"
)

// mostPress is how many bytes the data of a button may have.
const mostPress = 64

// PressWords writes the data of a button that stands for typed words at a place;
// false when they are too long for one.
func PressWords(p form.Place, words string) (string, bool) {
	return fitting(PressAt(AtWords, p, url.QueryEscape(words)), words)
}

// PressName writes the data of a button that says that words are a name; false
// when they are too long for one.
func PressName(name string) (string, bool) {
	return fitting(Press(VerbName, url.QueryEscape(name)), name)
}

func fitting(data, words string) (string, bool) {
	return data, words != "" && len(data) <= mostPress
}

// PressedWords gives the words of such a button.
func PressedWords(arg string) string {
	words, err := url.QueryUnescape(arg)
	if err != nil {
		return arg
	}
	return words
}
