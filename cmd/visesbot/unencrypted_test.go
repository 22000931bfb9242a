package main

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
)

func TestUnencryptedAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"":                           false,
		"sqlite:visesbot.db":         false,
		"https://api.telegram.org":   false,
		"http://bots.example.org":    true,
		"http://10.0.0.7:8081/hook":  true,
		"http://localhost:8081":      false,
		"http://127.0.0.2/x":         false,
		"http://[::1]:80/x":          false,
		"http://localhost.evil.test": true,
		"mongodb://noor:geheim@db.example.org:27017/vises":          true,
		"mongodb://noor:geheim@db.example.org:27017/vises?tls=true": false,
		"mongodb://db.example.org/vises?replicaSet=a&ssl=true":      false,
		"mongodb://localhost:27017,db.example.org:27017/vises":      true,
		"mongodb://localhost:27017,127.0.0.1:27018/vises?tls=false": false,
		"mongodb://%2Ftmp%2Fmongodb-27017.sock/vises":               false,
		"mongodb+srv://noor:geheim@cluster.example.org/vises?w=1":   false,
	} {
		if got := unencrypted(address); got != want {
			t.Errorf("unencrypted(%q) is %v", address, got)
		}
	}
}

// The warning names the setting, and nothing of what it holds.
func TestUnencryptedIsSaid(t *testing.T) {
	var said bytes.Buffer
	e := &env{getenv: func(name string) string {
		return map[string]string{"VISESBOT_STORE": "mongodb://noor:geheim@db.example.org/vises", "TELEGRAM_API_ENDPOINT": "https://api.example.org"}[name]
	}}
	warnUnencrypted(slog.New(slog.NewTextHandler(&said, nil)), e)
	if n := strings.Count(said.String(), "\n"); n != 1 || !strings.Contains(said.String(), "VISESBOT_STORE") || strings.Contains(said.String(), "geheim") {
		t.Errorf("it says %s", said.String())
	}
}
