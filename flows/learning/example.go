package learning

import (
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/talk"
)

// pools lists the pools that examples are written for.
func pools() []string { return []string{"wi", "solidarity", "other"} }

// examplePool is the one whose examples this person reads: the enterprise's own, or
// while that is not known the one they chose; empty if none.
func examplePool(t *talk.Turn) (pool string, own bool) {
	if t.Dossier != nil && t.Dossier.Exists() {
		if p := t.Dossier.Pool(); p != "" {
			return p, true
		}
	}
	return t.Session.Examples, false
}

// poolLines gives one example: three of them are too much to read on a phone.
func poolLines(t *talk.Turn, b *flows.Block) []flows.Line {
	if len(b.Pools) == 0 {
		return nil
	}
	pool, own := examplePool(t)
	if text, ok := b.Pools[pool]; ok {
		return bodyLines(text.In(t.Lang()))
	}
	if own {
		return nil
	}
	return []flows.Line{{Style: flows.Hint, Text: t.Word("example.pick")}}
}

// exampleButtons offer the examples of the other pools, while the enterprise's
// own is not known.
func exampleButtons(t *talk.Turn, b *flows.Block) [][]flows.Button {
	shown, own := examplePool(t)
	if own || len(b.Pools) == 0 {
		return nil
	}
	labels := map[string]string{
		"wi": t.Word("example.wi"), "solidarity": t.Word("example.solidarity"), "other": t.Word("example.other"),
	}
	var offered []flows.Button
	for _, id := range pools() {
		if _, ok := b.Pools[id]; ok && id != shown {
			offered = append(offered, talk.Button(labels[id], flows.Press(flows.VerbExample, strconv.Itoa(t.Session.Module.Block), id)))
		}
	}
	return [][]flows.Button{offered}
}

// showExample shows the example of another pool: "BLOCK~POOL".
func showExample(t *talk.Turn, arg string) {
	at, pool, _ := strings.Cut(arg, "~")
	m, b := t.Block()
	if b == nil {
		t.Ways.Home(t)
		return
	}
	if at != strconv.Itoa(t.Session.Module.Block) {
		ShowBlock(t) // an old button: here is where you are
		return
	}
	if _, ok := b.Pools[pool]; ok {
		t.Session.Examples = pool
		t.Replace(blockCard(t, m, b))
	}
}
