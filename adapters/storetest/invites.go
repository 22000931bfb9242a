package storetest

import (
	"errors"
	"slices"
	"strconv"
	"sync"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
)

// inviteTaken lets many open one invitation in the same moment: the store gives
// it to one of them, and tells all others who that is.
func inviteTaken(t *testing.T, site Site) {
	l := newLab(t, site)
	l.ok(l.store.PutInvite(l.ctx(), "c1", flows.Invite{Dossier: "d1", Once: true}), "put")
	const many = 8
	seen := make([]string, many)
	var all sync.WaitGroup
	for n := range many {
		all.Go(func() {
			i, err := l.store.ChangeInvite(l.ctx(), "c1", func(i flows.Invite) (flows.Invite, bool) {
				if i.Used != "" {
					return i, false
				}
				i.Used = "test:" + strconv.Itoa(n)
				return i, true
			})
			if err != nil {
				t.Errorf("change: %v", err)
			}
			seen[n] = i.Used
		})
	}
	all.Wait()
	l.reopen()
	kept, err := l.store.Invite(l.ctx(), "c1")
	l.ok(err, "invite")
	for n, used := range seen {
		if used != kept.Used || used == "" {
			t.Errorf("%d was told it is %q's, and kept is %q", n, used, kept.Used)
		}
	}
}

func invitesListed(t *testing.T, site Site) {
	l := newLab(t, site)
	none := func(i flows.Invite) (flows.Invite, bool) { return i, true }
	if _, err := l.store.ChangeInvite(l.ctx(), "none", none); !errors.Is(err, bot.ErrNotFound) {
		t.Fatalf("an unknown code gives %v", err)
	}
	var one, two flows.Invite
	fill(&one, 1)
	fill(&two, 50)
	l.ok(l.store.PutInvite(l.ctx(), "b", one), "put")
	l.ok(l.store.PutInvite(l.ctx(), "a", flows.Invite{}), "put")
	got, err := l.store.ChangeInvite(l.ctx(), "a", func(flows.Invite) (flows.Invite, bool) { return two, true })
	l.ok(err, "change")
	same(t, got, two)
	got, err = l.store.ChangeInvite(l.ctx(), "b", func(i flows.Invite) (flows.Invite, bool) { return two, false })
	l.ok(err, "leave")
	same(t, got, one)
	l.reopen()
	var codes []string
	err = l.store.Invites(l.ctx(), func(code string, i flows.Invite) error {
		codes = append(codes, code)
		want := one
		if code == "a" {
			want = two
		}
		same(t, i, want)
		return nil
	})
	l.ok(err, "list")
	if !slices.Equal(codes, []string{"a", "b"}) {
		t.Errorf("listed are %v", codes)
	}
	stop := errors.New("enough")
	if err := l.store.Invites(l.ctx(), func(string, flows.Invite) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("a listing that is stopped gives %v", err)
	}
}
