package slack

import (
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestManifest holds that the manifest asks for what the adapter needs, and that
// the page on it says what for.
func TestManifest(t *testing.T) {
	text, err := os.ReadFile("../../deploy/slack/manifest.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		OAuth struct {
			Scopes struct {
				Bot []string `yaml:"bot"`
			} `yaml:"scopes"`
		} `yaml:"oauth_config"`
		Features struct {
			Commands []struct {
				Command string `yaml:"command"`
				Hint    string `yaml:"usage_hint"`
			} `yaml:"slash_commands"`
		} `yaml:"features"`
		Settings struct {
			Events struct {
				Bot []string `yaml:"bot_events"`
			} `yaml:"event_subscriptions"`
		} `yaml:"settings"`
	}
	if err := yaml.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(m.OAuth.Scopes.Bot, scopes()) {
		t.Errorf("the manifest asks for %v, the installation for %v", m.OAuth.Scopes.Bot, scopes())
	}
	page, err := os.ReadFile("../../docs/slack.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, scope := range scopes() {
		if !strings.Contains(string(page), "`"+scope+"`") {
			t.Errorf("docs/slack.md does not say what %s is for", scope)
		}
	}
	if !slices.Equal(m.Settings.Events.Bot, []string{"app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"}) {
		t.Errorf("events: %v", m.Settings.Events.Bot)
	}
	if len(m.Features.Commands) != 1 || m.Features.Commands[0].Command != "/vises" {
		t.Fatalf("commands: %v", m.Features.Commands)
	}
}
