package classroom

import (
	"net"
	"net/netip"
	"strings"
)

// named reports whether a Host field is one the poll is served under. A foreign site can make its own name lead to this
// machine (DNS rebinding), and would then pass for the same origin: an IP address cannot be had like that.
func (c *Classroom) named(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	return c.names[strings.ToLower(strings.TrimSuffix(host, "."))]
}
