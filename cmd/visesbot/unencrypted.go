package main

import (
	"log/slog"
	"net"
	"net/url"
	"strings"
)

// warnUnencrypted names the settings that let what people say, or a token, go over
// a network for everybody to read.
func warnUnencrypted(log *slog.Logger, e *env) {
	addresses := map[string]string{"VISESBOT_STORE": e.storeURI()}
	for _, name := range []string{"TELEGRAM_API_ENDPOINT", "TELEGRAM_WEBHOOK_URL", "SLACK_API_URL", "SLACK_REDIRECT_URL"} {
		addresses[name] = e.getenv(name)
	}
	for name, address := range addresses {
		if unencrypted(address) {
			log.Warn("an address is not encrypted: use https, and tls=true for MongoDB, unless the network is your own", "setting", name)
		}
	}
}

// unencrypted tells whether what is sent to an address can be read on the way.
// Nobody reads along on the computer itself.
func unencrypted(address string) bool {
	scheme, rest, _ := strings.Cut(address, "://")
	rest, query, _ := strings.Cut(rest, "?")
	options, _ := url.ParseQuery(query)
	if scheme != "http" && scheme != "mongodb" || options.Get("tls") == "true" || options.Get("ssl") == "true" {
		return false
	}
	hosts, _, _ := strings.Cut(rest, "/")
	for host := range strings.SplitSeq(hosts[strings.LastIndex(hosts, "@")+1:], ",") {
		if !isLoopback(host) {
			return true
		}
	}
	return false
}

// isLoopback tells whether a host, with or without a port, is this computer. A socket
// in the file system is written with its slashes escaped.
func isLoopback(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	return name == "localhost" || net.ParseIP(name).IsLoopback() || strings.HasPrefix(strings.ToUpper(name), "%2F")
}
