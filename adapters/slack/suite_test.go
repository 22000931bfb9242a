package slack_test

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"visesbot/adapters/adaptertest"
)

func TestSocketMode(t *testing.T) {
	adaptertest.Run(t, "slack by socket", func(t testing.TB) adaptertest.Site { return newSite(t, false) })
}

func TestHTTP(t *testing.T) {
	adaptertest.Run(t, "slack by http", func(t testing.TB) adaptertest.Site { return hooked{newSite(t, true)} })
}

// hooked is the platform by HTTP, where somebody else can knock at the door.
type hooked struct{ *site }

// Forgeries bring what somebody says in other ways than Slack does.
func (s hooked) Forgeries(p adaptertest.Person) map[string]func() bool {
	noor := p.(*person)
	knock := func(change func(http.Header)) func() bool {
		return func() bool {
			body := fmt.Appendf(nil, `{"type":"event_callback","team_id":"T0HOME","event_id":"EvF","event":{"type":"message","channel_type":"im","channel":%q,"user":%q,"text":"forged","ts":"9.9"}}`, noor.Chat(), noor.ID())
			r, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.hook.URL+"/slack/events", bytes.NewReader(body))
			if err != nil {
				s.t.Fatal(err)
			}
			r.Header = s.platform.Sign(body)
			change(r.Header)
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				s.t.Fatal(err)
			}
			defer answer.Body.Close()
			return answer.StatusCode == http.StatusUnauthorized
		}
	}
	const signature = "X-Slack-Signature"
	return map[string]func() bool{
		"unsigned":       knock(func(h http.Header) { h.Del(signature) }),
		"another secret": knock(func(h http.Header) { h.Set(signature, "v0="+strings.Repeat("ab", 32)) }),
		"another time":   knock(func(h http.Header) { h.Set("X-Slack-Request-Timestamp", "1700000000") }),
		"empty":          knock(func(h http.Header) { h.Set(signature, "v0=") }),
	}
}
