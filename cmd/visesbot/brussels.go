package main

import "time"

// brussels is the time zone in which moments are typed and told, wherever the
// computer stands.
func brussels() (*time.Location, error) { return time.LoadLocation("Europe/Brussels") }

// inBrussels is a moment as the clocks of the programme show it.
func inBrussels(t time.Time) (time.Time, error) {
	zone, err := brussels()
	if err != nil {
		return time.Time{}, err
	}
	return t.In(zone), nil
}
