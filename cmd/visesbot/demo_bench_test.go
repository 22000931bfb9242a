package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkFirstPage measures the demo from the start of the built program until
// its first page is answered.
func BenchmarkFirstPage(b *testing.B) {
	program := filepath.Join(b.TempDir(), "visesbot")
	if out, err := exec.CommandContext(b.Context(), "go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("build the program: %v\n%s", err, out)
	}
	b.ResetTimer()
	for range b.N {
		firstPage(b, program)
	}
}

func firstPage(b *testing.B, program string) {
	c := exec.CommandContext(b.Context(), program, "demo", "--addr", "127.0.0.1:0")
	said, err := c.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	line := make([]byte, 1000)
	n, err := io.ReadAtLeast(said, line, 40)
	if err != nil {
		b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(line[:n]), "open ")
	url, _, _ := strings.Cut(rest, " ")
	answer, err := (&http.Client{Timeout: 5 * time.Second}).Get(url)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		b.Fatalf("the first page is %s: %v", answer.Status, err)
	}
	b.StopTimer()
	_ = answer.Body.Close()
	_ = c.Process.Signal(os.Interrupt)
	_ = c.Wait() // it says that it was stopped
	b.StartTimer()
}
