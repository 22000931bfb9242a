package fakeslack

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// Sign signs a body as Slack does: the headers that go with it.
func (s *Server) Sign(body []byte) http.Header {
	at := strconv.FormatInt(s.o.Now().Unix(), 10)
	sum := hmac.New(sha256.New, []byte(s.o.SigningSecret))
	_, _ = sum.Write([]byte("v0:" + at + ":" + string(body)))
	h := http.Header{}
	h.Set("X-Slack-Request-Timestamp", at)
	h.Set("X-Slack-Signature", "v0="+hex.EncodeToString(sum.Sum(nil)))
	return h
}

// body is a delivery as it is posted, with its path and type.
func (d *delivery) body() (path, kind string, body []byte) {
	raw := d.raw
	if raw == nil {
		raw = asJSON(d.payload)
	}
	switch d.kind {
	case kindEvent:
		return "/slack/events", "application/json", raw
	case kindAct:
		return "/slack/interactions", "application/x-www-form-urlencoded", []byte(url.Values{"payload": {string(raw)}}.Encode())
	}
	v := url.Values{}
	if fields, ok := d.payload.(answer); ok {
		for key, value := range fields {
			text, _ := value.(string)
			v.Set(key, text)
		}
	}
	body = []byte(v.Encode())
	if d.raw != nil {
		body = d.raw
	}
	return "/slack/commands", "application/x-www-form-urlencoded", body
}

// post brings something over HTTP, and waits for the answer.
func (s *Server) post(app string, d *delivery) {
	path, kind, body := d.body()
	ctx, cancel := context.WithTimeout(s.ctx, s.o.Ack)
	defer cancel()
	status, answer, err := s.request(ctx, strings.TrimRight(app, "/")+path, kind, body, d)
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case err != nil:
		s.failed(d, "http_timeout")
	case status < 200 || status > 299:
		s.failed(d, "http_error")
	default:
		d.flying = false
		s.land(d, reply{body: answer})
	}
}

func (s *Server) request(ctx context.Context, to, kind string, body []byte, d *delivery) (int, []byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	r.Header = s.Sign(body)
	r.Header.Set("Content-Type", kind)
	if d.attempt > 0 {
		r.Header.Set("X-Slack-Retry-Num", strconv.Itoa(d.attempt))
		r.Header.Set("X-Slack-Retry-Reason", d.reason)
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Do(r)
	if err != nil {
		return 0, nil, err
	}
	defer answer.Body.Close()
	all, err := io.ReadAll(io.LimitReader(answer.Body, bodyMax))
	return answer.StatusCode, all, err
}
