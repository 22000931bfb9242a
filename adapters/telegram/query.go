package telegram

import (
	"context"
	"sync"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/flows/form"
)

// queryWait is how long a press spins at most until it is seen what it led to.
const queryWait = 900 * time.Millisecond

// queries are the presses that spin until something is shown: the newest of each
// chat. One after which everything looks as before is answered with a word.
type queries struct {
	mu   sync.Mutex
	open map[int64]*query
}

// query is a press that is not answered yet.
type query struct {
	id, lang string
	word     form.Text // that it is answered with
	end      context.CancelFunc
}

// spin lets a press spin until something else is shown in the chat, for a moment at
// most. It is answered in any case, also when the program stops.
func (a *Adapter) spin(ctx context.Context, chat int64, c *callback) *query {
	waiting, end := context.WithCancel(ctx)
	q := &query{id: c.ID, lang: langOf(c.From), end: end}
	a.queries.mu.Lock()
	if former := a.queries.open[chat]; former != nil {
		former.end()
	}
	if a.queries.open == nil {
		a.queries.open = map[int64]*query{}
	}
	a.queries.open[chat] = q
	a.queries.mu.Unlock()
	a.work.Go(func() {
		a.rest(waiting, queryWait)
		end()
		a.answer(ctx, q.id, a.queries.left(chat, q).In(q.lang))
	})
	return q
}

// left forgets a press, and gives the word that it is answered with.
func (s *queries) left(chat int64, q *query) form.Text {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[chat] == q {
		delete(s.open, chat)
	}
	return q.word
}

// say answers a press with a word, at once.
func (s *queries) say(q *query, word form.Text) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q.word = word
	q.end()
}

// shown ends the spinning in a chat where something was shown. Where that looks as
// before, the press gets a word, unless something else is shown yet.
func (s *queries) shown(chat int64, same bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	q := s.open[chat]
	switch {
	case q == nil:
	case same:
		q.word = unchangedWord()
	default:
		q.word = form.Text{}
		q.end()
	}
}

// answer stops the button from spinning, with a word or without. A query that is
// too old needs no answer any more.
func (a *Adapter) answer(ctx context.Context, query, word string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	p := tgbotapi.Params{"callback_query_id": query}
	p.AddNonEmpty("text", word)
	_, err := a.client.do(ctx, "answerCallbackQuery", p)
	if err != nil && !says(err, "query is too old") {
		a.o.Log.Warn("a button press was not answered", "error", err)
	}
}

// unchangedWord is said to a press after which everything stands as before.
func unchangedWord() form.Text {
	return form.Text{FR: "C'est déjà le cas.", NL: "Staat al zo.", EN: "It stands so already."}
}
