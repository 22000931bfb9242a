package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// kills is how often the program is killed.
const kills = 200

// TestKill starts this test program again and again as a bot under load, and
// kills it with SIGKILL at random moments. In the end every update that it had
// acknowledged was acted on once, and the file is sound.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "visesbot.db")
	r := rand.New(rand.NewPCG(2, 200))
	var acked, last []string
	for n := range kills {
		last = live(t, path, n, last, 1+r.IntN(20), time.Duration(r.IntN(3_000))*time.Microsecond)
		acked = append(acked, last...)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := (&load{store: s}).drain(); err != nil {
		t.Fatal(err)
	}
	if err := CheckFile(s.path); err != nil {
		t.Error(err)
	}
	t.Logf("%d kills, %d updates acknowledged", kills, len(acked))
	once(t, s, acked)
}

// live runs one life of the program, which first is given again what it
// acknowledged last, and returns what it acknowledges in this one. It is killed
// some time after so many acknowledgements.
func live(t *testing.T, path string, n int, again []string, enough int, after time.Duration) (acked []string) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChild$", "-test.count=1")
	child.Env = append(os.Environ(), "VISESBOT_TEST_STORE="+path, fmt.Sprintf("VISESBOT_TEST_LIFE=%d", n))
	child.Stdin = strings.NewReader(strings.Join(again, "\n"))
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewReader(out); ; {
		line, err := lines.ReadString('\n')
		if err != nil {
			break // an unfinished line acknowledges nothing
		}
		id, ok := strings.CutPrefix(strings.TrimSpace(line), "ack ")
		if !ok {
			t.Fatalf("the program said: %s", line)
		}
		acked = append(acked, id)
		if len(acked) == enough {
			time.AfterFunc(after, func() { _ = child.Process.Kill() })
		}
	}
	if err := child.Wait(); err == nil || err.Error() != "signal: killed" {
		t.Fatalf("life %d ended by itself: %v", n, err)
	}
	return acked
}

// once wants every acknowledged update to be recorded once, the others at most
// once, and those of one life of one conversation in order.
func once(t *testing.T, s *Store, acked []string) {
	t.Helper()
	times := map[string]int{}
	highest := map[string]int{}
	for d := range talks / 2 {
		all, err := s.Records(context.Background(), fmt.Sprintf("d%d", d))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			times[r.Reason]++
			var life, n int
			var talk string
			if _, err := fmt.Sscanf(r.Reason, "%s %d-%d", &talk, &life, &n); err != nil {
				t.Fatalf("record %q: %v", r.Reason, err)
			}
			if key := fmt.Sprint(talk, life); n < highest[key] {
				t.Errorf("%s was acted on after %d", r.Reason, highest[key])
			} else {
				highest[key] = n
			}
		}
	}
	for _, id := range acked {
		if times[id] == 0 {
			t.Errorf("%s was acknowledged and is lost", id)
		}
	}
	for id, n := range times {
		if n > 1 {
			t.Errorf("%s was acted on %d times", id, n)
		}
	}
}
