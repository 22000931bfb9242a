// Package prometheus tells Prometheus how a bot is doing: it is told what the
// bot does ([bot.Observer]), asks the store and the channels when it is scraped,
// and answers /metrics. It names channels, kinds of jobs and outcomes, and never
// a conversation, a person or an enterprise. It keeps nothing over a restart.
package prometheus

import (
	"context"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"visesbot/bot"
)

// Options are what is watched. Store and Now are needed.
type Options struct {
	Store    Store
	Channels []Channel
	Now      func() time.Time
	Patience time.Duration // how long the store may take to answer: 2 seconds
}

// Store counts what there is to do. Every store of the house is one.
type Store interface {
	Load(ctx context.Context, now time.Time) (bot.Load, error)
	NextDue(ctx context.Context) (time.Time, bool, error)
}

// Channel is a channel as it is watched.
type Channel struct {
	Name   string
	Ready  func() error  // nil while it can talk with its platform
	Counts func() Counts // since the program started
}

// Counts are what a channel has counted.
type Counts struct {
	Refused map[string]int64 // calls of its webhook that were turned away, by reason
	Events  map[string]int64 // what else it counts
}

// Metrics is a [bot.Observer], and the [http.Handler] of /metrics.
type Metrics struct {
	http.Handler
	turns *prometheus.CounterVec
	sends *prometheus.CounterVec
	took  *prometheus.HistogramVec
}

var _ bot.Observer = (*Metrics)(nil)

// New makes the metrics of one program.
func New(o Options) *Metrics {
	if o.Patience <= 0 {
		o.Patience = 2 * time.Second
	}
	m := &Metrics{
		turns: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "visesbot_turns_total", Help: "Turns of conversations: updates, timers and notes that were acted on.",
		}, []string{"channel", "kind", "outcome"}),
		sends: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "visesbot_sends_total", Help: "Messages handed to a platform, by what came of it.",
		}, []string{"channel", "outcome"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "visesbot_turn_seconds", Help: "How long a turn took until it was kept.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"channel"}),
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(m.turns, m.sends, m.took, &watch{o: o},
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.Handler = promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
	return m
}

// Turned counts a turn.
func (m *Metrics) Turned(channel string, kind bot.JobKind, fate bot.Fate, took time.Duration) {
	m.turns.WithLabelValues(channel, string(kind), string(fate)).Inc()
	m.took.WithLabelValues(channel).Observe(took.Seconds())
}

// Sent counts a message.
func (m *Metrics) Sent(channel string, fate bot.Fate) {
	m.sends.WithLabelValues(channel, string(fate)).Inc()
}
