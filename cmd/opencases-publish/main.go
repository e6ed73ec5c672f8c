// Command opencases-publish copies a site that opencases build has written into a bucket of an object store. It is a module of
// its own: the stores' clients weigh more than all the rest of the project.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob"
	_ "gocloud.dev/blob/fileblob"
	_ "gocloud.dev/blob/gcsblob"
	_ "gocloud.dev/blob/s3blob"
)

const usage = `Usage: opencases-publish [-keep N] [-prune] [-dry-run] DIR BUCKET-URL

Copies what "opencases build -out DIR" has written into a bucket: only what changed, with
its type, cache rule and encoding. Assets come first, then what else a page needs, then
pages, the service worker last: no reader gets a page whose assets are not there. An object
store cannot exchange many objects in one step; a run that is interrupted among the pages
leaves some old and some new, each whole, until it is run again.

BUCKET-URL is s3://BUCKET?region=REGION, gs://BUCKET, azblob://CONTAINER or
file:///FOLDER; ?prefix=PATH/ publishes below a path. Credentials come from where each
store's own tools look.

  -keep N    assets of the last N editions stay, this one among them; default 2
  -prune     removes what earlier editions published and none of these needs, except
             versions that stay (v/, while DIR holds them)
  -dry-run   says what would be done

A flag that is left out is read from OPENCASES_KEEP, OPENCASES_PRUNE, OPENCASES_DRY_RUN.
The exit code is 0, 1 (something could not be done) or 2 (the command line).

Example:
  opencases-publish -prune public 's3://cases.example.org?region=eu-central-1'
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("opencases-publish", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	keep, prune, dry := flags.Int("keep", 2, ""), flags.Bool("prune", false, ""), flags.Bool("dry-run", false, "")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, usage)
		return 0
	}
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	flags.VisitAll(func(f *flag.Flag) {
		name := "OPENCASES_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		if value, ok := os.LookupEnv(name); ok && !given[f.Name] && err == nil && flags.Set(f.Name, value) != nil {
			err = fmt.Errorf("%s=%q is no value for -%s", name, value, f.Name)
		}
	})
	switch {
	case err == nil && flags.NArg() != 2:
		err = errors.New("name the folder and the bucket, like public s3://cases.example.org")
	case err == nil && *keep < 1:
		err = errors.New("-keep is at least 1: this edition's assets")
	}
	if err != nil {
		fmt.Fprintf(stderr, "opencases-publish: %v; see opencases-publish -h\n", err)
		return 2
	}
	if err := open(ctx, flags.Arg(0), flags.Arg(1), publication{keep: *keep, prune: *prune, dry: *dry, out: stdout, progress: terminal(stderr)}); err != nil {
		fmt.Fprintf(stderr, "opencases-publish: %v\n", err)
		return 1
	}
	return 0
}

func open(ctx context.Context, dir, url string, p publication) error {
	files, err := readSite(dir)
	if err != nil {
		return err
	}
	p.files = files
	if p.bucket, err = blob.OpenBucket(ctx, url); err != nil {
		return fmt.Errorf("%s cannot be opened: %w", url, err)
	}
	defer p.bucket.Close()
	return p.publish(ctx)
}

// terminal is where progress is shown; nowhere if nobody looks.
func terminal(w io.Writer) io.Writer {
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			return w
		}
	}
	return io.Discard
}
