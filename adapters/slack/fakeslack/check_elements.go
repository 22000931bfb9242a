package fakeslack

import (
	"fmt"
	"time"
)

func (k *checker) actions(b map[string]any, at string) {
	list, _ := b["elements"].([]any)
	if len(list) == 0 || len(list) > actionElements {
		k.say(at+"/elements", "between 1 and %d items allowed", actionElements)
	}
	ids := map[string]bool{}
	for i, e := range list {
		k.element(e, fmt.Sprintf("%s/elements/%d", at, i), ids)
	}
}

// element checks something to press or fill in. Its action_id is the only one
// of its name in the block.
func (k *checker) element(raw any, at string, ids map[string]bool) {
	e, ok := raw.(map[string]any)
	if !ok {
		k.say(at, "must be an object")
		return
	}
	id, _ := e["action_id"].(string)
	if units(id) > identifier {
		k.say(at+"/action_id", "must be less than %d characters", identifier+1)
	}
	if id != "" && ids[id] {
		k.say(at+"/action_id", "action_id %q already exists", id)
	}
	ids[id] = true
	switch e["type"] {
	case "button":
		k.button(e, at)
	case "plain_text_input":
		k.typed(e, at)
	case "datepicker", "timepicker":
		k.moment(e, at)
	case "email_text_input", "url_text_input", "number_input":
	case "static_select", "multi_static_select":
		k.options(e, at, selectOptions)
	case "radio_buttons", "checkboxes":
		k.options(e, at, fewOptions)
	case "overflow":
		k.options(e, at, overflowOptions)
	default:
		k.say(at, "unsupported type: %v", e["type"])
	}
}

func (k *checker) button(e map[string]any, at string) {
	k.text(e["text"], at+"/text", buttonText, "plain_text")
	k.optional(e["value"], at+"/value", buttonValue)
	k.optional(e["url"], at+"/url", address)
	if style := e["style"]; style != nil && style != "primary" && style != "danger" {
		k.say(at+"/style", "unknown style: %v", style)
	}
}

func (k *checker) typed(e map[string]any, at string) {
	most := float64(inputLength)
	if given, ok := e["max_length"].(float64); ok {
		if most = given; given < 1 || given > inputLength {
			k.say(at+"/max_length", "must be between 1 and %d", inputLength)
		}
	}
	k.optional(e["initial_value"], at+"/initial_value", int(most))
}

// moment checks what a picker is filled in with.
func (k *checker) moment(e map[string]any, at string) {
	for key, layout := range map[string]string{"initial_date": time.DateOnly, "initial_time": "15:04"} {
		text, given := e[key].(string)
		if _, err := time.Parse(layout, text); given && err != nil {
			k.say(at+"/"+key, "unexpected value: %q", text)
		}
	}
}

func (k *checker) options(e map[string]any, at string, most int) {
	list, _ := e["options"].([]any)
	if len(list) == 0 || len(list) > most {
		k.say(at+"/options", "between 1 and %d items allowed", most)
	}
	known := map[string]bool{}
	for i, raw := range list {
		o, _ := raw.(map[string]any)
		where := fmt.Sprintf("%s/options/%d", at, i)
		k.text(o["text"], where+"/text", optionText)
		k.words(o["value"], where+"/value", optionValue)
		value, _ := o["value"].(string)
		known[value] = true
	}
	chosen, _ := e["initial_options"].([]any)
	if one := e["initial_option"]; one != nil {
		chosen = append(chosen, one)
	}
	for _, raw := range chosen {
		o, _ := raw.(map[string]any)
		if value, _ := o["value"].(string); !known[value] {
			k.say(at+"/initial_option", "must be one of the options")
		}
	}
}

func (k *checker) input(b map[string]any, at string) {
	k.inputs++
	k.text(b["label"], at+"/label", inputLabel, "plain_text")
	if b["hint"] != nil {
		k.text(b["hint"], at+"/hint", inputLabel, "plain_text")
	}
	e, _ := b["element"].(map[string]any)
	if e["type"] == "button" || e["type"] == "overflow" {
		k.say(at+"/element", "unsupported element: %v", e["type"])
	}
	k.element(b["element"], at+"/element", map[string]bool{})
}

// rich checks a block of rich text, in which an empty text is an error too.
func (k *checker) rich(b map[string]any, at string) {
	list, ok := b["elements"].([]any)
	if !ok {
		k.say(at+"/elements", "missing required field")
	}
	for i, raw := range list {
		e, _ := raw.(map[string]any)
		where := fmt.Sprintf("%s/elements/%d", at, i)
		switch e["type"] {
		case "rich_text_section", "rich_text_quote", "rich_text_preformatted":
			k.richTexts(e, where)
		case "rich_text_list":
			k.rich(e, where)
		default:
			k.say(where, "unsupported type: %v", e["type"])
		}
	}
}

func (k *checker) richTexts(b map[string]any, at string) {
	list, ok := b["elements"].([]any)
	if !ok {
		k.say(at+"/elements", "missing required field")
	}
	for i, raw := range list {
		e, _ := raw.(map[string]any)
		where := fmt.Sprintf("%s/elements/%d", at, i)
		switch e["type"] {
		case "text":
			k.words(e["text"], where+"/text", messageTotal)
		case "link":
			k.words(e["url"], where+"/url", address)
			text, _ := e["text"].(string)
			k.total += units(text)
		case "emoji", "user", "channel", "broadcast", "date", "usergroup", "team", "color":
		default:
			k.say(where, "unsupported type: %v", e["type"])
		}
	}
}
