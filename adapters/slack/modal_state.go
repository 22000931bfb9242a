package slack

import (
	"encoding/json"
	"slices"
)

// filledIn is what a field of a modal says, as Slack tells of it.
type filledIn struct {
	Value   *string  `json:"value"`
	Date    *string  `json:"selected_date"`
	Time    *string  `json:"selected_time"`
	Option  *picked  `json:"selected_option"`
	Options []picked `json:"selected_options"`
}

type picked struct {
	Value string `json:"value"`
}

// values are what a field says; none when it was left out.
func (f filledIn) values() []string {
	all := []string{}
	for _, v := range []*string{f.Value, f.Date, f.Time} {
		if v != nil && !blank(*v) {
			all = append(all, *v)
		}
	}
	if f.Option != nil {
		all = append(all, f.Option.Value)
	}
	for _, o := range f.Options {
		all = append(all, o.Value)
	}
	return all
}

// modalState is a modal as it was sent.
type modalState struct {
	wish   modalWish
	fields map[string][]string
}

// modalOf reads the view of a submission; false where it is no modal. Every field
// of it is there, and one that was left out is empty.
func modalOf(raw []byte) (s modalState, ok bool) {
	var v struct {
		CallbackID string `json:"callback_id"`
		Metadata   string `json:"private_metadata"`
		State      struct {
			Values map[string]map[string]json.RawMessage `json:"values"`
		} `json:"state"`
	}
	if json.Unmarshal(raw, &v) != nil || v.CallbackID != modalCallback {
		return s, false
	}
	if json.Unmarshal([]byte(v.Metadata), &s.wish) != nil || s.wish.Press == "" {
		return s, false
	}
	s.wish.Lang = langOf(s.wish.Lang)
	s.fields = map[string][]string{}
	for block, actions := range v.State.Values {
		var f filledIn
		_ = json.Unmarshal(actions[modalField], &f)
		s.fields[block] = f.values()
	}
	return s, true
}

// wrong is what Slack is told of fields that may not be left out: the form stays
// open.
func (s modalState) wrong() map[string]any {
	errs := map[string]string{}
	for field, values := range s.fields {
		if len(values) == 0 && slices.Contains(s.wish.Needed, field) {
			errs[field] = textNeeded().In(s.wish.Lang)
		}
	}
	if len(errs) == 0 {
		return nil
	}
	return map[string]any{"response_action": "errors", "errors": errs}
}
