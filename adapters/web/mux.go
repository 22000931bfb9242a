package web

import "net/http"

func (a *Adapter) mux() http.Handler {
	m := http.NewServeMux()
	m.Handle("GET /", page())
	m.HandleFunc("GET /js/kinds.js", kinds)
	m.HandleFunc("GET /media/{name...}", a.media)
	m.HandleFunc("GET /files/{id}", a.file)
	m.HandleFunc("GET /api/events", a.events)
	m.Handle("POST /api/start", a.post(a.start))
	m.Handle("POST /api/join", a.post(a.join))
	m.Handle("POST /api/say", a.post(a.say))
	m.Handle("POST /api/press", a.post(a.press))
	m.Handle("POST /api/clock", a.post(a.move))
	m.Handle("POST /api/restart", a.post(a.restart))
	m.HandleFunc("POST /api/form", a.form)
	m.HandleFunc("POST /api/upload", a.upload)
	return m
}
