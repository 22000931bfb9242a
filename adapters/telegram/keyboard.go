package telegram

import (
	"encoding/json"
	"unicode/utf8"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/flows"
)

// rowWidth is how many characters stand side by side on a phone, over all
// buttons of a row; they are all made equally wide.
const rowWidth = 36

// keyboardOf gives the buttons under a message, or "" for none.
func keyboardOf(rows [][]flows.Button) string {
	markup := tgbotapi.InlineKeyboardMarkup{InlineKeyboard: [][]tgbotapi.InlineKeyboardButton{}}
	for _, row := range rows {
		markup.InlineKeyboard = append(markup.InlineKeyboard, fitted(row)...)
	}
	if len(markup.InlineKeyboard) == 0 {
		return ""
	}
	return encoded(markup)
}

// fitted breaks a row where its labels could not be read side by side.
func fitted(row []flows.Button) [][]tgbotapi.InlineKeyboardButton {
	var rows [][]tgbotapi.InlineKeyboardButton
	widest := 0
	for _, b := range row {
		button := tgbotapi.NewInlineKeyboardButtonData(label(b), b.Data)
		width := utf8.RuneCountInString(button.Text)
		last := len(rows) - 1
		if last < 0 || max(widest, width)*(len(rows[last])+1) > rowWidth {
			rows, widest = append(rows, nil), 0
			last++
		}
		rows[last] = append(rows[last], button)
		widest = max(widest, width)
	}
	return rows
}

func label(b flows.Button) string {
	if b.On {
		return "✓ " + b.Label
	}
	return b.Label
}

// encoded is JSON of what always is JSON.
func encoded(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // made of texts and numbers
	}
	return string(text)
}
