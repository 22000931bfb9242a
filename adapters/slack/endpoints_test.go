package slack_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack/fakeslack"
)

// knock posts a body to a door, with headers that may be changed, and gives the
// status.
func (l *lab) knock(path, body string, change func(http.Header)) int {
	l.t.Helper()
	r, err := http.NewRequestWithContext(l.t.Context(), http.MethodPost, l.hook.URL+path, strings.NewReader(body))
	if err != nil {
		l.t.Fatal(err)
	}
	r.Header = l.platform.Sign([]byte(body))
	if r.Header.Set("Content-Type", "application/x-www-form-urlencoded"); strings.HasPrefix(strings.TrimSpace(body), "{") {
		r.Header.Set("Content-Type", "application/json")
	}
	if change != nil {
		change(r.Header)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		l.t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.StatusCode
}

func (l *lab) message(id string) string {
	return `{"type":"event_callback","team_id":"T0HOME","event_id":"` + id + `","event":{"type":"message","channel_type":"im","channel":"` +
		l.people[0].Chat() + `","user":"` + l.people[0].ID() + `","text":"x","ts":"` + id + `.1"}}`
}

func TestDoorsRefuse(t *testing.T) {
	l := newLab(t, true)
	at := func(shift time.Duration) func(http.Header) {
		return func(h http.Header) {
			h.Set("X-Slack-Request-Timestamp", strconv.FormatInt(l.clock.Now().Add(shift).Unix(), 10))
		}
	}
	body := l.message("1")
	for name, c := range map[string]struct {
		path, body string
		change     func(http.Header)
		status     int
	}{
		"good":              {"/slack/events", l.message("2"), nil, 200},
		"unsigned":          {"/slack/events", body, func(h http.Header) { h.Del("X-Slack-Signature") }, 401},
		"no time":           {"/slack/events", body, func(h http.Header) { h.Del("X-Slack-Request-Timestamp") }, 401},
		"forged":            {"/slack/events", body, func(h http.Header) { h.Set("X-Slack-Signature", "v0="+strings.Repeat("0", 64)) }, 401},
		"another time":      {"/slack/events", body, at(time.Second), 401},
		"no hexadecimals":   {"/slack/events", body, func(h http.Header) { h.Set("X-Slack-Signature", "v0=zz") }, 401},
		"malformed":         {"/slack/events", `{"type":`, nil, 400},
		"one for all":       {"/slack/events", "command=%2Fvises&text=help&team_id=T0HOME&user_id=U0X&trigger_id=1", nil, 200},
		"no payload":        {"/slack/interactions", "x=1", nil, 400},
		"malformed payload": {"/slack/interactions", "payload=%7B", nil, 400},
		"no command":        {"/slack/commands", "text=x", nil, 400},
		"too large":         {"/slack/events", strings.Repeat(" ", 1<<20+1), nil, 413},
		"asked if alive":    {"/slack/commands", "ssl_check=1", nil, 200},
		"elsewhere":         {"/slack/else", body, nil, 404},
		"not installable":   {"/slack/install", "", nil, 404},
	} {
		if got := l.knock(c.path, c.body, c.change); got != c.status {
			t.Errorf("%s: status %d, not %d", name, got, c.status)
		}
	}
	if n := len(l.inbox.got()); n != 1 {
		t.Errorf("%d updates were stored, not the good one alone", n)
	}
	counts := l.channel.Counts()
	if counts["refused_signature"] != 5 || counts["refused_body"] != 4 || counts["refused_size"] != 1 {
		t.Errorf("counted: %v", counts)
	}
}

func TestReplayedIsTooOld(t *testing.T) {
	l := newLab(t, true)
	body := l.message("1")
	signed := l.platform.Sign([]byte(body))
	replay := func(h http.Header) {
		h["X-Slack-Request-Timestamp"], h["X-Slack-Signature"] = signed["X-Slack-Request-Timestamp"], signed["X-Slack-Signature"]
	}
	l.clock.Move(4*time.Minute + 58*time.Second)
	if got := l.knock("/slack/events", body, replay); got != 200 {
		t.Errorf("almost five minutes old: %d", got)
	}
	l.clock.Move(4 * time.Second)
	if got := l.knock("/slack/events", body, replay); got != 401 {
		t.Errorf("more than five minutes old: %d", got)
	}
}

func TestChallengeIsAnswered(t *testing.T) {
	l := newLab(t, true)
	body := []byte(`{"type":"url_verification","challenge":"3eZb"}`)
	r, _ := http.NewRequestWithContext(t.Context(), http.MethodPost, l.hook.URL+"/slack/events", bytes.NewReader(body))
	r.Header = l.platform.Sign(body)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var got bytes.Buffer
	_, _ = got.ReadFrom(answer.Body)
	if !strings.Contains(got.String(), `"3eZb"`) {
		t.Errorf("answered %q", got.String())
	}
}

// TestSlowStore holds that Slack is acknowledged in time when the store takes
// two seconds, also of somebody new while Slack does not say who that is, and
// that nothing is lost or doubled when the store takes four.
func TestSlowStore(t *testing.T) {
	for _, overHTTP := range []bool{false, true} {
		t.Run(fmt.Sprint("http ", overHTTP), func(t *testing.T) { slowStore(t, overHTTP) })
	}
}

func slowStore(t *testing.T, overHTTP bool) {
	t.Parallel()
	l := newLab(t, overHTTP)
	mend := l.platform.Fail(fakeslack.Fault{Method: "users.info", Times: -1, Delay: 4 * time.Second})
	l.inbox.set(2*time.Second, nil)
	l.people[0].Say("hallo")
	l.got(1)
	l.eventually("it is acknowledged", func() bool { return l.platform.Waiting() == 0 })
	mend()
	if n := l.platform.Late(); n != 0 {
		t.Errorf("http %v: %d were too late", overHTTP, n)
	}
	l.inbox.set(4*time.Second, nil)
	l.people[0].Say("nog eens")
	l.got(2)
	l.inbox.set(0, nil)
	l.eventually("it is acknowledged after all", func() bool { return l.platform.Waiting() == 0 })
	if got := texts(l.inbox.got()); got != "hallo nog eens" {
		t.Errorf("http %v: stored %q", overHTTP, got)
	}
}

func TestBroughtAgainAfterFailure(t *testing.T) {
	l := newLab(t, true)
	l.inbox.set(0, errors.New("the disk is full"))
	l.people[0].Say("hallo")
	l.eventually("it was refused", func() bool { return l.platform.Late() > 0 })
	if n := len(l.inbox.got()); n > 0 {
		t.Fatalf("%d stored", n)
	}
	l.inbox.set(0, nil)
	if got := l.got(1); got.Text != "hallo" {
		t.Errorf("came again as %+v", got)
	}
}

// What is not signed, too long or of no length is refused by its headers: nobody is
// waited for.
func TestBodiesAreNotAwaited(t *testing.T) {
	l := newLab(t, true)
	at := strconv.FormatInt(l.clock.Now().Unix(), 10)
	signed := "X-Slack-Request-Timestamp: " + at + "\r\nX-Slack-Signature: v0=" + strings.Repeat("0", 64) + "\r\n"
	for headers, want := range map[string]string{
		"Content-Length: 100\r\n": "401",
		"Content-Length: 100\r\nX-Slack-Request-Timestamp: 1\r\nX-Slack-Signature: v0=" + strings.Repeat("0", 64) + "\r\n": "401",
		signed + "Content-Length: 2000000\r\n":    "413",
		signed + "Transfer-Encoding: chunked\r\n": "411",
	} {
		c, err := net.Dial("tcp", strings.TrimPrefix(l.hook.URL, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		_ = c.SetDeadline(time.Now().Add(5 * time.Second))
		_, _ = c.Write([]byte("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers + "\r\n"))
		line, err := bufio.NewReader(c).ReadString('\n')
		if err != nil || !strings.Contains(line, " "+want+" ") {
			t.Errorf("%q is answered with %q (%v)", headers, line, err)
		}
		_ = c.Close()
	}
}
