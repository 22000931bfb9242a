package channels

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// standins is the folder into which npm has installed the stand-ins. A machine
// that has none does without, unless it decides.
func standins(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("VISESBOT_STANDINS")
	if folder == "" && os.Getenv("CI") == "" {
		t.Skip("uninstalled")
	}
	for _, name := range []string{"local-slack-linux-x64", "telegram-test-api"} {
		if _, err := os.Stat(filepath.Join(folder, "node_modules", name)); folder == "" || err != nil {
			t.Fatalf("%s is not below VISESBOT_STANDINS=%q: make standins installs it", name, folder)
		}
	}
	return folder
}

// launch starts a program, and waits for a line of its output that holds a mark.
// The program is ended with the test.
func launch(t *testing.T, mark string, name string, args ...string) (line string) {
	t.Helper()
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "NODE_ENV=production")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	said := &loud{}
	c.Stderr = said
	if _, err := c.StdinPipe(); err != nil { // held open while the test runs
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatalf("start the stand-in: %v", err)
	}
	found, ended := make(chan string, 1), make(chan struct{})
	go func() {
		defer close(ended)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			fmt.Fprintln(said, lines.Text())
			if strings.Contains(lines.Text(), mark) {
				select {
				case found <- lines.Text():
				default:
				}
			}
		}
	}()
	t.Cleanup(func() { end(t, c, ended) })
	select {
	case line = <-found:
	case <-ended:
		t.Fatalf("%s ended: %s", name, said)
	case <-time.After(patience):
		t.Fatalf("%s does not start: %s", name, said)
	}
	return line
}

// end asks a program to end, by its process id, and insists if it does not.
func end(t *testing.T, c *exec.Cmd, ended <-chan struct{}) {
	t.Helper()
	_ = c.Process.Signal(syscall.SIGTERM)
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		_ = c.Process.Kill()
		<-ended
	}
	var exit *exec.ExitError
	if err := c.Wait(); err != nil && !errors.As(err, &exit) {
		t.Errorf("end %s: %v", c.Path, err)
	}
}

// ask calls a stand-in with JSON, or without anything, and reads what it says.
func ask(url string, with, into any) error {
	method, body := http.MethodGet, io.Reader(nil)
	if with != nil {
		text, err := json.Marshal(with)
		if err != nil {
			return err
		}
		method, body = http.MethodPost, bytes.NewReader(text)
	}
	r, err := http.NewRequest(method, url, body)
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	client := http.Client{Timeout: patience}
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(answer.Body)
		return fmt.Errorf("%s: %s: %s", url, answer.Status, text)
	}
	if into == nil {
		return nil
	}
	return json.NewDecoder(answer.Body).Decode(into)
}

// reached waits until a channel talks with its platform: what people do before,
// a stand-in does not bring later.
func reached(channel interface{ Ready() error }) error {
	for end := time.Now().Add(patience); channel.Ready() != nil; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			return channel.Ready()
		}
	}
	return nil
}

// loud keeps what is written.
type loud struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *loud) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *loud) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
