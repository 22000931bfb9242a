package faketelegram

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// refusal is an error as Telegram tells it.
type refusal struct {
	code        int
	description string
	retryAfter  int
	movedTo     int64
}

func (r *refusal) Error() string { return r.description }

func refuse(code int, description string) error {
	return &refusal{code: code, description: description}
}

// bad is a Bad Request.
func bad(format string, args ...any) error {
	return refuse(http.StatusBadRequest, "Bad Request: "+fmt.Sprintf(format, args...))
}

func forbidden(why string) error { return refuse(http.StatusForbidden, "Forbidden: "+why) }

func tooMany(seconds int) error {
	return &refusal{
		code: http.StatusTooManyRequests, retryAfter: seconds,
		description: fmt.Sprintf("Too Many Requests: retry after %d", seconds),
	}
}

// write sends a result or a refusal in the envelope of the Bot API.
func write(w http.ResponseWriter, result any, err error) {
	code, body := envelope(result, err)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_, _ = w.Write(body)
}

func envelope(result any, err error) (int, []byte) {
	if err == nil {
		return http.StatusOK, marshal(object{"ok": true, "result": result})
	}
	var r *refusal
	if !errors.As(err, &r) {
		r = &refusal{code: http.StatusInternalServerError, description: "Internal Server Error: " + err.Error()}
	}
	out := object{"ok": false, "error_code": r.code, "description": r.description}
	switch {
	case r.retryAfter > 0:
		out["parameters"] = object{"retry_after": r.retryAfter}
	case r.movedTo != 0:
		out["parameters"] = object{"migrate_to_chat_id": r.movedTo}
	}
	return r.code, marshal(out)
}

// object is a JSON object.
type object map[string]any

func marshal(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // everything here is made of maps and texts
	}
	return text
}
