package workday_test

import (
	"testing"
	"time"

	"visesbot/flows/workday"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	in, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func at(t *testing.T, s string) time.Time {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", s, zone(t, "Europe/Brussels"))
	if err != nil {
		t.Fatal(err)
	}
	return when
}

// TestNext: what falls into quiet hours, a weekend, a free day or a holiday waits
// until it is over; what does not, goes when it was meant to.
func TestNext(t *testing.T) {
	noFriday := workday.Rhythm{Off: []time.Weekday{time.Friday}}
	long := workday.Rhythm{From: 7, Until: 22}
	for _, c := range []struct {
		from, want, country string
		rhythm              workday.Rhythm
	}{
		{"2027-03-03 09:30", "2027-03-03 09:30", "BE", workday.Rhythm{}},
		{"2027-03-03 07:59", "2027-03-03 08:00", "BE", workday.Rhythm{}},
		{"2027-03-03 20:00", "2027-03-04 08:00", "BE", workday.Rhythm{}},
		{"2027-03-05 23:10", "2027-03-08 08:00", "BE", workday.Rhythm{}},
		{"2027-03-06 12:00", "2027-03-08 08:00", "BE", workday.Rhythm{}},
		{"2027-03-05 12:00", "2027-03-08 08:00", "BE", noFriday},
		{"2027-03-03 21:59", "2027-03-03 21:59", "BE", long},
		{"2027-03-03 06:59", "2027-03-03 07:00", "BE", long},
		{"2027-07-21 12:00", "2027-07-22 08:00", "BE", workday.Rhythm{}}, // national day
		{"2027-07-21 12:00", "2027-07-21 12:00", "FR", workday.Rhythm{}},
		{"2027-07-14 12:00", "2027-07-15 08:00", "FR", workday.Rhythm{}},
		{"2027-07-14 12:00", "2027-07-14 12:00", "", workday.Rhythm{}},
		{"2027-05-06 12:00", "2027-05-07 08:00", "BE", workday.Rhythm{}}, // Ascension
		{"2027-05-06 12:00", "2027-05-10 08:00", "FR", noFriday},
		{"2028-05-08 12:00", "2028-05-09 08:00", "FR", workday.Rhythm{}}, // 1945
	} {
		if got := workday.Next(at(t, c.from), c.rhythm, c.country); !got.Equal(at(t, c.want)) {
			t.Errorf("after %s in %q of %+v comes %v, want %s", c.from, c.country, c.rhythm, got, c.want)
		}
	}
}

// TestHolidays: the public holidays of both countries, as their laws have them.
func TestHolidays(t *testing.T) {
	for country, days := range map[string][]string{
		"BE": {
			"2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-17", "2027-07-21", "2027-08-15", "2027-11-01",
			"2027-11-11", "2027-12-25",
		},
		"FR": {
			"2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17", "2027-07-14", "2027-08-15",
			"2027-11-01", "2027-11-11", "2027-12-25",
		},
	} {
		n := 0
		for day := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == 2027; day = day.AddDate(0, 0, 1) {
			if workday.Holiday(day, country) {
				n++
			}
		}
		if n != len(days) {
			t.Errorf("%s has %d holidays, want %d", country, n, len(days))
		}
		for _, day := range days {
			on, err := time.Parse(time.DateOnly, day)
			if err != nil || !workday.Holiday(on, country) {
				t.Errorf("%s is no holiday in %s, %v", day, country, err)
			}
		}
	}
}

// TestNineStaysNine: on both sides of a change of the clocks, and on the Monday
// after it, nine o'clock is what the clock on the wall shows.
func TestNineStaysNine(t *testing.T) {
	for _, c := range []struct{ day, offset string }{
		{"2027-03-26 00:00", "+0100"},
		{"2027-03-30 00:00", "+0200"},
		{"2027-10-29 00:00", "+0200"},
		{"2027-11-02 00:00", "+0100"},
	} {
		day := at(t, c.day)
		if got := workday.At(day, workday.Rhythm{}, "BE", day.Location()); got.Format("15:04 -0700") != "09:00 "+c.offset {
			t.Errorf("on %s it is said at %v", c.day, got)
		}
	}
	friday := at(t, "2027-10-29 21:00") // the clocks are put back that Sunday; Monday is All Saints
	if got, want := workday.Next(friday, workday.Rhythm{}, "BE"), at(t, "2027-11-02 08:00"); !got.Equal(want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestHoursThatAreNotOrTwice: in Brussels the clocks change on Sundays, which are
// free; elsewhere they may change on a day of work, at any hour.
func TestHoursThatAreNotOrTwice(t *testing.T) {
	night := func(hour int) workday.Rhythm { return workday.Rhythm{Hour: hour, From: hour, Until: 24} }
	for _, c := range []struct {
		zone, day string
		hour      int
		want      string
	}{
		{"America/New_York", "1942-02-09", 2, "1942-02-09T03:00:00-04:00"}, // a Monday; 2 h was left out
		{"America/New_York", "1942-02-09", 1, "1942-02-09T01:00:00-05:00"},
		{"Asia/Tehran", "2022-03-22", 1, "2022-03-22T01:00:00+04:30"},  // 0 h was left out
		{"Asia/Tehran", "2021-09-21", 23, "2021-09-21T23:00:00+04:30"}, // and came twice
		{"Asia/Tehran", "2021-09-22", 22, "2021-09-22T22:00:00+03:30"},
		{"Asia/Beirut", "2022-03-27", 9, "2022-03-28T09:00:00+03:00"},
	} {
		day, err := time.Parse(time.DateOnly, c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := workday.At(day, night(c.hour), "", zone(t, c.zone)).Format(time.RFC3339); got != c.want {
			t.Errorf("%d h in %s on %s is %s, want %s", c.hour, c.zone, c.day, got, c.want)
		}
	}
}

// TestBefore: the day before a Monday, or the day after a holiday, is the last
// one on which the person worked.
func TestBefore(t *testing.T) {
	for day, want := range map[string]string{
		"2027-03-09 00:00": "2027-03-08 12:00", "2027-03-08 00:00": "2027-03-05 12:00", "2027-07-22 00:00": "2027-07-20 12:00",
		"2028-01-03 00:00": "2027-12-31 12:00",
	} {
		d := at(t, day)
		if got := workday.Before(d, workday.Rhythm{Hour: 12}, "BE", d.Location()); !got.Equal(at(t, want)) {
			t.Errorf("before %s is %v, want %s", day, got, want)
		}
	}
}

// TestFree: how often is counted in days on the wall, not in hours.
func TestFree(t *testing.T) {
	in := zone(t, "Europe/Brussels")
	monday, thursday := at(t, "2027-03-22 09:00"), at(t, "2027-03-25 17:00")
	for _, c := range []struct {
		often workday.Often
		sent  []time.Time
		want  string
	}{
		{workday.Daily, nil, "0001-01-01"},
		{workday.Daily, []time.Time{monday, thursday}, "2027-03-26"},
		{workday.Dated, []time.Time{thursday}, "2027-03-26"},
		{workday.Twice, []time.Time{monday}, "2027-03-23"},
		{workday.Twice, []time.Time{monday, thursday}, "2027-03-29"},
		{workday.Weekly, []time.Time{monday, thursday}, "2027-04-01"}, // over the change of the clocks
	} {
		if got := c.often.Free(c.sent, in).Format(time.DateOnly); got != c.want {
			t.Errorf("%q after %v is free on %s, want %s", c.often, c.sent, got, c.want)
		}
	}
}

// TestOddRhythms: whatever stands there, there is a moment.
func TestOddRhythms(t *testing.T) {
	all := []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday}
	for _, r := range []workday.Rhythm{
		{Off: all}, {From: 20, Until: 8}, {From: -3, Until: 90}, {Hour: 3}, {Hour: 23, From: 8, Until: 18},
	} {
		from := at(t, "2027-03-05 23:00")
		got := workday.NextAt(from, r, "BE")
		if !workday.Allowed(got, r, "BE") || got.Before(from) || got.Sub(from) > 4*24*time.Hour {
			t.Errorf("%+v leads to %v", r, got)
		}
	}
}
