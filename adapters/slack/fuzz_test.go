package slack

import (
	"net/url"
	"strings"
	"testing"
)

// sane holds what everything that comes has to be, whatever was brought.
func sane(t *testing.T, h incoming) {
	t.Helper()
	switch h.kind {
	case said, pressed, submitted, commanded:
		if h.id == "" || strings.ContainsAny(h.id, ".$\x00") {
			t.Errorf("%s has the id %q", h.kind, h.id)
		}
		if at, err := placeOf(h.at.address()); err != nil || at != h.at || h.at.address().Valid() != nil {
			t.Errorf("%s of %q", h.kind, h.at.address())
		}
	}
	_ = h.form.text()
	_ = h.form.wrong()
	_ = quoted(h.message)
	_, _ = wishOf(h.press)
}

func FuzzEvent(f *testing.F) {
	for _, seed := range []string{
		`{"type":"event_callback","team_id":"T0HOME","event_id":"Ev1","event":{"type":"message","channel_type":"im","channel":"D1","user":"U0X","text":"a &amp; <@U1> <https://x.y|x.y>","ts":"1.2","files":[{"id":"F1","size":1},7]}}`,
		`{"type":"event_callback","team_id":"T0HOME","event":{"type":"app_mention","channel":"C1","user":"U0X","text":"<@U0BOT> x","ts":"1"},"authorizations":[{"user_id":"U0BOT","is_bot":true}]}`,
		`{"type":"event_callback","event":{"type":"tokens_revoked","tokens":{"bot":["U1"]}}}`,
		`{"type":"url_verification","challenge":"x"}`, `{"type":"event_callback","event":{"type":7,"channel":[],"user":"U0X"}}`, `null`, `{`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if h, err := hearEvent(raw); err == nil {
			sane(t, h)
		}
	})
}

func FuzzInteraction(f *testing.F) {
	for _, seed := range []string{
		`{"type":"block_actions","trigger_id":"1.2.3","team":{"id":"T0HOME"},"user":{"id":"U0X"},"channel":{"id":"D1"},"message":{"ts":"1.2","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[{"text":"x"}]}]}]},"actions":[{"action_id":"p0","type":"button","value":"y"}]}`,
		`{"type":"block_actions","team":null,"user":{"id":"U0X","team_id":"T0HOME"},"actions":[{"action_id":"form","value":"{\"i\":\"long\",\"l\":\"nl\"}"}]}`,
		`{"type":"view_submission","trigger_id":"1","team":{"id":"T0HOME"},"user":{"id":"U0X"},"view":{"callback_id":"visesbot-form","private_metadata":"{\"i\":\"date\"}","state":{"values":{"first":{"first":{"selected_date":"2027-01-01"}},"last":{"last":{"selected_date":null}}}}}}`,
		`{"type":"view_closed"}`, `[]`, `{"type":"block_actions","actions":{}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if h, err := hearInteraction(raw); err == nil {
			sane(t, h)
		}
	})
}

func FuzzCommand(f *testing.F) {
	f.Add([]byte(`{"command":"/vises","text":"start X","team_id":"T0HOME","user_id":"U0X","trigger_id":"1.2"}`), "command=%2Fvises&team_id=T0HOME&user_id=U0X")
	f.Fuzz(func(t *testing.T, raw []byte, query string) {
		if h, err := hearCommandJSON(raw); err == nil {
			sane(t, h)
		}
		if v, err := url.ParseQuery(query); err == nil {
			sane(t, hearCommand(v))
		}
		if h, err := hearRequest("application/x-www-form-urlencoded", []byte(query)); err == nil {
			sane(t, h)
		}
	})
}

// FuzzText holds that what is typed comes back as it was, however Slack writes
// it down.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"a & b < c > d", "<@U1>", "&amp;", "één"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		want := strings.TrimSpace(emojiForm.ReplaceAllStringFunc(sound(typed), emojiNamed)) // Slack draws them too
		if got := plainText(escaped(typed), wording{self: "U0BOT"}); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	})
}

func TestPlainText(t *testing.T) {
	for stored, want := range map[string]string{
		"<@U0BOT> hallo": "hallo",
		"zie <https://vises.example/a?b=1&amp;c>":            "zie https://vises.example/a?b=1&c",
		"zie <http://vises.example|vises.example>":           "zie vises.example",
		"zie <https://x.example|hier>":                       "zie https://x.example",
		"<mailto:a@b.example|a@b.example>":                   "a@b.example",
		"<@U9> en <#C1|algemeen> <!here>":                    "@U9 en #algemeen @here",
		"1 &lt; 2 &amp;&amp; 3 &gt; 2":                       "1 < 2 && 3 > 2",
		"&amp;lt;":                                           "&lt;",
		"le <!date^1392734382^{date}|18 février>":            "le 18 février",
		"<!subteam^S1|@equipe>, <!subteam^S2>":               "@equipe, @…",
		"<#C0SHARED|>, <#C2>":                                "#…, #…",
		":slightly_smiling_face: Marie :+1: :ours: 10:30:45": "🙂 Marie 👍 :ours: 10:30:45",
	} {
		if got := plainText(stored, wording{self: "U0BOT"}); got != want {
			t.Errorf("%q is read as %q, not %q", stored, got, want)
		}
	}
}
