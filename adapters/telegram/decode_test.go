package telegram

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"visesbot/bot"
)

// FuzzDecode wants whatever comes to be read or left out, never more.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"update_id":1}`, `{"update_id":1,"message":{}}`, `null`, `[]`, `{"update_id":-1}`,
		`{"update_id":2,"message":{"message_id":3,"from":{"id":4},"chat":{"id":4,"type":"private"},"text":"/start x"}}`,
		`{"update_id":2,"message":{"message_id":3,"from":{"id":4},"chat":{"id":-4},"text":"/a@b @fake","reply_to_message":{}}}`,
		`{"update_id":2,"callback_query":{"id":"1","message":{"chat":{"id":1}},"data":"x"}}`,
		`{"update_id":2,"message":{"message_id":3,"chat":{"id":9},"migrate_to_chat_id":-7}}`,
		`{"update_id":2,"message":{"message_id":3,"from":{"id":4},"chat":{"id":4},"media_group_id":"g","photo":[{"file_id":"x"}]}}`,
		`{"update_id":2,"poll_answer":{"poll_id":"5","user":{"id":4},"option_ids":[1,-1,7]}}`,
		`{"update_id":2,"my_chat_member":{"chat":{"id":4},"from":{"id":4},"new_chat_member":{"status":"kicked"}}}`,
	} {
		f.Add([]byte(seed))
	}
	a, err := New(Options{Token: "1:x", Endpoint: "http://127.0.0.1:1"})
	if err != nil {
		f.Fatal(err)
	}
	a.self.Store(&user{ID: 9, Username: "fake"})
	a.client.http.Transport = nobody{}
	a.typing.stop()
	a.notes.remember(pollKey("5"), `{"to":"telegram:-4","poll":"p","options":["a","b"]}`)
	f.Fuzz(func(t *testing.T, raw []byte) {
		u, err := decode(raw)
		if err != nil {
			if strings.Contains(err.Error(), "secret words") {
				t.Error("the error quotes what somebody wrote")
			}
			return
		}
		_ = a.handle(t.Context(), u, func(_ context.Context, u bot.Update) error {
			if u.Address.Valid() != nil || u.ID == "" {
				t.Errorf("%s became %+v", raw, u)
			}
			return nil
		})
		a.work.Wait()
	})
}

func TestDecodeTellsNothing(t *testing.T) {
	for _, raw := range []string{
		`{"update_id":1,"message":{"message_id":"secret words"}}`,
		`{"update_id":1,"message":"secret words"}`, `{"update_id":1,"x":"secret words"}`, `"secret words"`,
	} {
		_, err := decode(json.RawMessage(raw))
		if err == nil || strings.Contains(err.Error(), "secret words") {
			t.Errorf("%s: %v", raw, err)
		}
	}
}
