package telegram

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// update is what is read of an update: only what is used, so that nothing else
// can be wrong with it.
type update struct {
	ID       int64       `json:"update_id"`
	Message  *message    `json:"message"`
	Edited   *message    `json:"edited_message"`
	Callback *callback   `json:"callback_query"`
	Vote     *pollAnswer `json:"poll_answer"`
	Member   *member     `json:"my_chat_member"`
}

type message struct {
	ID        int64     `json:"message_id"`
	Chat      chat      `json:"chat"`
	From      *user     `json:"from"`
	As        *chat     `json:"sender_chat"`          // in whose name: of an anonymous administrator, the group's
	Forwarded bool      `json:"is_automatic_forward"` // of the channel that the group belongs to
	Topic     int64     `json:"message_thread_id"`
	InTopic   bool      `json:"is_topic_message"`
	Text      string    `json:"text"`
	Caption   string    `json:"caption"`
	ReplyTo   *message  `json:"reply_to_message"`
	Album     string    `json:"media_group_id"`
	Photo     []remote  `json:"photo"`
	Document  *remote   `json:"document"`
	Voice     *remote   `json:"voice"`
	Audio     *remote   `json:"audio"`
	MovedTo   int64     `json:"migrate_to_chat_id"`
	MovedFrom int64     `json:"migrate_from_chat_id"`
	Sticker   *struct{} `json:"sticker"`
	Video     *remote   `json:"video"`
	VideoNote *remote   `json:"video_note"`
	Location  *struct{} `json:"location"`
	Contact   *struct{} `json:"contact"`
}

type chat struct {
	ID   int64  `json:"id"`
	Type string `json:"type"`
}

type user struct {
	ID       int64  `json:"id"`
	Bot      bool   `json:"is_bot"`
	Name     string `json:"first_name"`
	Username string `json:"username"`
	Lang     string `json:"language_code"`
}

// remote is a file that Telegram has.
type remote struct {
	ID   string `json:"file_id"`
	Name string `json:"file_name"`
	Size int64  `json:"file_size"`
	Type string `json:"mime_type"` // as whoever sent it calls it
}

type callback struct {
	ID      string   `json:"id"`
	From    *user    `json:"from"`
	Message *message `json:"message"`
	Data    string   `json:"data"`
}

// errNoID is an update that cannot even be confirmed.
var errNoID = errors.New("an update without an id")

// decode reads an update. With an error the id may still be known.
func decode(raw []byte) (update, error) {
	var id struct {
		ID *int64 `json:"update_id"`
	}
	if err := json.Unmarshal(raw, &id); err != nil || id.ID == nil || *id.ID <= 0 {
		return update{}, errNoID
	}
	var u update
	if err := json.Unmarshal(raw, &u); err != nil {
		return update{ID: *id.ID}, errors.New("a broken update") // what is wrong may quote what somebody wrote
	}
	if u.Message == nil && u.Edited == nil && u.Callback == nil && u.Vote == nil && u.Member == nil {
		return u, fmt.Errorf("an update of an unknown kind, with %q", kindsOf(raw))
	}
	return u, nil
}

// kindsOf names what stands in an update that is not understood.
func kindsOf(raw []byte) []string {
	var all map[string]json.RawMessage
	_ = json.Unmarshal(raw, &all)
	delete(all, "update_id")
	names := slices.Sorted(maps.Keys(all))
	for i, n := range names {
		names[i] = n[:min(len(n), 40)]
	}
	return names[:min(len(names), 5)]
}

// chat is where an update belongs; 0 when it belongs nowhere.
func (u update) chat() int64 {
	switch {
	case u.Message != nil:
		return u.Message.Chat.ID
	case u.Edited != nil:
		return u.Edited.Chat.ID
	case u.Callback != nil && u.Callback.Message != nil:
		return u.Callback.Message.Chat.ID
	case u.Member != nil:
		return u.Member.Chat.ID
	}
	return 0
}
