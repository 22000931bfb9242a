package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"

	"visesbot/adapters/web/webtest"
)

// TestBrowserProgramme plays a week of an accompanist: a module goes out and its
// receipt fills up, a silent team is reminded, a digest comes, a friendly word
// goes, and a call for help is answered. With VISESBOT_SHOTS=DIR it leaves the
// picture of the README.
func TestBrowserProgramme(t *testing.T) {
	d := startDemo(t)
	b := webtest.Open(t, d.url, 1400, 900)
	later(b, "monday")
	enrols(b, "staff", "Noor", "recognise you", "Yes")
	enrols(b, "colleague", "Sam", "herkennen", "Nederlands", "Ja")
	pushes(b)
	receives(b)
	finishes(b)
	leaves(b)
	later(b, "days")
	b.See("staff", "A reminder, Atelier Horizon")
	b.Wait(`[...document.querySelectorAll("#pane-staff .item.bot")].at(-1).textContent.includes("Who else will answer the questions?")`)
	b.Wait(inSight("A reminder, Atelier Horizon"))
	later(b, "monday")
	digests(b)
	callsForHelp(b)
}

// enrols goes in, as far as the words that ask for a name, and gives it.
func enrols(b *webtest.Browser, chat, name, asked string, presses ...string) {
	for _, label := range presses {
		b.Click(chat, label)
	}
	b.See(chat, asked)
	b.Say(chat, name)
	b.See(chat, ", "+name+".")
}

func later(b *webtest.Browser, how string) {
	b.Do(chromedp.Click(chromedp.CSS("[data-move=" + how + "]")))
}

// pushes sends a module to the cohort, from the page of the programme.
func pushes(b *webtest.Browser) {
	b.Click("partner", "Programme")
	b.See("partner", "La Passerelle")
	b.Click("partner", "Send a module")
	b.Wait(`document.querySelector(".sheet[open] h2").textContent === "Send a module"`)
	b.Do(chromedp.SendKeys(chromedp.CSS(".sheet select"), "M1"), chromedp.Click(chromedp.CSS(".sheet fieldset input")))
	fill(b, "For our session on Thursday")
	b.See("partner", "The first page of the module")
	b.See("partner", "Goes out: at once")
	b.Shot("summary")
	b.Click("partner .talk", "Send")
	b.See("staff", "For our session on Thursday")
	b.See("colleague", "For our session on Thursday")
	b.See("partner", "received 6/6 · opened")
	b.Do(webtest.JS(`window.receipt = ` + receiptCards + `[0]`))
}

// receiptCards are the cards that tell what became of a push.
const receiptCards = `[...document.querySelectorAll("#pane-partner .item.bot")].filter((n) => /received \d+\/\d+ · opened/.test(n.textContent))`

// receipt is true once the receipt says something, in the place where it first
// was; there is no other.
func receipt(b *webtest.Browser, words string) {
	b.Wait(fmt.Sprintf(`receipt.isConnected && receipt.textContent.includes(%q)`, words))
	b.None(receiptCards + `.filter((n) => n !== receipt)`)
}

// receives opens the module on a phone: the receipt says so.
func receives(b *webtest.Browser) {
	receipt(b, "Atelier Horizon (fictional): received 2/2 · opened 0 · finished 0")
	b.Click("staff", "▶ Begin")
	b.See("staff", "M1 · 1/19")
	receipt(b, "Atelier Horizon (fictional): received 2/2 · opened 1 · finished 0")
	receipt(b, "De Kruidentuin (fictief): received 1/1 · opened 0 · finished 0")
	b.Shot("receipt")
}

