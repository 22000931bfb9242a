package prometheus

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// watch asks how things stand whenever it is scraped.
type watch struct{ o Options }

// about is what one number is.
func about(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("visesbot_"+name, help, labels, nil)
}

func upDesc() *prometheus.Desc {
	return about("store_up", "1 while the store answers.")
}

func dueDesc() *prometheus.Desc {
	return about("queue_conversations", "Conversations in which something is due and not done yet.")
}

func ageDesc() *prometheus.Desc {
	return about("queue_oldest_seconds", "For how long the first thing that is due has been so.")
}

func deadDesc() *prometheus.Desc {
	return about("jobs_dead", "Jobs that were given up and are kept: see visesbot jobs list --dead.")
}

func readyDesc() *prometheus.Desc {
	return about("channel_ready", "1 while the channel can talk with its platform.", "channel")
}

func refusedDesc() *prometheus.Desc {
	return about("webhook_refused_total", "Webhook calls that were turned away.", "channel", "reason")
}

func eventsDesc() *prometheus.Desc {
	return about("channel_events_total", "What else a channel counts.", "channel", "event")
}

// Describe lists what Collect gives.
func (w *watch) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{upDesc(), dueDesc(), ageDesc(), deadDesc(), readyDesc(), refusedDesc(), eventsDesc()} {
		to <- d
	}
}

// Collect asks the store and the channels.
func (w *watch) Collect(to chan<- prometheus.Metric) {
	w.store(to)
	for _, c := range w.o.Channels {
		to <- gauge(readyDesc(), yes(c.Ready() == nil), c.Name)
		counts := c.Counts()
		for reason, n := range counts.Refused {
			to <- prometheus.MustNewConstMetric(refusedDesc(), prometheus.CounterValue, float64(n), c.Name, reason)
		}
		for event, n := range counts.Events {
			to <- prometheus.MustNewConstMetric(eventsDesc(), prometheus.CounterValue, float64(n), c.Name, event)
		}
	}
}

// store asks the store; one that does not answer has no numbers.
func (w *watch) store(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), w.o.Patience)
	defer cancel()
	now := w.o.Now()
	load, err := w.o.Store.Load(ctx, now)
	if err != nil {
		to <- gauge(upDesc(), 0)
		return
	}
	due, some, err := w.o.Store.NextDue(ctx)
	if err != nil {
		to <- gauge(upDesc(), 0)
		return
	}
	to <- gauge(upDesc(), 1)
	to <- gauge(dueDesc(), float64(load.Due))
	to <- gauge(deadDesc(), float64(load.Dead))
	to <- gauge(ageDesc(), age(now, due, some))
}

// age is for how long something has been due.
func age(now, due time.Time, some bool) float64 {
	if !some {
		return 0
	}
	return max(0, now.Sub(due).Seconds())
}

func gauge(d *prometheus.Desc, v float64, labels ...string) prometheus.Metric {
	return prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
}

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
