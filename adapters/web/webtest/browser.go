// Package webtest tries a page in a headless Chromium, by what a person sees:
// visible buttons, the text box, the words of a chat. It is for tests; the page
// itself is in package web.
package webtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Browser is one window of a headless Chromium that looks at a page.
type Browser struct {
	t   testing.TB
	ctx context.Context

	mu       sync.Mutex
	troubles []string
}

// chromium finds the browser. Without one the test is skipped with a word, but
// never on the machine that decides.
func chromium(t testing.TB) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("no Chromium found: install chromium, the page has to be tried in a browser")
	}
	t.Skip("no Chromium found: the page is not tried in a browser (install chromium to do so)")
	return ""
}

// Open opens a page in a window of that size, and waits for its chats. What the
// console complains of until the end fails the test.
func Open(t testing.TB, url string, width, height int64) *Browser {
	path := chromium(t)
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("headless", "new"), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("lang", "en-GB"), chromedp.Env("LANGUAGE=en_GB"),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &Browser{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	b.Do(chromedp.EmulateViewport(width, height), chromedp.Navigate(url))
	b.Wait(`document.querySelectorAll(".pane").length >= 3`)
	t.Cleanup(b.quiet)
	return b
}

// quiet holds that the console had nothing to complain of.
func (b *Browser) quiet() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, trouble := range b.troubles {
		b.t.Errorf("the console says: %s", trouble)
	}
}

// Forgive takes what the test itself provoked off the list.
func (b *Browser) Forgive(words string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.troubles = slices.DeleteFunc(b.troubles, func(s string) bool { return strings.Contains(s, words) })
}

// listen keeps every error of the console.
func (b *Browser) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		b.troubles = append(b.troubles, fmt.Sprintf("%s %+v", ev.ExceptionDetails.Text, ev.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		if ev.Type == runtime.ConsoleAPICalledTypeError || ev.Type == runtime.ConsoleAPICalledTypeWarning {
			b.troubles = append(b.troubles, fmt.Sprint(ev.Args))
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.EntryLevelError {
			b.troubles = append(b.troubles, ev.Entry.Text+" "+ev.Entry.URL)
		}
	}
}
