package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
	_ "time/tzdata" // a machine without time zones of its own still knows Brussels

	"visesbot/bot"
)

// demoClock is a clock that can be moved and remembers how far, so that the
// time does not jump back when the demo is started again.
type demoClock struct {
	*bot.MovableClock
	zone *time.Location
	file string
}

// clockFile is what stands in the file.
type clockFile struct {
	Ahead string `json:"ahead"` // "72h0m0s"
}

func openDemoClock(now func() time.Time, file string) (*demoClock, error) {
	zone, err := brussels()
	if err != nil {
		return nil, fmt.Errorf("find the time zone: %w", err)
	}
	ahead, err := readAhead(file)
	if err != nil {
		return nil, fmt.Errorf("read %s (remove it to begin with the real time): %w", file, err)
	}
	there := func() time.Time { return now().In(zone) }
	return &demoClock{bot.NewMovableClock(there, ahead), zone, file}, nil
}

func readAhead(file string) (time.Duration, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	var kept clockFile
	if err := json.Unmarshal(text, &kept); err != nil {
		return 0, err
	}
	ahead, err := time.ParseDuration(kept.Ahead)
	return max(0, ahead), err
}

// Set moves the clock forward.
func (c *demoClock) Set(to time.Time) error {
	if err := c.MovableClock.Set(to); err != nil {
		return err
	}
	return c.keep()
}

// Reset goes back to the real time.
func (c *demoClock) Reset() error {
	if err := c.MovableClock.Reset(); err != nil {
		return err
	}
	return c.keep()
}

func (c *demoClock) keep() error {
	text, err := json.Marshal(clockFile{c.Ahead().String()})
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.file, text, 0o600); err != nil {
		return fmt.Errorf("keep the time of the demo: %w", err)
	}
	return nil
}
