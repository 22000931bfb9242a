package bot

import (
	"fmt"
	"slices"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
)

// FileSort is how a file is shown in a chat.
type FileSort string

// The sorts of file.
const (
	Picture  FileSort = "picture"
	Voice    FileSort = "voice" // is played in place
	Document FileSort = "document"
)

// SortOf tells how a file is shown, by its kind.
func SortOf(f form.File) FileSort {
	switch f.Type {
	case "image/jpeg", "image/png", "image/webp":
		return Picture
	case "audio/ogg", "application/ogg", "audio/mpeg", "audio/mp4", "audio/x-m4a":
		return Voice
	}
	return Document
}

// togetherBytes is how much the files of one message may be together.
const togetherBytes = 40 << 20

// enclosed are the messages that bring the files of a card, ahead of it; where
// the channel brings none they are named in its lines. A card that is shown
// again brings nothing again.
func enclosed(card flows.Card, can Capabilities) ([]Message, []flows.Line) {
	switch {
	case len(card.Files) == 0 || card.Replace:
		return nil, nil
	case can.Enclosed == 0:
		var names []flows.Line
		for _, f := range card.Files {
			told := func(l flows.Line) bool { return strings.Contains(l.Text, f.Name) }
			if !slices.ContainsFunc(card.Lines, told) {
				names = append(names, flows.Line{Style: flows.Hint, Text: "[" + f.Name + "]"})
			}
		}
		return nil, names
	}
	var all []Message
	for _, f := range card.Files {
		if n := len(all); n > 0 && together(all[n-1].Files, f, can.Enclosed) {
			all[n-1].Files = append(all[n-1].Files, f)
			continue
		}
		all = append(all, Message{
			Card: fmt.Sprintf("%s-f%d", card.ID, len(all)+1), Lang: card.Lang, Silent: true, Files: []form.File{f},
		})
	}
	return all, nil
}

// together tells whether a file may stand in the same message as others: only
// what looks alike, and what is played stands by itself.
func together(others []form.File, f form.File, most int) bool {
	size := f.Size
	for _, o := range others {
		size += o.Size
	}
	sort := SortOf(f)
	return len(others) < most && sort != Voice && sort == SortOf(others[0]) && size <= togetherBytes
}

// Names are what files are called, for whoever only reads.
func Names(files []form.File) string {
	var all []string
	for _, f := range files {
		all = append(all, f.Name)
	}
	return strings.Join(all, ", ")
}
