package lifetime

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/slack"
	"visesbot/adapters/slack/fakeslack"
	"visesbot/bot"
)

// workspace is where partners are: the real channel, in front of a stand-in that
// refuses what Slack would refuse. It writes down what it showed.
type workspace struct {
	*slack.Adapter
	platform *fakeslack.Server
	ticks    *bot.MovableClock // of the platform: nothing is ever too fast for it
	clock    bot.Clock         // of the programme
	members  map[bot.Address]*member
	shown    []shown
	wrong    []string
	react    func(m *member, x shown) // to what was not asked for
}

// shown is one message as it was sent.
type shown struct {
	bot.Message
	who     *member
	at      time.Time // in the reader's time zone
	asked   bool      // the reader did something at that moment
	receipt bot.Receipt
}

const token = "xoxb-1-token-of-a-stand-in"

func newWorkspace(t *testing.T, store slack.Files, clock bot.Clock, all []*member) *workspace {
	t.Helper()
	w := &workspace{ticks: bot.NewMovableClock(begins, 0), clock: clock, members: map[bot.Address]*member{}}
	w.platform = fakeslack.New(fakeslack.Options{BotToken: token, AppToken: "xapp-1", Now: w.ticks.Now})
	t.Cleanup(w.platform.Close)
	var err error
	w.Adapter, err = slack.New(slack.Options{
		BotToken: token, AppToken: "xapp-1", API: "http://slack.example/api/", Files: store, Clock: w.ticks, Transport: straight{w.platform},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range all {
		p := w.platform.Person(m.name, m.lang+"-BE")
		m.address = bot.Address("slack:" + p.Team() + "-" + p.ID())
		w.members[m.address] = m
	}
	return w
}

// straight brings calls to a server without a network.
type straight struct{ to http.Handler }

func (s straight) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body == nil {
		r.Body = http.NoBody
	}
	answer := httptest.NewRecorder()
	s.to.ServeHTTP(answer, r)
	return answer.Result(), nil
}

// Receive brings nothing: what partners do is brought by the test.
func (w *workspace) Receive(ctx context.Context, _ bot.Accept) error {
	<-ctx.Done()
	return nil
}

// Send shows a message, if Slack takes it.
func (w *workspace) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	who := w.members[to]
	if who == nil {
		w.wrong = append(w.wrong, "nobody is called "+string(to))
		return "", nil
	}
	w.ticks.Move(time.Minute)
	receipt, err := w.Adapter.Send(ctx, to, m)
	if err != nil {
		w.wrong = append(w.wrong, who.id+" is not shown "+m.Card+": "+err.Error())
		return "", nil
	}
	x := shown{Message: m, who: who, at: w.clock.Now().In(who.zone), receipt: receipt}
	x.asked = x.at.Equal(who.acted)
	w.shown = append(w.shown, x)
	if w.react != nil && m.Replace == "" && !x.asked {
		w.react(who, x)
	}
	return receipt, nil
}

// words are all that a message says.
func (x shown) words() string {
	var text strings.Builder
	for _, l := range x.Lines {
		text.WriteString(l.Text + "\n")
	}
	return text.String()
}
