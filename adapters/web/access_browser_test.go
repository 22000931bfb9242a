package web_test

import (
	"fmt"
	"strings"
	"testing"

	"visesbot/adapters/web/webtest"
)

// TestBrowserRoles holds what a screen reader needs to find its way.
func TestBrowserRoles(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.See("staff", "Welcome")
	b.Click("staff", "Nederlands")
	b.See("staff", "Who feels the effects")
	for _, holds := range []string{
		`document.documentElement.lang === "en"`,
		`document.querySelectorAll("main, header.top").length === 2`,
		`[...document.querySelectorAll("[role=log]")].every((n) => n.ariaLive === "polite" && n.ariaLabel && n.tabIndex === 0)`,
		`new Set([...document.querySelectorAll("[role=log]")].map((n) => n.ariaLabel)).size === 3`,
		`[...document.querySelectorAll(".pane")].every((n) => n.role === "region" && document.getElementById(n.getAttribute("aria-labelledby")).textContent)`,
		`document.querySelector("#pane-staff .item:last-child .keys").role === "group"`,
		`document.querySelector("#pane-staff .item:last-child .keys").ariaLabel === "Who feels the effects of your work?"`,
		`document.querySelectorAll("#pane-staff .item:last-child [aria-pressed=false]").length === 3`,
		`[...document.querySelectorAll("#pane-staff .bot .body")].every((n) => n.lang === "en")`,
		`document.querySelector("#status").role === "status"`,
	} {
		b.Wait(holds)
	}
	b.None(`[...document.querySelectorAll("button, textarea, a, input:not([hidden]):not([aria-hidden])")].filter((n) => n.checkVisibility() && !(n.ariaLabel || n.textContent.trim()))`)
	b.None(`[...document.querySelectorAll("img:not([alt])")]`)
	b.None(`[...document.querySelectorAll("[id]")].filter((n) => document.querySelectorAll("#" + CSS.escape(n.id)).length > 1)`)
}

// contrast lists the visible texts that stand out too little: less than 4.5 to
// 1 (WCAG 2.2, 1.4.3). What is not in use, and is dimmed for it, is left out.
const contrast = `(() => {
  const pen = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const read = (color) => {
    pen.clearRect(0, 0, 1, 1); pen.fillStyle = color; pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = (top, under) => under.map((c, i) => i === 3 ? 1 : top[i] * top[3] + c * (1 - top[3]));
  const back = (n) => {
    const behind = n.parentElement ? back(n.parentElement) : [255, 255, 255, 1];
    return over(read(getComputedStyle(n).backgroundColor), behind);
  };
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
  return [...document.querySelectorAll("body *")]
    .filter((n) => n.checkVisibility() && !n.closest("[aria-hidden=true], .unseen, dialog:not([open]), noscript, script"))
    .filter((n) => [...n.childNodes].some((c) => c.nodeType === 3 && c.textContent.trim()))
    .map((n) => [ratio(over(read(getComputedStyle(n).color), back(n)), back(n)), n])
    .filter(([r]) => r < 4.5)
    .map(([r, n]) => r.toFixed(2) + " " + n.className + " " + n.textContent.slice(0, 40)).join("\n");
})()`

func TestBrowserContrast(t *testing.T) {
	l := newLab(t)
	b := webtest.Open(t, l.url, 1400, 900)
	b.Click("staff", "Nederlands")
	b.Click("staff", "Neighbours")
	b.Click("staff", "Done")
	b.See("staff", "From resources")
	b.Click("colleague", "Nederlands")
	b.Click("colleague", "Neighbours")
	b.Say("colleague", "Good morning")
	b.See("colleague", "Noted")
	b.Say("partner", "Good morning")
	b.See("partner", "Noted")
	for _, scheme := range []string{"light", "dark"} {
		b.Media("prefers-color-scheme", scheme)
		b.Wait(fmt.Sprintf(`matchMedia("(prefers-color-scheme: %s)").matches`, scheme))
		b.Shot(scheme)
		if faint := b.Get(contrast); faint != "" {
			t.Errorf("too faint in %s:\n%s", scheme, strings.TrimSpace(faint))
		}
	}
}
