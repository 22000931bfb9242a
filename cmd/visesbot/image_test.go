//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// instruction is one line of the Dockerfile.
type instruction struct{ word, rest string }

// stages reads the Dockerfile: what is done in each stage.
func stages(t *testing.T) (all [][]instruction) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(string(text), "\\\n", " "), "\n") {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case word == "" || strings.HasPrefix(word, "#"):
			continue
		case word == "FROM":
			all = append(all, nil)
		}
		last := len(all) - 1
		all[last] = append(all[last], instruction{word, strings.TrimSpace(rest)})
	}
	return all
}

func find(stage []instruction, word string) string {
	at := slices.IndexFunc(stage, func(i instruction) bool { return i.word == word })
	if at < 0 {
		return ""
	}
	return stage[at].rest
}

// listed reads an instruction that is written as a list.
func listed(t *testing.T, text string) (list []string) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &list); err != nil || len(list) == 0 {
		t.Fatalf("%q is no list: %v", text, err)
	}
	return list
}

// TestImage builds the image as the Dockerfile says, but for the containers: the
// build steps are run as they stand in it, in a copy of the project; what is
// copied into the image is put into a folder; and the program runs there, as root
// of its file system and without rights where we may do so, answers its health
// check, and ends when it is told to.
func TestImage(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Skip("builds the whole image: only in CI")
	}
	s := stages(t)
	if len(s) != 2 || find(s[1], "FROM") != "scratch" {
		t.Fatalf("there are %d stages", len(s))
	}
	src := t.TempDir()
	copyTree(t, src)
	for _, i := range s[0] {
		if i.word == "RUN" {
			step := exec.CommandContext(t.Context(), "sh", "-c", i.rest)
			step.Dir = src
			if out, err := step.CombinedOutput(); err != nil {
				t.Fatalf("RUN %s: %v\n%s", i.rest, err, out)
			}
		}
	}
	image := t.TempDir()
	for _, i := range s[1] {
		if i.word == "COPY" {
			copyIn(t, i.rest, find(s[0], "WORKDIR"), src, image)
		}
	}
	runImage(t, s[1], image)
}

// copyTree copies the project, as .dockerignore lets it.
func copyTree(t *testing.T, to string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, ".dockerignore"))
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"-C", root, "-c"}
	for _, name := range strings.Fields(string(text)) {
		args = append(args, "--exclude=./"+name)
	}
	pack, unpack := exec.Command("tar", append(args, ".")...), exec.Command("tar", "-C", to, "-x")
	if unpack.Stdin, err = pack.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := unpack.Start(); err != nil {
		t.Fatal(err)
	}
	if err := pack.Run(); err != nil {
		t.Fatal(err)
	}
	if err := unpack.Wait(); err != nil {
		t.Fatal(err)
	}
}

// copyIn does a COPY from the stage that was built in src, where the Dockerfile
// says workdir. What belongs to the machine that builds comes from this one.
func copyIn(t *testing.T, args, workdir, src, image string) {
	t.Helper()
	words := slices.DeleteFunc(strings.Fields(args), func(w string) bool { return strings.HasPrefix(w, "--") })
	if len(words) != 2 {
		t.Fatalf("COPY %s", args)
	}
	from, to := words[0], filepath.Join(image, words[1])
	if below, ok := strings.CutPrefix(from, workdir+"/"); ok {
		from = filepath.Join(src, below)
	} else if _, err := os.Stat(from); err != nil {
		return // there are no certificates here
	}
	if strings.HasSuffix(words[1], "/") {
		to = filepath.Join(to, filepath.Base(from))
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("cp", "-R", from, to).CombinedOutput(); err != nil {
		t.Fatalf("COPY %s: %v %s", args, err, out)
	}
}

// inImage makes a command that runs in the image, as its user if we are root.
func inImage(t *testing.T, stage []instruction, image string, args []string) *exec.Cmd {
	t.Helper()
	c := exec.Command(filepath.Join(image, args[0]), args[1:]...)
	c.Env, c.Dir = []string{"PATH=/"}, filepath.Join(image, find(stage, "WORKDIR"))
	if os.Getuid() != 0 {
		return c
	}
	if find(stage, "USER") != "65532:65532" {
		t.Fatalf("the user is %s", find(stage, "USER"))
	}
	c.Path, c.Dir = args[0], find(stage, "WORKDIR")
	c.SysProcAttr = &syscall.SysProcAttr{Chroot: image, Credential: &syscall.Credential{Uid: 65532, Gid: 65532}}
	return c
}

// runImage runs the program as the image does, on another port.
func runImage(t *testing.T, stage []instruction, image string) {
	t.Helper()
	addr := freeAddr(t)
	at := func(args []string) []string {
		for i, a := range args {
			args[i] = strings.Replace(a, "0.0.0.0:8080", addr, 1)
		}
		return args
	}
	if os.Getuid() == 0 {
		reachable(t, image)
	}
	out := &loud{}
	c := inImage(t, stage, image, at(append(listed(t, find(stage, "ENTRYPOINT")), listed(t, find(stage, "CMD"))...)))
	c.Stdout, c.Stderr = out, out
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() })
	_, check, _ := strings.Cut(find(stage, "HEALTHCHECK"), "CMD ")
	var said bytes.Buffer
	eventually(t, "it is well", func() bool {
		said.Reset()
		ask := inImage(t, stage, image, append(listed(t, check), "--addr", addr))
		ask.Stdout, ask.Stderr = &said, &said
		return ask.Run() == nil
	})
	begun := time.Now()
	if err := c.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Errorf("it ended with %v: %s", err, out)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it took %v to end", took)
	}
}

// reachable lets the image's user reach the image, and write into /data alone.
func reachable(t *testing.T, image string) {
	t.Helper()
	for _, folder := range []string{filepath.Dir(image), image} {
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chown(filepath.Join(image, "data"), 65532, 65532); err != nil {
		t.Fatal(err)
	}
}
