package report

import (
	"strconv"
	"strings"

	"visesbot/bot/report/draw"
	"visesbot/flows/form"
)

// fewPeople is below what number of people no value about others is shown.
const fewPeople = 5

// method is one table: what is followed, by what, with whom, when.
func (b *builder) method() []Block {
	t := Table{Wide: []float64{3, 3, 2.2, 2.4, 1.4}, Head: []Text{
		b.say("report.change"), b.say("report.indicator"), b.say("report.method"), b.say("report.when"), b.say("report.n"),
	}}
	for _, c := range b.scope() {
		for _, i := range b.items("indicator", c) {
			t.Rows = append(t.Rows, []Text{
				b.name(c), b.name(i), b.shown("indicator.method", i),
				Joined(", ", b.shown("indicator.often", i), b.shown("indicator.first", i)), b.asked4(i),
			})
		}
	}
	if len(t.Rows) == 0 {
		return []Block{b.missing("+indicator", "")}
	}
	all := []Block{{Table: &t}}
	if b.o.Length != Light {
		all = append(all, b.criteria()...)
	}
	return all
}

// asked4 is how many were reached of those asked, at the last moment.
func (b *builder) asked4(i form.Path) Text {
	for n := len(b.measures(i)) - 1; n >= 0; n-- {
		if t := b.reached(b.measures(i)[n]); !t.Empty() {
			return t
		}
	}
	return b.shown("indicator.planned", i)
}

// reached is "7 / 9" at a moment.
func (b *builder) reached(m form.Path) Text {
	got, ok1 := b.number("measure.reached", m)
	of, ok2 := b.number("measure.requested", m)
	if !ok1 || !ok2 {
		return nil
	}
	return b.say("report.of", "n", strconv.Itoa(int(got)), "all", strconv.Itoa(int(of)))
}

