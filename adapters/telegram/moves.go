package telegram

import "sync"

// moves are the groups that became supergroups since the program started.
type moves struct {
	mu  sync.Mutex
	to  map[int64]int64
	was map[int64]int64
}

// now is what a chat is called today.
func (m *moves) now(chat int64) int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	if to, ok := m.to[chat]; ok {
		return to
	}
	return chat
}

// first is what a chat was called when its conversation began.
func (m *moves) first(chat int64) int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	if was, ok := m.was[chat]; ok {
		return was
	}
	return chat
}

// learn notes a move, and tells whether it is news.
func (m *moves) learn(from, to int64) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if from == 0 || to == 0 || m.to[from] == to {
		return false
	}
	if m.to == nil {
		m.to, m.was = map[int64]int64{}, map[int64]int64{}
	}
	m.to[from], m.was[to] = to, from
	return true
}

// moved notes that a group has another id now, and tells of it once.
func (a *Adapter) moved(from, to int64) {
	if !a.moves.learn(from, to) {
		return
	}
	a.o.Log.Info("a group on Telegram became a supergroup")
	if a.o.Moved != nil {
		a.o.Moved(addressOf(from), addressOf(to))
	}
}
