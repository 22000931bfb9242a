package slack

import (
	"encoding/json"

	"visesbot/flows"
)

// formState is a form as it was sent.
type formState struct {
	callback string
	wish     formWish
	fields   map[string]string
}

// formOf reads the view of a submission. A field that cannot be read is empty.
func formOf(raw []byte) formState {
	var v struct {
		CallbackID string `json:"callback_id"`
		Metadata   string `json:"private_metadata"`
		State      struct {
			Values map[string]map[string]json.RawMessage `json:"values"`
		} `json:"state"`
	}
	if json.Unmarshal(raw, &v) != nil {
		return formState{}
	}
	f := formState{callback: v.CallbackID, fields: map[string]string{}}
	f.wish, _ = wishOf(v.Metadata)
	for block, actions := range v.State.Values {
		for _, raw := range actions {
			var field struct {
				Value *string `json:"value"`
				Date  *string `json:"selected_date"`
			}
			if json.Unmarshal(raw, &field) != nil {
				continue
			}
			for _, value := range []*string{field.Value, field.Date} {
				if value != nil {
					f.fields[block] = *value
				}
			}
		}
	}
	return f
}

// text is what the form says, as if it had been typed.
func (f formState) text() string {
	if f.wish.Input != flows.DateInput {
		return f.fields[fieldText]
	}
	if f.fields[fieldLast] == "" {
		return f.fields[fieldFirst]
	}
	return f.fields[fieldFirst] + " - " + f.fields[fieldLast]
}

// moved is what Slack is told of a form whose question is not on the table any
// more: it stays open, so that nothing is lost.
func (f formState) moved() map[string]any {
	field := fieldText
	if f.wish.Input == flows.DateInput {
		field = fieldFirst
	}
	return map[string]any{"response_action": "errors", "errors": map[string]string{field: textMoved().In(f.wish.Lang)}}
}

// wrong is what Slack is told of fields that cannot be: the form stays open.
func (f formState) wrong() map[string]any {
	errs := map[string]string{}
	switch {
	case f.wish.Input != flows.DateInput:
		if blank(f.fields[fieldText]) {
			errs[fieldText] = textEmpty().In(f.wish.Lang)
		}
	case f.fields[fieldFirst] == "":
		errs[fieldFirst] = textEmpty().In(f.wish.Lang)
	case f.fields[fieldLast] != "" && f.fields[fieldLast] < f.fields[fieldFirst]:
		errs[fieldLast] = textBackwards().In(f.wish.Lang)
	}
	if len(errs) == 0 {
		return nil
	}
	return map[string]any{"response_action": "errors", "errors": errs}
}
