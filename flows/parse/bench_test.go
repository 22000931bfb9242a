package parse

import "testing"

func BenchmarkNumber(b *testing.B) {
	for _, text := range []string{"12", "1.234,50 uur", "1 234 567 €", "3 mln", "vijfentwintig", "we are twelve people here"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Number(text, "nl")
			}
		})
	}
}

func BenchmarkChoices(b *testing.B) {
	for _, text := range []string{"1, 3 et 4", "santé", "recherche et developement, IT", "comerce", "rien de tout cela"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Choices(text, "fr", sectors)
			}
		})
	}
}

func BenchmarkDate(b *testing.B) {
	now := testNow()
	for _, text := range []string{"31/12", "fin mars", "lundi prochain", "dans 3 semaines"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Date(text, "fr", now)
			}
		})
	}
}

func BenchmarkPeriod(b *testing.B) {
	now := testNow()
	for _, text := range []string{"2027", "du 1er mars au 30 juin 2027"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Period(text, "fr", now)
			}
		})
	}
}

func BenchmarkClean(b *testing.B) {
	for _, text := range []string{"a plain answer", "été 👍🏽 à Liège", "a\u202eb\x00"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Clean(text)
			}
		})
	}
}

func BenchmarkReadCommand(b *testing.B) {
	list := talk(b)
	for _, text := range []string{"/change P0-03", "weet ik nog niet", "an ordinary answer"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ReadCommand(text, list)
			}
		})
	}
}
