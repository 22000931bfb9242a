package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// composed is compose.yaml, as far as the tests hold it to something.
type composed struct {
	Services map[string]struct {
		Build       string
		Image       string
		Command     []string
		EnvFile     string `yaml:"env_file"`
		Environment map[string]string
		Ports       []string
		ReadOnly    bool `yaml:"read_only"`
		Volumes     []string
		DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
		Healthcheck struct{ Test []string }
	}
	Volumes map[string]any
}

func readComposed(t *testing.T) (c composed) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "compose.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestCompose holds compose.yaml to what the program and its image are.
func TestCompose(t *testing.T) {
	c := readComposed(t)
	b, m := c.Services["bot"], c.Services["mongo"]
	if wrong := wrongCommand("visesbot "+strings.Join(b.Command, " "), ""); wrong != "" || !b.ReadOnly {
		t.Errorf("the bot is run as %q: %s; read-only: %v", b.Command, wrong, b.ReadOnly)
	}
	image := stages(t)
	if health := find(image[1], "HEALTHCHECK"); !strings.Contains(health, `["/visesbot", "health"]`) {
		t.Errorf("the image asks %q", health)
	}
	if b.DependsOn["mongo"].Condition != "service_healthy" || len(m.Healthcheck.Test) == 0 {
		t.Errorf("the bot does not wait for MongoDB: %+v, %+v", b.DependsOn, m.Healthcheck)
	}
	if !slices.Contains(m.Command, "--replSet") || !strings.Contains(strings.Join(m.Healthcheck.Test, " "), "rs.initiate") {
		t.Errorf("there is no replica set: %q", m.Command)
	}
	if strings.Count(b.Environment["VISESBOT_STORE"], "mongodb://mongo:27017/") != 1 {
		t.Errorf("the store is %q", b.Environment["VISESBOT_STORE"])
	}
	used := map[string]bool{}
	for name, s := range c.Services {
		for _, port := range s.Ports {
			if !strings.HasPrefix(port, "127.0.0.1:") || name != "bot" {
				t.Errorf("%s: port %s can be reached from outside", name, port)
			}
		}
		if tag := regexp.MustCompile(`:\d`); s.Build == "" && !tag.MatchString(s.Image) {
			t.Errorf("%s: the image %s has no version", name, s.Image)
		}
		for _, v := range s.Volumes {
			volume, _, _ := strings.Cut(v, ":")
			used[volume] = true
		}
	}
	if diff := slices.Compare(slices.Sorted(maps.Keys(used)), slices.Sorted(maps.Keys(c.Volumes))); diff != 0 {
		t.Errorf("used are the volumes %v, and there are %v", used, c.Volumes)
	}
}

// TestEnvExample holds that .env.example has every variable that a service may
// want, and no other.
func TestEnvExample(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, ".env.example"))
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^([A-Z_]+)=(.*)$`).FindAllStringSubmatch(string(text), -1) {
		has[m[1]] = true
		if m[2] != "" {
			t.Errorf("%s is filled in", m[1])
		}
	}
	wants := map[string]bool{}
	for name := range variables(t) {
		if regexp.MustCompile(`^(TELEGRAM|SLACK|VISESBOT)_`).MatchString(name) && name != "VISESBOT_STORE" {
			wants[name] = true
		}
	}
	for name := range wants {
		if !has[name] {
			t.Errorf(".env.example lacks %s", name)
		}
	}
	for name := range has {
		if !wants[name] {
			t.Errorf(".env.example has %s, which nothing reads", name)
		}
	}
	if len(wants) < 10 {
		t.Errorf("the program reads only %v", wants)
	}
}
