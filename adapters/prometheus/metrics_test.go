package prometheus_test

import (
	"context"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/prometheus"
	"visesbot/bot"
)

func noon() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

// store is one with something to do, or one that does not answer.
type store struct{ err error }

func (s store) Load(context.Context, time.Time) (bot.Load, error) {
	return bot.Load{Due: 7, Dead: 2}, s.err
}

func (s store) NextDue(context.Context) (time.Time, bool, error) {
	return noon().Add(-90 * time.Second), true, s.err
}

// scraped gives the lines of ours.
func scraped(t *testing.T, m *prometheus.Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	m.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	if w.Code != 200 {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	return w.Body.String()
}

func holds(t *testing.T, page string, want ...string) {
	t.Helper()
	for _, line := range want {
		if !strings.Contains(page, "\n"+line+"\n") {
			t.Errorf("there is no %s in\n%s", line, page)
		}
	}
}

func TestMetrics(t *testing.T) {
	problem := errors.New("the token was revoked")
	m := prometheus.New(prometheus.Options{
		Store: store{}, Now: noon,
		Channels: []prometheus.Channel{
			{Name: "telegram", Ready: func() error { return nil }, Counts: func() prometheus.Counts {
				return prometheus.Counts{Refused: map[string]int64{"signature": 3}, Events: map[string]int64{"accepted": 5}}
			}},
			{Name: "slack", Ready: func() error { return problem }, Counts: func() prometheus.Counts { return prometheus.Counts{} }},
		},
	})
	m.Turned("telegram", bot.JobUpdate, bot.Done, 3*time.Millisecond)
	m.Turned("telegram", bot.JobUpdate, bot.Done, 30*time.Millisecond)
	m.Turned("telegram", bot.JobTimer, bot.GivenUp, 20*time.Second)
	m.Sent("telegram", bot.Done)
	m.Sent("slack", bot.Waited)
	page := scraped(t, m)
	holds(
		t, page,
		`visesbot_turns_total{channel="telegram",kind="update",outcome="done"} 2`,
		`visesbot_turns_total{channel="telegram",kind="timer",outcome="given_up"} 1`,
		`visesbot_turn_seconds_bucket{channel="telegram",le="0.005"} 1`,
		`visesbot_turn_seconds_bucket{channel="telegram",le="0.05"} 2`,
		`visesbot_turn_seconds_count{channel="telegram"} 3`,
		`visesbot_sends_total{channel="telegram",outcome="done"} 1`,
		`visesbot_sends_total{channel="slack",outcome="waited"} 1`,
		`visesbot_webhook_refused_total{channel="telegram",reason="signature"} 3`,
		`visesbot_channel_events_total{channel="telegram",event="accepted"} 5`,
		`visesbot_channel_ready{channel="telegram"} 1`,
		`visesbot_channel_ready{channel="slack"} 0`,
		`visesbot_store_up 1`,
		`visesbot_queue_conversations 7`,
		`visesbot_queue_oldest_seconds 90`,
		`visesbot_jobs_dead 2`,
	)
	if !strings.Contains(page, "go_goroutines") {
		t.Error("nothing is told of the program itself")
	}
}

func TestMetricsOfAStoreThatDoesNotAnswer(t *testing.T) {
	m := prometheus.New(prometheus.Options{Store: store{errors.New("away")}, Now: noon})
	page := scraped(t, m)
	holds(t, page, `visesbot_store_up 0`)
	if strings.Contains(page, "visesbot_jobs_dead") {
		t.Error("it makes numbers up")
	}
}
