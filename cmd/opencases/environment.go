package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

// environmentPrefix begins the names of variables that stand in for flags.
const environmentPrefix = "OPENCASES_"

// variable is the environment's name for a flag: OPENCASES_TLS_CERT for -tls-cert.
func variable(f *flag.Flag) string {
	return environmentPrefix + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
}

// readEnvironment sets flags that are not on the command line from the environment. Variables that belong to no flag of this
// command are passed over: other commands share them, and container systems make some of their own.
func readEnvironment(flags *flag.FlagSet) (err error) {
	flags.VisitAll(func(f *flag.Flag) {
		value, ok := os.LookupEnv(variable(f))
		if !ok || isFlagGiven(flags, f.Name) || err != nil {
			return
		}
		if flags.Set(f.Name, value) != nil {
			err = fmt.Errorf("%s=%q is no value for -%s", variable(f), value, f.Name)
		}
	})
	return err
}

// environmentUsage lists the variables of a command's flags.
func environmentUsage(flags *flag.FlagSet) string {
	var b strings.Builder
	flags.VisitAll(func(f *flag.Flag) { fmt.Fprintf(&b, "  -%-18s %s\n", f.Name, variable(f)) })
	if b.Len() == 0 {
		return ""
	}
	return "\nA flag that is left out is read from the environment:\n" + b.String()
}
