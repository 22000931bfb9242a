package slack

import (
	"encoding/json"
	"slices"
	"strconv"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
)

// A modal is a form with fields of the office, see [bot.Form]; the forms in which
// an answer is written are in form.go.
const (
	modalCallback = "visesbot-sheet"
	modalAction   = "sheet" // the button that opens one; its number follows
	modalField    = "field" // whatever is filled in

	fewTicks   = 10 // of checkboxes; more are a list
	maxOptions = 100
)

// modalWish is which form of the office a modal shows: what its button says, and which fields
// cannot be left out.
type modalWish struct {
	Press  string   `json:"p"`
	Lang   string   `json:"l,omitempty"`
	Needed []string `json:"n,omitempty"`
}

// modal is the view with these blocks. Without a word to submit there
// is nothing to send.
func (w modalWish) modal(title, submit string, blocks ...slackapi.Block) slackapi.ModalViewRequest {
	metadata, _ := json.Marshal(w)
	if len(metadata) > maxPrivate {
		metadata, _ = json.Marshal(modalWish{Press: w.Press, Lang: w.Lang})
	}
	v := slackapi.ModalViewRequest{
		Type: slackapi.VTModal, CallbackID: modalCallback, PrivateMetadata: string(metadata),
		Title: plain(titled(title)), Close: plain(textCancel().In(w.Lang)),
	}
	v.Blocks.BlockSet = blocks
	if submit != "" {
		v.Submit = plain(titled(submit))
	}
	return v
}

// titled is a title or a word to press, as long as Slack takes it.
func titled(s string) string {
	if blank(s) {
		return "visesbot"
	}
	return first(sound(s), maxTitle)
}

// said is a modal that only says something.
func (w modalWish) said(text string) slackapi.ModalViewRequest {
	return w.modal("visesbot", "", slackapi.NewSectionBlock(plain(text), nil, nil))
}

// modal is a form of the office as Slack shows it.
func modal(f bot.Form) slackapi.ModalViewRequest {
	w := modalWish{Press: f.Press, Lang: langOf(f.Lang)}
	blocks := paragraphs(f.Lines)
	for _, field := range f.Fields {
		if len(blocks) == maxView {
			break
		}
		block := fieldBlock(field)
		if block == nil {
			continue
		}
		blocks = append(blocks, block)
		if !field.Optional && field.Kind != bot.TicksField {
			w.Needed = append(w.Needed, field.ID)
		}
	}
	if len(f.Fields) == 0 {
		return w.modal(f.Title, "", blocks...)
	}
	submit := f.Submit
	if blank(submit) {
		submit = textSave().In(w.Lang)
	}
	return w.modal(f.Title, submit, blocks...)
}

// fieldBlock asks one thing; nil where there is nothing to choose from.
func fieldBlock(f bot.Field) slackapi.Block {
	element := fieldElement(f)
	if element == nil {
		return nil
	}
	label := f.Label
	if blank(label) {
		label = f.ID
	}
	block := slackapi.NewInputBlock(f.ID, plain(first(sound(label), maxFieldLabel)), nil, element)
	if !blank(f.Hint) {
		block.Hint = plain(first(sound(f.Hint), maxFieldLabel))
	}
	block.Optional = f.Optional || f.Kind == bot.TicksField
	return block
}

func fieldElement(f bot.Field) slackapi.BlockElement {
	value := ""
	if len(f.Value) > 0 {
		value = f.Value[0]
	}
	switch f.Kind {
	case bot.DateField:
		e := slackapi.NewDatePickerBlockElement(modalField)
		e.InitialDate = value
		return e
	case bot.TimeField:
		e := slackapi.NewTimePickerBlockElement(modalField)
		e.InitialTime = value
		return e
	case bot.ChoiceField, bot.TicksField:
		return chosen(f)
	}
	e := slackapi.NewPlainTextInputBlockElement(nil, modalField)
	e.Multiline, e.MaxLength, e.InitialValue = f.Kind == bot.LongField, maxInput, first(sound(value), maxInput)
	return e
}

// chosen is a field with options: a list, or boxes to tick where they are few.
func chosen(f bot.Field) slackapi.BlockElement {
	var all, on []*slackapi.OptionBlockObject
	for i, o := range f.Options[:min(len(f.Options), maxOptions)] {
		label := o.Label
		if blank(label) {
			label = strconv.Itoa(i + 1)
		}
		option := slackapi.NewOptionBlockObject(o.ID, plain(first(sound(label), maxLabel)), nil)
		all = append(all, option)
		if slices.Contains(f.Value, o.ID) {
			on = append(on, option)
		}
	}
	switch {
	case len(all) == 0:
		return nil
	case f.Kind == bot.ChoiceField:
		e := slackapi.NewOptionsSelectBlockElement(slackapi.OptTypeStatic, nil, modalField, all...)
		if len(on) > 0 {
			e.InitialOption = on[0]
		}
		return e
	case len(all) <= fewTicks:
		e := slackapi.NewCheckboxGroupsBlockElement(modalField, all...)
		e.InitialOptions = on
		return e
	}
	e := slackapi.NewOptionsMultiSelectBlockElement(slackapi.MultiOptTypeStatic, nil, modalField, all...)
	e.InitialOptions = on
	return e
}
