package flows

import (
	"strconv"
	"strings"
)

// pools lists the pools that examples are written for.
func pools() []string { return []string{"wi", "solidarity", "other"} }

// examplePool is the one whose examples this person reads: the enterprise's own, or
// while that is not known the one they chose; empty if none.
func (st *step) examplePool() (pool string, own bool) {
	if st.d != nil && st.d.Exists() {
		if p := st.d.Pool(); p != "" {
			return p, true
		}
	}
	return st.s.Examples, false
}

// poolLines gives one example: three of them are too much to read on a phone.
func (st *step) poolLines(b *Block) []Line {
	if len(b.Pools) == 0 {
		return nil
	}
	pool, own := st.examplePool()
	if t, ok := b.Pools[pool]; ok {
		return bodyLines(t.In(st.lang()))
	}
	if own {
		return nil
	}
	return []Line{{Style: Hint, Text: st.word("example.pick")}}
}

// exampleButtons offer the examples of the other pools, while the enterprise's
// own is not known.
func (st *step) exampleButtons(b *Block) [][]Button {
	shown, own := st.examplePool()
	if own || len(b.Pools) == 0 {
		return nil
	}
	labels := map[string]string{
		"wi": st.word("example.wi"), "solidarity": st.word("example.solidarity"), "other": st.word("example.other"),
	}
	var offered []Button
	for _, id := range pools() {
		if _, ok := b.Pools[id]; ok && id != shown {
			offered = append(offered, button(labels[id], bExample+"~"+strconv.Itoa(st.s.Module.Block)+"~"+id))
		}
	}
	return [][]Button{offered}
}

// showExample shows the example of another pool: "BLOCK~POOL".
func (st *step) showExample(arg string) {
	at, pool, _ := strings.Cut(arg, "~")
	m, b := st.block()
	if b == nil || at != strconv.Itoa(st.s.Module.Block) {
		return
	}
	if _, ok := b.Pools[pool]; ok {
		st.s.Examples = pool
		st.replace(st.blockCard(m, b))
	}
}
