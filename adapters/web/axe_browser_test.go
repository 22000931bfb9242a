package web_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"visesbot/adapters/web/webtest"
)

// axe runs axe-core on the page: WCAG 2.0 to 2.2, A and AA, and best practice.
const axe = `axe.run(document, {resultTypes: ["violations"]}).then((r) => r.violations.flatMap((v) =>
	v.nodes.map((n) => v.id + ": " + v.help + "\n\t" + n.target + "\n\t" + n.html.slice(0, 200))).join("\n"))`

// TestBrowserAxe has axe-core look at the page as it opens, in the middle of a talk, and with
// each dialog open, wide, narrow and zoomed, light and dark.
func TestBrowserAxe(t *testing.T) {
	source := axeCore(t)
	for _, size := range []struct{ width, height int64 }{{1400, 900}, {360, 740}, {320, 640}, {720, 450}} {
		t.Run(fmt.Sprintf("%dx%d", size.width, size.height), func(t *testing.T) {
			t.Parallel()
			l := newLab(t)
			b := webtest.Open(t, l.url, size.width, size.height)
			b.See("staff", "Welcome")
			look := func(state string) {
				t.Helper()
				for _, scheme := range []string{"light", "dark"} {
					b.Media("prefers-color-scheme", scheme)
					b.Wait(fmt.Sprintf(`matchMedia("(prefers-color-scheme: %s)").matches`, scheme))
					b.Shot(fmt.Sprintf("%d-%s-%s", size.width, state, scheme))
					if found := b.Answer(source + ";" + axe); found != "" {
						t.Errorf("%s, %s:\n%s", state, scheme, found)
					}
				}
			}
			look("opened")
			b.Do(chromedp.Click(chromedp.CSS("#met")))
			b.Click("staff", "Nederlands")
			b.Settled("staff")
			look("ticks")
			b.Click("staff", "Neighbours")
			b.Click("staff", "Done")
			b.See("staff", "From resources")
			b.Settled("staff")
			look("rich")
			b.Wait(fits)
			b.Do(chromedp.Click(chromedp.CSS("#restart")))
			look("choice")
		})
	}
}

// fits tells whether nothing is cut off at the sides, and all tools are in sight.
const fits = `document.documentElement.scrollWidth <= innerWidth && [...document.querySelectorAll(".top button, .top time, .pane.current textarea")]
	.every((n) => n.checkVisibility() && n.getBoundingClientRect().right <= innerWidth && n.getBoundingClientRect().left >= 0
		&& n.scrollWidth <= n.clientWidth + 1 && n.getBoundingClientRect().bottom <= innerHeight)`

// axeCore is the library, as npm installs it with the stand-ins.
func axeCore(t *testing.T) string {
	raw, err := os.ReadFile(filepath.Join(os.Getenv("VISESBOT_STANDINS"), "node_modules", "axe-core", "axe.min.js"))
	if err == nil {
		return string(raw)
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("no axe-core (make standins): %v", err)
	}
	t.Skip("no axe-core: what it finds is not looked for (make standins)")
	return ""
}

// apart tells whether the parts of the bar at the top keep out of each other's way.
const apart = `(() => { const [a, b, c] = [".brand", ".clock", ".tools"].map((s) => document.querySelector(s).getBoundingClientRect());
	const beside = (l, r) => l.right <= r.left || l.bottom <= r.top || r.bottom <= l.top;
	return beside(a, b) && beside(b, c) && beside(a, c) && document.querySelector(".badge").scrollWidth <= document.querySelector(".brand").clientWidth; })()`

// TestBrowserBar has the bar fit at every width that people have, in every language.
func TestBrowserBar(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	for _, lang := range []string{"fr", "nl", "en"} {
		b.Do(chromedp.Click(chromedp.CSS("[data-lang=" + lang + "]")))
		for _, width := range []int64{1920, 1520, 1440, 1366, 1280, 1120, 1024, 768, 600, 412, 360, 320} {
			b.Do(chromedp.EmulateViewport(width, 900))
			b.Wait(fmt.Sprintf("innerWidth === %d", width))
			if b.Get(apart) != "true" || b.Get(`document.documentElement.scrollWidth <= innerWidth`) != "true" {
				b.Shot(fmt.Sprintf("%s-%d", lang, width))
				t.Errorf("%s at %d pixels: parts of the bar overlap or are cut", lang, width)
			}
		}
	}
}
