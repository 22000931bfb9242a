package web

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// policy lets the page use nothing but itself; blob: shows a picture before it
// was sent.
const policy = "default-src 'self'; img-src 'self' blob:; object-src 'none'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// hosts are the names under which this page may be asked for. Any other name
// in a request is somebody else's page that was made to point here.
type hosts struct {
	given string
	any   bool // listening everywhere: any address in digits, never a name
}

func hostsOf(addr string) hosts {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		host = addr
	}
	ip := net.ParseIP(host)
	return hosts{given: strings.ToLower(host), any: host == "" || ip != nil && ip.IsUnspecified()}
}

func (h hosts) allow(hostport string) bool {
	host := (&url.URL{Host: hostport}).Hostname()
	ip := net.ParseIP(host)
	switch {
	case host == "":
		return false
	case strings.EqualFold(host, "localhost"), strings.EqualFold(host, h.given):
		return true
	}
	return ip != nil && (ip.IsLoopback() || h.any)
}

// own tells whether the request comes from this very page, or from no page.
func (h hosts) own(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); r.Method != http.MethodGet && site == "cross-site" {
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	from, err := url.Parse(origin)
	return err == nil && strings.EqualFold(from.Host, r.Host)
}

// guard refuses foreign hosts and origins, and sets the headers that keep the
// page to itself.
func (a *Adapter) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		if !a.hosts.allow(r.Host) || !a.hosts.own(r) {
			http.Error(w, "this page is asked for under a foreign name: open it at the address that visesbot demo printed", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
