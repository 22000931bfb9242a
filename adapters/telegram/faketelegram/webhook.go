package faketelegram

import (
	"bytes"
	"context"
	"crypto/tls"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// webhook is where updates are delivered.
type webhook struct {
	url, secret string
	failed      string // the last error
	ended       chan struct{}
}

// client calls webhooks; any certificate will do, as a self-signed one does on
// Telegram once it was given.
func client() *http.Client {
	return &http.Client{
		Timeout:   30 * time.Second,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableKeepAlives: true},
	}
}

func (s *Server) setWebhook(in params) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hook != nil {
		close(s.hook.ended)
		s.hook = nil
	}
	if in.flag("drop_pending_updates") {
		s.queue.waiting = nil
	}
	if err := s.allow(in); err != nil {
		return nil, err
	}
	to := in.values["url"]
	if to == "" {
		return true, nil
	}
	if err := s.checkHook(to, in.values["secret_token"]); err != nil {
		return nil, err
	}
	if s.queue.conflict != nil {
		close(s.queue.conflict)
		s.queue.conflict = nil
	}
	s.hook = &webhook{url: to, secret: in.values["secret_token"], ended: make(chan struct{})}
	s.deliver()
	return true, nil
}

func (s *Server) checkHook(to, secret string) error {
	u, err := url.Parse(to)
	switch {
	case err != nil || u.Host == "":
		return bad("bad webhook: invalid webhook URL specified")
	case secret != "" && !regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`).MatchString(secret):
		return bad("secret token contains unallowed characters")
	case s.o.AnyWebhook:
		return nil
	case u.Scheme != "https":
		return bad("bad webhook: An HTTPS URL must be provided for webhook")
	case !slices.Contains([]string{"", "443", "80", "88", "8443"}, u.Port()):
		return bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
	}
	return nil
}

func (s *Server) webhookStatus() object {
	out := object{"url": "", "has_custom_certificate": false, "pending_update_count": len(s.queue.waiting)}
	if s.hook != nil {
		out["url"] = s.hook.url
		if s.hook.failed != "" {
			out["last_error_message"] = s.hook.failed
		}
	}
	return out
}

// deliver starts a call for the first update of every chat that has none on its
// way. The lock is held.
func (s *Server) deliver() {
	select {
	case <-s.stop:
		return
	default:
	}
	if s.hook == nil {
		return
	}
	busy := map[int64]bool{}
	for _, u := range s.queue.waiting {
		if !busy[u.chat] && !u.flying {
			u.flying = true
			hook := *s.hook
			s.done.Go(func() { s.fly(hook, u) })
		}
		busy[u.chat] = true
	}
}

// fly brings one update until it is taken, or the webhook is changed.
func (s *Server) fly(hook webhook, u *update) {
	client := client()
	for pause := s.o.Retry; ; pause = min(2*pause, time.Minute) {
		err := post(client, hook, u.wire())
		s.mu.Lock()
		if err == "" {
			u.flying = false
			s.queue.waiting = slices.DeleteFunc(s.queue.waiting, func(other *update) bool { return other == u })
			if !slices.Contains(s.queue.old, u) {
				s.queue.old = append(s.queue.old, u)
			}
			s.changed()
			s.deliver()
			s.mu.Unlock()
			return
		}
		if s.hook != nil {
			s.hook.failed = err
		}
		s.changed()
		s.mu.Unlock()
		if !s.pause(hook, pause) {
			s.mu.Lock()
			u.flying = false
			s.deliver() // to where the webhook is now
			s.mu.Unlock()
			return
		}
	}
}

func (s *Server) pause(hook webhook, d time.Duration) bool {
	wait := time.NewTimer(d)
	defer wait.Stop()
	select {
	case <-wait.C:
		return true
	case <-hook.ended:
	case <-s.stop:
	}
	return false
}

func post(client *http.Client, hook webhook, body []byte) (problem string) {
	r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, hook.url, bytes.NewReader(body))
	if err != nil {
		return err.Error()
	}
	r.Header.Set("Content-Type", "application/json")
	if hook.secret != "" {
		r.Header.Set("X-Telegram-Bot-Api-Secret-Token", hook.secret)
	}
	response, err := client.Do(r)
	if err != nil {
		return "Connection failed"
	}
	defer response.Body.Close()
	if response.StatusCode/100 != 2 {
		return "Wrong response from the webhook: " + response.Status
	}
	return ""
}

func replaceID(text string, id int64) string {
	return strings.ReplaceAll(text, "%d", strconv.FormatInt(id, 10))
}

// Webhook tells where updates go, and what the last error was.
func (s *Server) Webhook() (url, problem string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hook == nil {
		return "", ""
	}
	return s.hook.url, s.hook.failed
}
