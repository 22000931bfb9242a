package flows

// remindKeys are the sentences about reminders, and what is filled into them.
func remindKeys() []WordKey {
	return append([]WordKey{
		{Key: "appointment.where", Filled: []string{"place"}},
		{Key: "decision.ask", Filled: []string{"decision", "example"}},
		{Key: "decision.done"},
		{Key: "decision.done.ok", Filled: []string{"decision"}},
		{Key: "decision.drop"},
		{Key: "decision.drop.ok", Filled: []string{"decision"}},
		{Key: "decision.move"},
		{Key: "decision.moved", Filled: []string{"day", "decision"}},
		{Key: "pause.30"},
		{Key: "pause.7"},
		{Key: "pause.ask"},
		{Key: "pause.date"},
		{Key: "pause.end"},
		{Key: "pause.now", Filled: []string{"day"}},
		{Key: "pause.now.open"},
		{Key: "pause.ok", Filled: []string{"day"}},
		{Key: "pause.open"},
		{Key: "pause.open.ok"},
		{Key: "pause.until.ask", Filled: []string{"example"}},
		{Key: "remind.appointment", Filled: []string{"day", "enterprise", "time", "title"}},
		{Key: "remind.appointment.also", Filled: []string{"day", "time", "title"}},
		{Key: "remind.appointment.late", Filled: []string{"day", "time", "title"}},
		{Key: "remind.appointment.soon", Filled: []string{"time", "title"}},
		{Key: "remind.decision", Filled: []string{"day", "decision", "enterprise"}},
		{Key: "reminders"},
		{Key: "reminders.at", Filled: []string{"hour"}},
		{Key: "reminders.between", Filled: []string{"from", "until"}},
	}, rhythmKeys()...)
}

// rhythmKeys are those about when a person wants to be reminded.
func rhythmKeys() []WordKey {
	return []WordKey{
		{Key: "reminders.help"},
		{Key: "reminders.often.dated"},
		{Key: "reminders.often.day"},
		{Key: "reminders.often.twice"},
		{Key: "reminders.often.week"},
		{Key: "reminders.pause"},
		{Key: "reminders.quiet", Filled: []string{"from", "until"}},
		{Key: "reminders.when", Filled: []string{"days", "hour"}},
		{Key: "snooze.again", Filled: []string{"example"}},
		{Key: "snooze.ask", Filled: []string{"example"}},
		{Key: "snooze.at", Filled: []string{"time"}},
		{Key: "snooze.date"},
		{Key: "snooze.hour"},
		{Key: "told.paused", Filled: []string{"day", "enterprise", "who"}},
		{Key: "told.paused.open", Filled: []string{"enterprise", "who"}},
		{Key: "told.silent", Filled: []string{"day", "enterprise", "who"}},
		{Key: "told.silent.last", Filled: []string{"question"}},
		{Key: "weekday.1"},
		{Key: "weekday.2"},
		{Key: "weekday.3"},
		{Key: "weekday.4"},
		{Key: "weekday.5"},
		{Key: "weekday.all"},
		{Key: "weekday.short.1"},
		{Key: "weekday.short.2"},
		{Key: "weekday.short.3"},
		{Key: "weekday.short.4"},
		{Key: "weekday.short.5"},
	}
}
