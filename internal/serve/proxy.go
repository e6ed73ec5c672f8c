package serve

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// Proxies are the machines whose word on a reader's address and scheme counts.
type Proxies []netip.Prefix

// ParseProxies reads a list of addresses and networks, like "loopback, 10.0.0.0/8, 2001:db8::1"; "none" is nobody.
func ParseProxies(text string) (all Proxies, err error) {
	for name := range strings.SplitSeq(text, ",") {
		name = strings.TrimSpace(name)
		switch name {
		case "none", "":
			continue
		case "loopback":
			all = append(all, netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128"))
			continue
		case "private":
			for _, network := range []string{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"} {
				all = append(all, netip.MustParsePrefix(network))
			}
			continue
		}
		if a, err := netip.ParseAddr(name); err == nil {
			all = append(all, netip.PrefixFrom(a, a.BitLen()))
			continue
		}
		p, err := netip.ParsePrefix(name)
		if err != nil {
			return nil, fmt.Errorf("%q is no address and no network; write it like 10.1.2.3, 10.0.0.0/8, loopback, private or none", name)
		}
		all = append(all, p.Masked())
	}
	return all, nil
}

func (p Proxies) contains(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	for _, prefix := range p {
		if prefix.Contains(a) {
			return true
		}
	}
	return false
}

// forwarded are the fields that only a proxy may set.
var forwarded = []string{"X-Forwarded-For", "X-Forwarded-Proto"}

// read gives a request the address of the reader, and takes from it what nobody vouches for: whoever reads X-Forwarded-Proto
// or RemoteAddr after this may believe them. Of a row of proxies each adds whom it met at the end.
func (p Proxies) read(r *http.Request) {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil || !p.contains(peer.Addr()) {
		for _, name := range forwarded {
			delete(r.Header, name)
		}
		return
	}
	row := strings.Split(strings.Join(r.Header["X-Forwarded-For"], ","), ",")
	for i := len(row) - 1; i >= 0; i-- {
		a, ok := parseForwarded(row[i])
		if !ok {
			return // the last address that is known stands
		}
		r.RemoteAddr = netip.AddrPortFrom(a, 0).String()
		if !p.contains(a) {
			return
		}
	}
}

// parseForwarded reads an address of X-Forwarded-For; some proxies add a port.
func parseForwarded(text string) (netip.Addr, bool) {
	text = strings.TrimSpace(text)
	if host, _, err := net.SplitHostPort(text); err == nil {
		text = host
	}
	a, err := netip.ParseAddr(strings.Trim(text, "[]"))
	return a.Unmap(), err == nil
}