func (b *builder) criteria() []Block {
	var list []Text
	for _, c := range b.scope() {
		if t := b.shown("change.criterion", c); !t.Empty() {
			list = append(list, b.name(c).Strong().And(Raw(" — "), t))
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []Block{b.head("report.criteria"), {List: list}}
}

// results are a section a change.
func (b *builder) results() []Block {
	changes := b.scope()
	if len(changes) == 0 {
		return []Block{b.missing("in_scope", "")}
	}
	var all []Block
	for _, c := range changes {
		all = append(all, Block{Heading: b.name(c), Level: 2}, Block{Note: b.say("report.for_group").And(Raw(" "), b.name(c.Parent()))})
		all = append(all, b.para("change.finding", c))
		pairs := draw.Pairs{Low: 1, High: 5, Before: b.plain("report.before"), After: b.plain("report.after")}
		for _, i := range b.newest(c) {
			all = append(all, b.indicator(i)...)
			b.pair(&pairs, i)
		}
		if len(pairs.Rows) > 0 {
			all = append(all, Block{Figure: b.pairFigure(pairs, c)})
		}
		if b.may("voices") {
			all = append(all, b.voices(c)...)
		}
		all = append(all, b.judged(c)...)
	}
	return all
}

// newest are the indicators of a change that have no newer version.
func (b *builder) newest(c form.Path) []form.Path {
	var all []form.Path
	for _, i := range b.items("indicator", c) {
		if it := b.d.Item(i); it == nil || it.Into == "" {
			all = append(all, i)
		}
	}
	return all
}

// indicator shows the values of one indicator.
func (b *builder) indicator(i form.Path) []Block {
	all := []Block{{Heading: b.name(i), Level: 3}}
	switch b.choice("indicator.nature", i) {
	case "number", "scale":
		s, data := b.series(i)
		if len(data) == 0 {
			all = append(all, b.noValue(i))
			break
		}
		if len(data) == 1 && s.Start == nil && s.Threshold == nil {
			all = append(all, Block{Para: data[0]})
			break
		}
		all = append(all, Block{Figure: &Figure{
			Drawing: draw.PlotSeries(b.o.Letters, s, TextWide), Alt: b.seriesAlt(i, data), Data: data,
			Caption: b.name(i).And(Raw(" — "), b.shown("indicator.method", i), Raw(". "), b.asked4(i)),
		}})
	default:
		told := b.told(i)
		if len(told) == 0 {
			all = append(all, b.noValue(i))
		}
		all = append(all, told...)
	}
	if t := b.shown("indicator.reading", i); !t.Empty() {
		all = append(all, Block{Para: b.say("report.reading").And(Raw(" "), t.Strong())})
	}
	return all
}

// noValue says that no value is there yet, and when the next is due.
func (b *builder) noValue(i form.Path) Block {
	t := b.say("report.no_value")
	if first := b.shown("indicator.first", i); !first.Empty() {
		t = t.And(Raw(" "), b.say("report.first_due"), Raw(" "), first)
	}
	return Block{Missing: t}
}

// series are the values of an indicator and of its former versions, and the same
// as sentences.
func (b *builder) series(i form.Path) (s draw.Series, data []Text) {
	s.Zero = b.choice("indicator.nature", i) != "scale"
	for n, version := range b.d.Versions(i) {
		stroke := draw.Stroke{}
		if n > 0 {
			stroke.Break = b.plain("report.break")
		}
		for _, m := range b.measures(version) {
			v, t, ok := b.value(version, m)
			if ok {
				stroke.Values, data = append(stroke.Values, v), append(data, t)
			}
		}
		if len(stroke.Values) > 0 {
			s.Strokes = append(s.Strokes, stroke)
		}
	}
	if at, ok := b.number("indicator.start", i); ok {
		s.Start = &draw.Level{Y: at, Label: b.plain("report.start_level", "value", b.shown("indicator.start", i).Plain())}
	}
	if at, ok := firstNumber(b.shown("indicator.enough", i).Plain()); ok && s.Start != nil || ok && len(data) > 0 {
		s.Threshold = &draw.Level{Y: at, Label: b.plain("report.threshold", "value", b.shown("indicator.enough", i).Plain())}
	}
	return s, data
}

// value is what was measured at a moment; false where too few people would be
// seen through it.
func (b *builder) value(i, m form.Path) (v draw.Value, t Text, ok bool) {
	name := "measure.value"
	if b.choice("indicator.nature", i) == "scale" {
		name = "measure.level"
	}
	y, ok := b.number(name, m)
	if !ok {
		return v, nil, false
	}
	if n, asked := b.number("measure.reached", m); asked && n < fewPeople && b.o.For != "" {
		return v, nil, false
	}
	shown := b.shown(name, m)
	v.Label = shown.Plain()
	if unit := b.shown("indicator.unit", i); !unit.Empty() && !strings.Contains(shown.Plain(), unit.Plain()) {
		shown = shown.And(Raw(" "), unit)
	}
	when := b.name(m)
	if a := b.given("measure.span", m); a != nil {
		v.At = a.Value.Date
	}
	if v.At.IsZero() {
		if a := b.given(name, m); a != nil {
			v.At = a.At
		}
	}
	v.Y, v.When = y, when.Plain()
	t = when.And(Raw(": "), shown.Strong())
	if n := b.reached(m); !n.Empty() {
		t = t.And(Raw(" ("), n, Raw(")"))
	}
	return v, t, true
}

// firstNumber is the first number in a text: a target is written in words.
func firstNumber(text string) (float64, bool) {
	begin := strings.IndexAny(text, "0123456789")
	if begin < 0 {
		return 0, false
	}
	end := begin
	for end < len(text) && strings.IndexByte("0123456789.,", text[end]) >= 0 {
		end++
	}
	n, err := strconv.ParseFloat(strings.TrimRight(strings.ReplaceAll(text[begin:end], ",", "."), "."), 64)
	return n, err == nil
}

func (b *builder) seriesAlt(i form.Path, data []Text) string {
	return b.plain("report.series_alt", "name", b.name(i).Plain(), "n", strconv.Itoa(len(data)), "first", data[0].Plain(), "last", data[len(data)-1].Plain())
}

// told are what was seen or heard, at each moment.
func (b *builder) told(i form.Path) []Block {
	var all []Block
	for _, version := range b.d.Versions(i) {
		for _, m := range b.measures(version) {
			if t := b.shown("measure.told", m); !t.Empty() {
				all = append(all, Block{Quote: &Quote{Text: t, By: b.name(m)}})
			}
			if t := b.shown("measure.total", m); !t.Empty() {
				all = append(all, Block{Para: b.name(m).And(Raw(": "), t)})
			}
		}
	}
	return all
}

// pair adds an indicator on a scale to the drawing of before and after.
func (b *builder) pair(p *draw.Pairs, i form.Path) {
	if b.choice("indicator.nature", i) != "scale" {
		return
	}
	start, ok := b.number("indicator.start", i)
	moments := b.measures(i)
	if !ok || len(moments) == 0 {
		return
	}
	last, _, ok := b.value(i, moments[len(moments)-1])
	if !ok {
		return
	}
	row := draw.Pair{
		Name: b.name(i).Plain(), Before: start, After: last.Y, BeforeLabel: b.shown("indicator.start", i).Plain(), AfterLabel: last.Label,
		Change: signed(last.Y-start, b.o.Lang), Wished: 1,
	}
	if b.choice("indicator.direction", i) == "down" {
		row.Wished = -1
	}
	p.Rows = append(p.Rows, row)
}

func signed(n float64, lang string) string {
	s := strconv.FormatFloat(n, 'f', 1, 64)
	if lang != "en" {
		s = strings.ReplaceAll(s, ".", ",")
	}
	switch {
	case n > 0:
		return "+" + s
	case n < 0:
		return "−" + s[1:]
	}
	return "0"
}

func (b *builder) pairFigure(p draw.Pairs, c form.Path) *Figure {
	f := &Figure{Drawing: draw.PlotPairs(b.o.Letters, p, TextWide), Caption: b.say("report.pairs_caption").And(Raw(" — "), b.name(c))}
	var all []string
	for _, r := range p.Rows {
		line := b.plain("report.pair_datum", "name", r.Name, "before", r.BeforeLabel, "after", r.AfterLabel, "change", r.Change)
		all = append(all, line)
		f.Data = append(f.Data, Text{{Text: line, Lang: b.o.Lang}})
	}
	f.Alt = b.plain("report.pairs_alt") + " " + strings.Join(all, "; ")
	return f
}

// voices are what people said, as far as they agreed that it is told.
func (b *builder) voices(c form.Path) []Block {
	var all []Block
	for _, i := range b.items("indicator", c) {
		for _, m := range b.measures(i) {
			t := b.shown("measure.story", m)
			if t.Empty() || !b.tellable(b.choice("measure.told_to", m)) {
				continue
			}
			all = append(all, Block{Quote: &Quote{Text: t, By: b.name(m)}})
		}
	}
	if len(all) > 0 {
		all = append([]Block{{Heading: b.say("report.voices"), Level: 3}}, all...)
	}
	return all
}

// tellable tells whether a story may be told to the reader: by the consent of
// who told it.
func (b *builder) tellable(level string) bool {
	switch b.o.For {
	case "":
		return level != ""
	case "partners", "cohort":
		return level == "partners" || level == "everyone"
	}
	return level == "everyone"
}

// judged is what they make of a change: their part in it, what else played, how
// solid it is, and its limits.
func (b *builder) judged(c form.Path) []Block {
	f := b.facts(c, "report.contribution", "change.contribution", "report.others", "change.others", "report.without", "change.without_us",
		"report.lasting", "change.lasting", "report.reach", "change.reach", "report.depth", "change.depth", "report.sources", "change.agreeing",
		"report.solidity", "change.solidity")
	all := []Block{{Heading: b.say("report.our_part"), Level: 3}}
	if len(f.Facts) == 0 {
		all = append(all, b.missing("change.contribution", c))
	}
	all = append(all, f, Block{Para: b.shown("change.contribution_why", c)}, Block{Para: b.shown("change.others_note", c)},
		Block{Para: b.shown("change.difference", c)}, Block{Para: b.shown("change.disagreeing", c)})
	if t := b.shown("change.limits", c); !t.Empty() {
		all = append(all, Block{Heading: b.say("report.limits"), Level: 3}, Block{Para: t})
	}
	return all
}

// unexpected is never left out.
func (b *builder) unexpected() []Block {
	var list []Text
	for _, p := range b.items("effect", "") {
		list = append(list, Joined(" · ", b.name(p), b.shown("effect.sign", p), b.shown("effect.whom", p)))
	}
	for _, c := range b.items("change", "") {
		if b.choice("change.sign", c) == "negative" || b.choice("change.intended", c) == "unintended" {
			list = append(list, b.name(c).And(Raw(" ("), b.name(c.Parent()), Raw(")")))
		}
	}
	all := []Block{b.para("unwanted", "")}
	if len(list) > 0 {
		return append(all, Block{List: list})
	}
	return append(all, Block{Para: b.shown("unwanted_note", "")}, Block{Note: b.say("report.none_named")})
}