// finishes follows the module to its end and answers two checks wrong. Two
// enterprises that are not on the page follow it meanwhile: with the phone they
// are four, and the receipt says what was misunderstood.
func finishes(b *webtest.Browser) {
	does := map[int]string{6: "An activity", 7: "We ran eight workshops", 11: "False", 14: "Improving", 15: "Advocating"}
	for page := 1; page < 18; page++ {
		b.See("staff", fmt.Sprintf("M1 · %d/19", page))
		if answer := does[page]; answer != "" {
			b.Click("staff", answer)
			b.Wait(fmt.Sprintf(`/[✗✓] %s/.test(document.querySelector("#pane-staff .talk").textContent)`, answer))
		}
		b.Click("staff", "Next")
	}
	b.Click("staff", "Later, go on with the module")
	b.Click("staff", "✓ Finish the module")
	b.See("staff", "Module M1 finished ✓")
	receipt(b, "Atelier Horizon (fictional): received 2/2 · opened 1 · finished 1")
	receipt(b, "received 6/6 · opened 4 · finished 4")
	receipt(b, "What was misunderstood, at the first answer:")
	receipt(b, "Activity, output or effect?")
	receipt(b, " · wrong: 2/4 · most often: “An activity”")
	receipt(b, "Offer again to those who missed it (2)")
	b.Shot("finished")
}

// leaves goes to a question, and answers nothing.
func leaves(b *webtest.Browser) {
	b.Click("staff", "Answer the questions")
	b.See("staff", "Who else will answer the questions?")
}

// digests waits for the digest, looks at it, and sends a friendly word.
func digests(b *webtest.Browser) {
	b.See("partner", ": digest of ")
	b.Wait(`document.querySelector("#pane-partner figure img[alt*='De Kruidentuin']").naturalWidth > 0`)
	b.See("partner", "De Kruidentuin (fictief): last question P1-16")
	b.See("partner", "La Passerelle (fictif): collection")
	b.Wait(`/M1 \(version \w+\), people: 4, to the end: 4/.test(document.querySelector("#pane-partner .talk").textContent)`)
	b.Wait(inThread("The detail, by enterprise"))
	b.Wait(`!document.querySelector("#pane-partner .talk").textContent.includes("Les Deux Rives (fictif): last question")`)
	b.Wait(inThread("Het Lokaal (fictief): not begun yet"))
	b.Shot("digest")
	b.Click("partner", "Send a nudge")
	b.See("partner", "Who would you like to nudge?")
	b.Click("partner", "Atelier Horizon")
	b.See("staff", "A word from Robin")
	b.Wait(inSight("A word from Robin"))
	b.Shot("nudge")
}

// callsForHelp calls for help at a question; the answer arrives on the phone, and what is
// added there comes back into the thread.
func callsForHelp(b *webtest.Browser) {
	b.Click("staff", "Go on")
	b.Wait(`[...document.querySelectorAll("#pane-staff .item.bot")].at(-1).textContent.includes("Who else will answer the questions?")`)
	b.Click("staff", "⋯ More")
	b.Click("staff", "I need help")
	fill(b, "Does a volunteer count?")
	b.See("partner", "Atelier Horizon (fictional) asks for help")
	b.See("partner", "Does a volunteer count?")
	b.Shot("help")
	b.Click("partner .talk", "Reply")
	b.Do(chromedp.SendKeys(chromedp.CSS("#pane-partner .answer:not([hidden]) textarea"), "Yes, volunteers too."))
	b.Click("partner .talk", "Send")
	b.See("staff", "Yes, volunteers too.")
	b.Shot("answer")
	b.Click("staff", "Answer")
	fill(b, "Then we are five!")
	b.Wait(inThread("Then we are five!"))
	b.Shot("thread")
}

// fill writes into the form that is open, and sends it.
func fill(b *webtest.Browser, text string) {
	b.Wait(`document.querySelector(".sheet[open] textarea")`)
	b.Do(chromedp.SendKeys(chromedp.CSS(".sheet textarea"), text), chromedp.Click(chromedp.CSS(".sheet [type=submit]")))
	b.Wait(`!document.querySelector(".sheet")`)
}

// inSight is true when the newest thing that says so on the first phone can be
// seen as a whole, without scrolling.
func inSight(words string) string {
	return fmt.Sprintf(`(() => {
		const view = document.querySelector("#pane-staff .log").getBoundingClientRect();
		const said = [...document.querySelectorAll("#pane-staff .item")].filter((n) => n.textContent.includes(%q)).at(-1).getBoundingClientRect();
		return said.top >= view.top && said.bottom <= view.bottom;
	})()`, words)
}

// inThread is true when words stand in a thread of the partner's channel.
func inThread(words string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("#pane-partner .replies")].some((n) => n.textContent.includes(%q))`, words)
}
