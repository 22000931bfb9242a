package flows

// meetingKeys are the sentences about meetings.
func meetingKeys() []WordKey {
	return []WordKey{
		{Key: "meet.block", Filled: []string{"module"}},
		{Key: "meet.cancelled"},
		{Key: "meet.changed"},
		{Key: "meet.closed"},
		{Key: "meet.goon", Filled: []string{"module"}},
		{Key: "meet.invited", Filled: []string{"enterprise"}},
		{Key: "meet.kind.community"},
		{Key: "meet.kind.individual"},
		{Key: "meet.kind.online"},
		{Key: "meet.kind.session"},
		{Key: "meet.link"},
		{Key: "meet.next", Filled: []string{"day"}},
		{Key: "meet.no"},
		{Key: "meet.park"},
		{Key: "meet.park.ask"},
		{Key: "meet.park.done"},
		{Key: "meet.parked"},
		{Key: "meet.pity"},
		{Key: "meet.place", Filled: []string{"place"}},
		{Key: "meet.poll"},
		{Key: "meet.result"},
		{Key: "meet.thanks"},
		{Key: "meet.voted"},
		{Key: "meet.when", Filled: []string{"day", "from", "kind", "until"}},
		{Key: "meet.yes"},
	}
}
