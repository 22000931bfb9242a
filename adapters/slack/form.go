package slack

import (
	"encoding/json"
	"strings"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
	"visesbot/flows"
)

// What forms, and the buttons that open them, are called.
const (
	formCallback = "visesbot-form"
	formAction   = "form"
)

// The fields of forms.
const (
	fieldText  = "text"
	fieldFirst = "first"
	fieldLast  = "last"
)

// formWish is which form a button opens, and travels on in the form.
type formWish struct {
	Input flows.Input `json:"i"`
	Lang  string      `json:"l,omitempty"`
	For   string      `json:"f,omitempty"` // what is written there is for this, see [bot.Message].For
	Asked string      `json:"q,omitempty"` // the question; not in the form
}

// formButton opens a form for what is long to type; nil where there is none.
func formButton(m bot.Message) slackapi.BlockElement {
	label := textWrite()
	switch m.Input {
	case flows.LongInput:
	case flows.DateInput:
		label = textDate()
	default:
		return nil
	}
	value, err := json.Marshal(formWish{Input: m.Input, Lang: m.Lang, For: m.For, Asked: first(sound(heading(m.Lines)), 250)})
	if err != nil || len(value) > maxValue {
		return nil
	}
	return slackapi.NewButtonBlockElement(formAction, string(value), plain(label.In(m.Lang)))
}

// heading is the question that a message asks.
func heading(lines []flows.Line) string {
	for _, l := range lines {
		if l.Style == flows.Heading {
			return l.Text
		}
	}
	for _, l := range lines {
		if l.Style == flows.Body {
			return l.Text
		}
	}
	return ""
}

// wishOf reads what a button or a form says; false when it is no wish of ours.
func wishOf(text string) (w formWish, ok bool) {
	if json.Unmarshal([]byte(text), &w) != nil || w.Input != flows.LongInput && w.Input != flows.DateInput {
		return w, false
	}
	w.Lang = langOf(w.Lang)
	return w, true
}

// modal is a form with these blocks; without any it is still loading.
func (w formWish) modal(blocks ...slackapi.Block) slackapi.ModalViewRequest {
	kept := formWish{Input: w.Input, Lang: w.Lang, For: w.For}
	metadata, _ := json.Marshal(kept)
	v := slackapi.ModalViewRequest{
		Type: slackapi.VTModal, CallbackID: formCallback, PrivateMetadata: string(metadata),
		Title: plain(textFormTitle().In(w.Lang)), Close: plain(textCancel().In(w.Lang)),
	}
	if len(blocks) == 0 {
		v.Blocks.BlockSet = []slackapi.Block{slackapi.NewSectionBlock(plain(textLoading().In(w.Lang)), nil, nil)}
		return v
	}
	v.Submit, v.Blocks.BlockSet = plain(textSave().In(w.Lang)), blocks
	return v
}

// filled is the form, with what was begun or answered before.
func (w formWish) filled(before string) slackapi.ModalViewRequest {
	if w.Input == flows.DateInput {
		from, until := slackapi.NewDatePickerBlockElement(fieldFirst), slackapi.NewDatePickerBlockElement(fieldLast)
		last := slackapi.NewInputBlock(fieldLast, plain(textLastDay().In(w.Lang)), nil, until)
		last.Optional = true
		return w.modal(slackapi.NewInputBlock(fieldFirst, plain(w.label(textFirstDay().In(w.Lang))), nil, from), last)
	}
	element := slackapi.NewPlainTextInputBlockElement(nil, fieldText)
	element.Multiline, element.MaxLength, element.InitialValue = true, maxInput, first(sound(before), maxInput)
	return w.modal(slackapi.NewInputBlock(fieldText, plain(w.label(textFormTitle().In(w.Lang))), nil, element))
}

func (w formWish) label(otherwise string) string {
	if blank(w.Asked) {
		return otherwise
	}
	return escaped(w.Asked)
}

// quoted finds the own words in the blocks of a message: the answer given
// before.
func quoted(blocks []byte) string {
	var all []struct {
		Elements []json.RawMessage `json:"elements"`
	}
	if json.Unmarshal(blocks, &all) != nil {
		return ""
	}
	var found []string
	for _, b := range all {
		for _, raw := range b.Elements {
			var quote struct {
				Type     string `json:"type"`
				Elements []struct {
					Text string `json:"text"`
				} `json:"elements"`
			}
			if json.Unmarshal(raw, &quote) != nil || quote.Type != "rich_text_quote" {
				continue
			}
			var text strings.Builder
			for _, e := range quote.Elements {
				text.WriteString(e.Text)
			}
			found = append(found, strings.TrimSpace(text.String()))
		}
	}
	return strings.Join(found, "\n")
}
