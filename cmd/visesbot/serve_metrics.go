package main

import (
	"fmt"
	"time"

	"visesbot/adapters/prometheus"
	"visesbot/adapters/slack"
	"visesbot/adapters/telegram"
	"visesbot/bot"
)

// newMetrics watches over a bot: its store, its channels, and what it does.
func newMetrics(store bot.Store, channels []served, now func() time.Time) (*prometheus.Metrics, error) {
	counted, ok := store.(prometheus.Store)
	if !ok {
		return nil, fmt.Errorf("the store %T does not count what there is to do", store)
	}
	o := prometheus.Options{Store: counted, Now: now}
	for _, c := range channels {
		o.Channels = append(o.Channels, prometheus.Channel{Name: c.channel.Name(), Ready: c.ready, Counts: c.counts})
	}
	return prometheus.New(o), nil
}

func telegramCounts(c telegram.Counts) prometheus.Counts {
	return prometheus.Counts{
		Refused: map[string]int64{"signature": c.Forged, "body": c.Malformed, "size": c.Oversized},
		Events:  map[string]int64{"accepted": c.Received, "throttled": c.Throttled, "unknown": c.Odd},
	}
}

func slackCounts(all map[string]int64) prometheus.Counts {
	c := prometheus.Counts{Refused: map[string]int64{}, Events: map[string]int64{}}
	for _, reason := range slack.RefusedReasons() {
		c.Refused[reason] = all["refused_"+reason]
		delete(all, "refused_"+reason)
	}
	for _, event := range []string{"accepted", "throttled", "unknown"} {
		c.Events[event] = 0
	}
	for event, n := range all {
		c.Events[event] = n
	}
	return c
}
