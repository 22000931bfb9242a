package bot

import (
	"errors"
	"fmt"
	"hash/fnv"
	"runtime"
	"runtime/debug"
	"time"

	"visesbot/flows"
	"visesbot/flows/form"
)

// errRead marks a failure to read, which may pass.
var errRead = errors.New("the store did not answer")

// absent is how long a job waits that is for a channel which this program does
// not have: another one that has it may be started.
const absent = time.Minute

// phrase is a sentence that the bot itself says, when the conversation cannot.
type phrase struct {
	key  string // in Options.Words
	text form.Text
}

// sorry is what is said when a turn failed; it never changes.
func sorry() phrase {
	return phrase{"bot.sorry", form.Text{
		FR: "Désolé, quelque chose s'est mal passé de notre côté. Votre message est conservé ; rien de ce que vous avez répondu n'est perdu. Vous pouvez continuer.",
		NL: "Sorry, er liep iets mis aan onze kant. Je bericht is bewaard en niets van wat jullie antwoordden is verloren. Je kunt gewoon verdergaan.",
		EN: "Sorry, something went wrong on our side. Your message is kept, and nothing you answered is lost. You can simply go on.",
	}}
}

// tooLong is what is said to a message that nobody could read in one go.
func tooLong() phrase {
	return phrase{"bot.too_long", form.Text{
		FR: "Ce message est trop long pour être lu en une fois, et rien n'en a été gardé. Pouvez-vous l'envoyer en plusieurs messages plus courts ?",
		NL: "Dat bericht is te lang om in één keer te lezen; er is niets van bewaard. Kun je het in een paar kortere berichten sturen?",
		EN: "That message is too long to read in one go, and nothing of it was kept. Could you send it as a few shorter messages?",
	}}
}

// plain says a phrase to the person, in the language of the talk, or in all
// where that is not known yet.
func (b *Bot) plain(c Claim, p phrase) []Job {
	text := b.worded(p)
	langs := form.Langs()
	if l := langOf(c); l != "" {
		langs = []string{l}
	}
	m := Message{Card: "x" + name(c), Lang: langs[0], Where: c.Job.Where}
	for _, l := range langs {
		m.Lines = append(m.Lines, flows.Line{Style: flows.Body, Text: text.In(l), Lang: l})
	}
	return []Job{{ID: name(c) + "-x", Kind: JobSend, Due: b.work.Now(), Message: &m}}
}

// worded is the text of a phrase.
func (b *Bot) worded(p phrase) form.Text {
	if text, ok := b.o.Words[p.key]; ok {
		return text
	}
	return p.text
}

func langOf(c Claim) string {
	if c.Session.Lang == "" && c.Job.Event != nil {
		return c.Job.Event.Person.Lang
	}
	return c.Session.Lang
}

// failed is what becomes of a turn that did not succeed: tried again, or given
// up and kept.
func (b *Bot) failed(c Claim, cause error) Outcome {
	limit := b.o.Retry.Steps
	if errors.Is(cause, errRead) {
		limit = b.o.Retry.Reads
	}
	if errors.Is(cause, ErrDamaged) {
		limit = 0
	}
	o := b.again(c, cause, limit)
	if o.Job.Dead && c.Job.Kind == JobUpdate {
		o.Jobs = b.plain(c, sorry())
	}
	return o
}

// again counts an attempt: later, or never when that was the last.
func (b *Bot) again(c Claim, cause error, limit int) Outcome {
	j := c.Job
	j.Attempts++
	j.Error = capped(cause.Error(), 500)
	j.Dead = j.Attempts >= limit
	if !j.Dead {
		j.Due = b.work.Now().Add(b.o.Retry.pause(j.Attempts, seed(c)))
	}
	b.o.Log.Warn("a job failed", "job", j.ID, "kind", j.Kind, "attempts", j.Attempts, "dead", j.Dead, "error", j.Error)
	return Outcome{Job: &j}
}

// seed makes the pauses of different jobs differ.
func seed(c Claim) uint64 {
	h := fnv.New64a()
	fmt.Fprint(h, c.Address, c.Job.ID)
	return h.Sum64()
}

// recovered turns a panic into an error. Its value may hold what a person said,
// so only a fault of the language itself is quoted.
func (b *Bot) recovered(c Claim, err *error) {
	r := recover()
	if r == nil {
		return
	}
	*err = fmt.Errorf("panic of type %T", r)
	if fault, ok := r.(runtime.Error); ok {
		*err = fmt.Errorf("panic: %w", fault)
	}
	b.o.Log.Error("a job panicked", "job", c.Job.ID, "error", *err, "stack", string(debug.Stack()))
}
