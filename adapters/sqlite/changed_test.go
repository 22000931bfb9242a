package sqlite

import (
	"context"
	"testing"

	"visesbot/bot"
)

func TestChanged(t *testing.T) {
	s := open0(t, made(t))
	defer s.Close()
	changed := s.Changed()
	for _, id := range []string{"u2", "u3", "u4"} {
		must(t, s.Enqueue(context.Background(), "test:a", bot.Job{ID: id, Kind: bot.JobUpdate, Due: start()}))
	}
	<-changed
	select {
	case <-changed:
		t.Error("told twice of what came in before it was asked")
	default:
	}
	must(t, s.Enqueue(context.Background(), "test:a", bot.Job{ID: "u5", Kind: bot.JobUpdate, Due: start()}))
	<-changed
}
