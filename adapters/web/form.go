package web

import (
	"encoding/json"
	"errors"
	"net/http"

	"visesbot/bot"
	"visesbot/flows"
)

// sheet is a form as the page is told of it.
type sheet struct {
	Lang   string       `json:"lang"`
	Title  string       `json:"title"`
	Submit string       `json:"submit"`
	Lines  []flows.Line `json:"lines,omitempty"`
	Fields []field      `json:"fields"`
}

type field struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"`
	Label    string   `json:"label"`
	Hint     string   `json:"hint,omitempty"`
	Options  []option `json:"options,omitempty"`
	Value    []string `json:"value,omitempty"`
	Optional bool     `json:"optional,omitempty"`
}

type option struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// form tells the form that a button opens. Where it opens none, the page presses
// it like any other.
func (a *Adapter) form(w http.ResponseWriter, r *http.Request) {
	q, err := read(w, r)
	if err != nil {
		answer(w, err)
		return
	}
	c, ok := a.chat(q.Chat)
	if !ok || q.Data == "" || len(q.Data) > 64 {
		answer(w, refused(http.StatusBadRequest, "bad-request"))
		return
	}
	if a.config.Forms == nil {
		answer(w, refused(http.StatusNotFound, "no-form"))
		return
	}
	f, err := a.config.Forms.Form(r.Context(), a.address(c.Name), q.Data)
	if errors.Is(err, bot.ErrNotFound) {
		err = refused(http.StatusNotFound, "no-form")
	}
	if err != nil {
		answer(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(sheetOf(f))
}

func sheetOf(f bot.Form) sheet {
	s := sheet{Lang: f.Lang, Title: f.Title, Submit: f.Submit, Lines: f.Lines, Fields: []field{}}
	for _, asked := range f.Fields {
		one := field{
			ID: asked.ID, Kind: string(asked.Kind), Label: asked.Label, Hint: asked.Hint, Value: asked.Value, Optional: asked.Optional,
		}
		for _, o := range asked.Options {
			one.Options = append(one.Options, option{o.ID, o.Label})
		}
		s.Fields = append(s.Fields, one)
	}
	return s
}
