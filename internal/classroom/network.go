package classroom

import (
	"cmp"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// interfaceAddress is one address of one network interface.
type interfaceAddress struct {
	name string // of the interface
	up   bool
	addr netip.Addr
}

// virtualPrefixes are prefixes of the names of interfaces that no phone is reached through: bridges, containers, tunnels.
var virtualPrefixes = []string{"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "utun", "tun", "tap", "wg", "tailscale", "zt", "lxc", "cni", "podman"}

// Addresses lists this machine's IPv4 addresses that phones may reach, the likeliest first: private ones before others,
// real interfaces before virtual ones, and first the one that traffic leaves this network by.
func Addresses() []netip.Addr {
	return rankAddresses(interfaceAddresses(), outboundAddress())
}

func interfaceAddresses() (all []interfaceAddress) {
	ifaces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	for _, i := range ifaces {
		addrs, err := i.Addrs()
		if err != nil {
			continue
		}
		for _, a := range addrs {
			if p, err := netip.ParsePrefix(a.String()); err == nil {
				all = append(all, interfaceAddress{i.Name, i.Flags&net.FlagUp != 0, p.Addr().Unmap()})
			}
		}
	}
	return all
}

// outboundAddress is the address that a packet to the internet would be sent from. Nothing is sent: a UDP socket only
// asks the system for its route. The address is reserved for documentation (RFC 5737).
func outboundAddress() netip.Addr {
	c, err := net.Dial("udp4", "192.0.2.1:9")
	if err != nil {
		return netip.Addr{}
	}
	defer c.Close()
	return c.LocalAddr().(*net.UDPAddr).AddrPort().Addr().Unmap()
}

func rankAddresses(all []interfaceAddress, out netip.Addr) (found []netip.Addr) {
	points := map[netip.Addr]int{}
	for _, l := range all {
		if !l.up || !l.addr.Is4() || l.addr.IsLoopback() || l.addr.IsLinkLocalUnicast() || l.addr.IsUnspecified() {
			continue
		}
		n := 1
		if l.addr.IsPrivate() {
			n += 4
		}
		if l.addr == out {
			n += 2
		}
		if slices.ContainsFunc(virtualPrefixes, func(v string) bool { return strings.HasPrefix(strings.ToLower(l.name), v) }) {
			n -= 8
		}
		points[l.addr] = n
		found = append(found, l.addr)
	}
	slices.SortStableFunc(found, func(a, b netip.Addr) int { return cmp.Compare(points[b], points[a]) })
	return slices.Compact(found)
}

// Page is where phones open the poll on a machine's address: as short as can be typed.
func Page(at netip.Addr, port int) string {
	u := url.URL{Scheme: "http", Host: netip.AddrPortFrom(at, uint16(port)).String(), Path: "/p"} // an IPv6 address needs brackets
	if port == 80 {
		u.Host = strings.TrimSuffix(u.Host, ":80")
	}
	return u.String()
}

// PublicAddress is an address that was configured for phones to open.
type PublicAddress struct{ url *url.URL }

// ParsePublicAddress reads such an address: "10.0.0.5", "room.example:8080", "https://example.org/class/". The error says what
// is wrong with it.
func ParsePublicAddress(text string) (PublicAddress, error) {
	whole := text
	if at, err := netip.ParseAddr(text); err == nil && at.Is6() {
		whole = "[" + text + "]"
	}
	if !strings.Contains(text, "://") {
		whole = "//" + whole
	}
	u, err := url.Parse(whole)
	if err != nil || u.Hostname() == "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return PublicAddress{}, fmt.Errorf("%q is not an address that phones can open; write it like 192.168.1.23, class.local:8080 or https://example.org/class/", text)
	}
	return PublicAddress{u}, nil
}

// Host is the name or the IP address.
func (n PublicAddress) Host() string { return n.url.Hostname() }

// Origin is what a browser calls the place of a full address; "" where no scheme was given: then it is this server's own.
func (n PublicAddress) Origin() string {
	if n.url.Scheme == "" {
		return ""
	}
	return n.url.Scheme + "://" + n.url.Host
}

// Page is where phones open the poll. The server's port is used where a bare host has none.
func (n PublicAddress) Page(port int) string {
	u := *n.url
	if u.Scheme == "" {
		u.Scheme = "http"
		if u.Port() == "" && port != 80 {
			u.Host = net.JoinHostPort(u.Hostname(), fmt.Sprint(port))
		}
	}
	return strings.TrimSuffix(u.String(), "/") + "/p"
}
