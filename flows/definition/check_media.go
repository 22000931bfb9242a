package definition

import (
	"io/fs"
	"net/url"
	"path"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
)

const ruleMedia = "media"

func checkMedia(l *loader) {
	for _, m := range l.script.Modules {
		for _, b := range m.Blocks {
			checkMedium(l, b)
		}
	}
}

func checkMedium(l *loader, b *flows.Block) {
	shows := b.Kind == flows.PictureBlock || b.Kind == flows.FilmBlock
	switch {
	case shows && b.Media == "":
		l.problem(ruleMedia, l.at[b], "a block of kind %s names its file or link with \"media\"", b.Kind)
	case b.Media != "" && b.Alt.Empty():
		l.problem(ruleMedia, l.at[&b.Media], "this is not described: say with \"alt\" what there is to see")
	}
	if b.Media != "" {
		checkMediaName(l, b)
	}
}

func checkMediaName(l *loader, b *flows.Block) {
	at := l.at[&b.Media]
	if strings.Contains(b.Media, "://") {
		u, err := url.Parse(b.Media)
		if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
			l.problem(ruleMedia, at, "a link begins with https:// and a host")
		}
		return
	}
	for _, lang := range form.Langs() {
		name := strings.ReplaceAll(b.Media, "{lang}", lang)
		checkMediaFile(l, at, name)
		checkDrawing(l, at, name)
	}
}

// checkDrawing sees that a drawing has the same picture beside it as PNG, which
// chat channels carry.
func checkDrawing(l *loader, at spot, name string) {
	if drawing, ok := strings.CutSuffix(name, ".svg"); ok {
		checkMediaFile(l, at, drawing+".png")
	}
}

func checkMediaFile(l *loader, at spot, name string) {
	if !fs.ValidPath(name) {
		l.problem(ruleMedia, at, "%q is no name of a file below media/", shown(name))
		return
	}
	if info, err := fs.Stat(l.fsys, path.Join("media", name)); err != nil || info.IsDir() {
		l.problem(ruleMedia, at, "there is no file media/%s", shown(name))
	}
}
