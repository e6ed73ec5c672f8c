package classroom

import (
	"net"
	"net/netip"
	"strings"
)

// isKnownHost reports whether a Host field is one the poll is served under. A foreign site can make its own name resolve to this
// machine (DNS rebinding), and would then count as the same origin; an IP address cannot be taken over like that.
func (c *Classroom) isKnownHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	return c.hostNames[strings.ToLower(strings.TrimSuffix(host, "."))]
}
