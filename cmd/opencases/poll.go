package main

import (
	"fmt"
	"io"
	"os"

	"opencases/internal/classroom"
	"opencases/internal/serve"
	"opencases/internal/site"
)

// classPoll is a server with a class poll, or with none.
type classPoll struct {
	*classroom.Classroom
	server        *serve.Server
	language      string
	publicAddress *classroom.PublicAddress // where phones find it, if configured
}

// withPoll puts a class poll before a server's site if it is wanted.
func withPoll(server *serve.Server, s *site.Site, wanted bool, address string) (*classPoll, error) {
	c := &classPoll{server: server, language: s.Languages[0]}
	if !wanted {
		return c, nil
	}
	var names []string
	if name, err := os.Hostname(); err == nil {
		names = append(names, name, name+".local")
	}
	origin := ""
	if address != "" {
		named, err := classroom.ParsePublicAddress(address)
		if err != nil {
			return nil, fmt.Errorf("%w: -poll-address %w", errUsage, err)
		}
		c.publicAddress, origin, names = &named, named.Origin(), append(names, named.Host())
	}
	var err error
	if c.Classroom, err = classroom.New(s, server.Handler, classroom.Options{Address: c.address, Names: names, Origin: origin}); err != nil {
		return nil, fmt.Errorf("%w: -poll-address %w", errUsage, err)
	}
	server.Handler = c.Classroom
	return c, nil
}

// addresses are where phones may find the poll, the likeliest first. A computer that joins a network later is found too.
func (c *classPoll) addresses() (all []string) {
	at := c.server.Listening()
	if c.publicAddress != nil {
		return []string{c.publicAddress.Page(at.Port)}
	}
	if ip := at.AddrPort().Addr().Unmap(); !ip.IsUnspecified() {
		return []string{classroom.Page(ip, at.Port)}
	}
	for _, ip := range classroom.Addresses() {
		all = append(all, classroom.Page(ip, at.Port))
	}
	return all
}

func (c *classPoll) address() string {
	if all := c.addresses(); len(all) > 0 {
		return all[0]
	}
	return ""
}

// print says where the presenter and the phones go.
func (c *classPoll) print(w io.Writer) {
	if c.Classroom == nil {
		return
	}
	fmt.Fprintf(w, "\nClass poll\n  present at  %s%s/present/#poll=%s\n              keep this address to yourself: it leads the poll\n", c.server.URL(), c.language, c.Key())
	all := c.addresses()
	if len(all) == 0 {
		fmt.Fprint(w, "  phones      there is no network: phones cannot reach this machine. Join the classroom's network,\n              or name the address with -poll-address. Presenting works without.\n")
		return
	}
	fmt.Fprintf(w, "  phones at   %s\n", all[0])
	if at := c.server.Listening(); at.IP.IsLoopback() && c.publicAddress == nil {
		fmt.Fprint(w, "              only this machine reaches that: leave -addr out, or use -addr :PORT\n")
	}
	for i, other := range all[1:] {
		if i == 0 {
			fmt.Fprintf(w, "  or, if phones do not reach that, -poll-address with one of\n")
		}
		fmt.Fprintf(w, "              %s\n", other)
	}
}

// close ends what phones wait for, so that the server stops at once.
func (c *classPoll) close() {
	if c.Classroom != nil {
		c.Classroom.Close()
	}
}
