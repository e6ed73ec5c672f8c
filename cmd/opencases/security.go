package main

import (
	"flag"
	"fmt"
	"net/url"
	"time"

	"opencases/internal/site"
)

const securityUsage = `  -security-contact ADDRESS, -security-expires DATE
                   whom reports of security faults go to, mailto: or https:, and until
                   when that holds, like 2027-06-30: for /.well-known/security.txt
`

// securityFlags declares whom faults are reported to. The day is given, not counted from today: the same build is the same
// files whenever it is made.
func securityFlags(flags *flag.FlagSet) func(*site.Config) error {
	contact, expires := flags.String("security-contact", "", ""), flags.String("security-expires", "", "")
	return func(c *site.Config) (err error) {
		if *contact == "" && *expires == "" {
			return nil
		}
		u, err := url.Parse(*contact)
		if err != nil || !(u.Scheme == "mailto" && u.Opaque != "" || u.Scheme == "https" && u.Host != "") {
			return fmt.Errorf("%w: -security-contact %q is no address; write it like mailto:security@example.org or https://example.org/report", errUsage, *contact)
		}
		if c.SecurityExpires, err = time.Parse(time.DateOnly, *expires); err != nil {
			return fmt.Errorf("%w: -security-expires %q is no day; write it like 2027-06-30", errUsage, *expires)
		}
		c.SecurityContact = u.String()
		return nil
	}
}
