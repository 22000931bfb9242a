package fakeslack

import (
	"encoding/json"
	"fmt"
)

// checker holds blocks against the limits, and says what Slack says of them.
type checker struct {
	wrong  []string
	total  int // characters of all texts
	ids    map[string]bool
	inputs int
	file   func(id string) bool
}

func (s *Server) checker() *checker {
	return &checker{ids: map[string]bool{}, file: func(id string) bool { f := s.files[id]; return f != nil && f.done }}
}

func (k *checker) say(at, format string, a ...any) {
	k.wrong = append(k.wrong, "[ERROR] "+fmt.Sprintf(format, a...)+" [json-pointer:"+at+"]")
}

// blocks checks a list of blocks.
func (k *checker) blocks(list []any, at string, most int, view bool) {
	if len(list) > most {
		k.say(at, "no more than %d items allowed", most)
	}
	for i, raw := range list {
		k.block(raw, fmt.Sprintf("%s/%d", at, i), view)
	}
}

func (k *checker) block(raw any, at string, view bool) {
	b, ok := raw.(map[string]any)
	if !ok {
		k.say(at, "must be an object")
		return
	}
	if id, _ := b["block_id"].(string); id != "" {
		if units(id) > identifier {
			k.say(at+"/block_id", "must be less than %d characters", identifier+1)
		}
		if k.ids[id] {
			k.say(at+"/block_id", "duplicate block_id")
		}
		k.ids[id] = true
	}
	switch b["type"] {
	case "header":
		k.text(b["text"], at+"/text", headerText, "plain_text")
	case "section":
		k.section(b, at)
	case "context":
		k.context(b, at)
	case "actions":
		k.actions(b, at)
	case "image":
		k.image(b, at)
	case "rich_text":
		k.rich(b, at)
	case "divider":
	case "input":
		if !view {
			k.say(at, "unsupported type: input")
			return
		}
		k.input(b, at)
	default:
		k.say(at, "unsupported type: %v", b["type"])
	}
}

// text checks a text object; of no kinds given, both are good.
func (k *checker) text(raw any, at string, most int, kinds ...string) {
	t, ok := raw.(map[string]any)
	if !ok {
		k.say(at, "missing required field")
		return
	}
	kind, _ := t["type"].(string)
	if kind != "plain_text" && (kind != "mrkdwn" || len(kinds) > 0) {
		k.say(at+"/type", "unexpected type: %q", kind)
	}
	if _, emoji := t["emoji"].(bool); emoji && kind == "mrkdwn" {
		k.say(at+"/emoji", "additional properties are not allowed")
	}
	k.words(t["text"], at+"/text", most)
}

// words checks a text that has to be there.
func (k *checker) words(raw any, at string, most int) {
	text, ok := raw.(string)
	switch {
	case !ok:
		k.say(at, "must be a string")
	case text == "":
		k.say(at, "must be more than 0 characters")
	case units(text) > most:
		k.say(at, "must be less than %d characters", most+1)
	}
	k.total += units(text)
}

// optional checks a text that may be missing.
func (k *checker) optional(raw any, at string, most int) {
	if raw != nil {
		if text, ok := raw.(string); !ok || units(text) > most {
			k.say(at, "must be less than %d characters", most+1)
		}
	}
}

func (k *checker) section(b map[string]any, at string) {
	fields, _ := b["fields"].([]any)
	if b["text"] == nil && len(fields) == 0 {
		k.say(at, "missing required field: text")
	}
	if b["text"] != nil {
		k.text(b["text"], at+"/text", textObject)
	}
	if len(fields) > sectionFields {
		k.say(at+"/fields", "no more than %d items allowed", sectionFields)
	}
	for i, f := range fields {
		k.text(f, fmt.Sprintf("%s/fields/%d", at, i), fieldText)
	}
	if b["accessory"] != nil {
		k.element(b["accessory"], at+"/accessory", map[string]bool{})
	}
}

func (k *checker) context(b map[string]any, at string) {
	list, _ := b["elements"].([]any)
	if len(list) == 0 || len(list) > contextElements {
		k.say(at+"/elements", "between 1 and %d items allowed", contextElements)
	}
	for i, raw := range list {
		e, _ := raw.(map[string]any)
		where := fmt.Sprintf("%s/elements/%d", at, i)
		if e["type"] == "image" {
			k.image(e, where)
			continue
		}
		k.text(raw, where, textObject)
	}
}

func (k *checker) image(b map[string]any, at string) {
	k.words(b["alt_text"], at+"/alt_text", altText)
	if kept, ok := b["slack_file"].(map[string]any); ok {
		if id, _ := kept["id"].(string); !k.file(id) {
			k.say(at+"/slack_file", "invalid slack file")
		}
		return
	}
	where, _ := b["image_url"].(string)
	if where == "" || units(where) > address {
		k.say(at+"/image_url", "invalid url")
	}
}

// Check holds the blocks of a message, a JSON array, against the limits, and
// tells what Slack would say; nothing when it would take them. Files that they
// show are taken for known.
func Check(blocks []byte) []string {
	var list []any
	if err := json.Unmarshal(blocks, &list); err != nil {
		return []string{"invalid_blocks_format"}
	}
	k := &checker{ids: map[string]bool{}, file: func(string) bool { return true }}
	k.blocks(list, "/blocks", messageBlocks, false)
	if k.total > messageTotal {
		k.wrong = append(k.wrong, "msg_blocks_too_long")
	}
	return k.wrong
}
