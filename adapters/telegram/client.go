package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// answerMax is how much of an answer is read: a hundred updates are far less.
const answerMax = 32 << 20

// client makes the calls. The token stands in the address of each, so every
// error that leaves here is cleaned of it.
type client struct {
	api   tgbotapi.BotAPI
	http  *http.Client
	base  string
	token string
	call  time.Duration
}

func newClient(o Options) *client {
	c := &client{base: o.Endpoint, token: o.Token, call: o.Call}
	c.http = &http.Client{
		Transport:     o.Transport,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // the token goes nowhere else
	}
	c.api.Token = o.Token
	c.api.SetAPIEndpoint(strings.ReplaceAll(o.Endpoint, "%", "%%") + "/bot%s/%s")
	return c
}

// bound makes requests under a context, which the library cannot, and keeps the
// status, which it forgets.
type bound struct {
	ctx    context.Context
	http   *http.Client
	status int
}

// Do makes one request.
func (b *bound) Do(r *http.Request) (*http.Response, error) {
	response, err := b.http.Do(r.WithContext(b.ctx))
	if err != nil {
		return nil, err
	}
	b.status = response.StatusCode
	response.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(response.Body, answerMax), response.Body}
	return response, nil
}

// do calls a method within the time that a call may take.
func (c *client) do(ctx context.Context, method string, p tgbotapi.Params, files ...tgbotapi.RequestFile) (json.RawMessage, error) {
	return c.within(ctx, c.call, method, p, files...)
}

func (c *client) within(ctx context.Context, most time.Duration, method string, p tgbotapi.Params, files ...tgbotapi.RequestFile) (json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	b := &bound{ctx: ctx, http: c.http}
	api := c.api
	api.Client = b
	var answer *tgbotapi.APIResponse
	var err error
	if len(files) > 0 {
		answer, err = api.UploadFiles(method, p, files)
	} else {
		answer, err = api.MakeRequest(method, p)
	}
	if err != nil {
		return nil, c.problem(method, b.status, err)
	}
	return answer.Result, nil
}

// into calls a method and reads its result.
func (c *client) into(ctx context.Context, result any, method string, p tgbotapi.Params) error {
	raw, err := c.do(ctx, method, p)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, result); err != nil {
		return fmt.Errorf("telegram %s: read the answer: %w", method, err)
	}
	return nil
}

// get fetches a file, which the caller closes.
func (c *client) get(ctx context.Context, path string) (io.ReadCloser, error) {
	address := c.base + "/file/bot" + c.token + "/" + (&url.URL{Path: path}).EscapedPath()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, c.clean("fetch a file", err)
	}
	response, err := c.http.Do(r)
	if err != nil {
		return nil, c.clean("fetch a file", err)
	}
	if response.StatusCode != http.StatusOK {
		_ = response.Body.Close()
		return nil, &problem{method: "fetch a file", code: response.StatusCode, message: response.Status}
	}
	return response.Body, nil
}

// problem makes of whatever the library returns an error that can be read and
// shown.
func (c *client) problem(method string, status int, err error) error {
	var refusal *tgbotapi.Error
	if !errors.As(err, &refusal) {
		return c.clean(method, err)
	}
	p := &problem{
		method: method, code: refusal.Code, message: c.without(refusal.Message),
		after: time.Duration(refusal.RetryAfter) * time.Second, movedTo: refusal.MigrateToChatID,
	}
	if p.code == 0 { // an upload
		p.code = status
	}
	return p
}

// clean takes the address out of an error, and the token wherever else it is.
func (c *client) clean(method string, err error) error {
	var address *url.Error
	if errors.As(err, &address) {
		err = address.Err
	}
	if strings.Contains(err.Error(), c.token) {
		err = errors.New(c.without(err.Error()))
	}
	return fmt.Errorf("telegram %s: %w", method, err)
}

func (c *client) without(s string) string { return strings.ReplaceAll(s, c.token, "***") }
