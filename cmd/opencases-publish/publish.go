package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync/atomic"

	"gocloud.dev/blob"
	"gocloud.dev/gcerrors"
	"golang.org/x/sync/errgroup"
)

// publication is one run.
type publication struct {
	bucket        *blob.Bucket
	files         []object
	keep          int
	prune, dry    bool
	out, progress io.Writer
}

// ledger is the object that says what this command has put into the bucket: only that does it ever remove.
const ledger = ".open-cases/editions.json"

// sumKey names the sum of an object among what a store keeps with it. It holds the cache rule, too: some stores do not tell that.
const sumKey = "opencases-sum"

// edition is what one run published.
type edition struct {
	Assets []string `json:"assets"`
	Others []string `json:"others"`
}

// atOnce is how many requests are under way.
const atOnce = 16

func (p *publication) publish(ctx context.Context) error {
	editions, err := p.readLedger(ctx)
	if err != nil {
		return err
	}
	changed, err := p.changed(ctx)
	if err != nil {
		return err
	}
	this := p.edition()
	if len(editions) == 0 || !slices.Equal(editions[0].Assets, this.Assets) || !slices.Equal(editions[0].Others, this.Others) {
		editions = append([]edition{this}, editions...)
	}
	if p.dry {
		for _, o := range changed {
			fmt.Fprintf(p.out, "would write %s\n", o.key)
		}
		for _, key := range p.stale(editions) {
			fmt.Fprintf(p.out, "would remove %s\n", key)
		}
		return nil
	}
	// What is about to be there is noted first, so that a run that is interrupted leaves nothing that none knows of.
	if len(changed) > 0 || p.prune {
		if err := p.writeLedger(ctx, editions); err != nil {
			return fmt.Errorf("%w; the old site stands", err)
		}
	}
	for rank := rankAsset; rank <= rankWorker; rank++ {
		batch := slices.DeleteFunc(slices.Clone(changed), func(o object) bool { return o.rank != rank })
		if err := p.each(ctx, "writing", len(batch), func(ctx context.Context, i int) error { return p.write(ctx, batch[i]) }); err != nil {
			stands := "the old site stands"
			if rank >= rankPage {
				stands = "some pages are new, each with all that it needs"
			}
			return fmt.Errorf("%w; %s. Run it again", err, stands)
		}
	}
	removed := p.stale(editions)
	if err := p.each(ctx, "removing", len(removed), func(ctx context.Context, i int) error {
		if err := p.bucket.Delete(ctx, removed[i]); err != nil && gcerrors.Code(err) != gcerrors.NotFound {
			return fmt.Errorf("%s cannot be removed: %w", removed[i], err)
		}
		return nil
	}); err != nil {
		return fmt.Errorf("%w; the new site stands. Run it again", err)
	}
	if p.prune {
		if err := p.writeLedger(ctx, editions[:min(len(editions), p.keep)]); err != nil {
			return fmt.Errorf("%w; the new site stands. Run it again", err)
		}
	}
	fmt.Fprintf(p.out, "%d of %d files written, %d removed\n", len(changed), len(p.files), len(removed))
	return nil
}

func (p *publication) edition() (e edition) {
	for _, o := range p.files {
		if o.rank == rankAsset {
			e.Assets = append(e.Assets, o.key)
		} else {
			e.Others = append(e.Others, o.key)
		}
	}
	slices.Sort(e.Assets)
	slices.Sort(e.Others)
	return e
}

// changed are the objects that are not in the bucket as they should be.
func (p *publication) changed(ctx context.Context) (all []object, err error) {
	there := make([]bool, len(p.files))
	err = p.each(ctx, "comparing", len(p.files), func(ctx context.Context, i int) error {
		o := p.files[i]
		is, err := p.bucket.Attributes(ctx, o.key)
		if gcerrors.Code(err) == gcerrors.NotFound {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s cannot be looked up: %w; nothing is changed", o.key, err)
		}
		there[i] = is.Metadata[sumKey] == o.sum && is.ContentType == o.contentType && is.ContentEncoding == o.encoding
		return nil
	})
	for i, o := range p.files {
		if !there[i] {
			all = append(all, o)
		}
	}
	return all, err
}

// write puts one object into the bucket, whole or not at all.
func (p *publication) write(ctx context.Context, o object) error {
	body, err := os.ReadFile(o.file)
	if err != nil {
		return err
	}
	if err := p.bucket.WriteAll(ctx, o.key, body, &blob.WriterOptions{
		ContentType: o.contentType, ContentEncoding: o.encoding, CacheControl: o.cache, DisableContentTypeDetection: true,
		Metadata: map[string]string{sumKey: o.sum},
	}); err != nil {
		return fmt.Errorf("%s cannot be written: %w", o.key, err)
	}
	return nil
}

// stale are the keys that earlier editions published and none needs that is kept.
func (p *publication) stale(editions []edition) (all []string) {
	if !p.prune {
		return nil
	}
	needed := map[string]bool{}
	for _, o := range p.files {
		needed[o.key] = true
	}
	for _, e := range editions[:min(len(editions), p.keep)] {
		for _, key := range e.Assets {
			if !strings.HasPrefix(key, "v/") { // a version stays as a whole, while the folder holds it
				needed[key] = true
			}
		}
	}
	for _, e := range editions {
		for _, key := range slices.Concat(e.Others, e.Assets) {
			if !needed[key] {
				needed[key] = true // named once
				all = append(all, key)
			}
		}
	}
	return all
}

func (p *publication) readLedger(ctx context.Context) (all []edition, err error) {
	text, err := p.bucket.ReadAll(ctx, ledger)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the bucket cannot be read: %w; nothing is changed", err)
	}
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, fmt.Errorf("%s in the bucket is not of this command: %w; remove it, and nothing that is there is ever pruned", ledger, err)
	}
	return all, nil
}

func (p *publication) writeLedger(ctx context.Context, editions []edition) error {
	text, err := json.Marshal(editions)
	if err != nil {
		return err
	}
	if err := p.bucket.WriteAll(ctx, ledger, text, &blob.WriterOptions{ContentType: "application/json", CacheControl: "no-store"}); err != nil {
		return fmt.Errorf("%s cannot be written: %w", ledger, err)
	}
	return nil
}

// each does the same for many, some at once; the first fault ends it.
func (p *publication) each(ctx context.Context, what string, n int, do func(context.Context, int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	var done atomic.Int64
	for i := range n {
		group.Go(func() error {
			if ctx.Err() != nil {
				return errors.New("it was interrupted")
			}
			if err := do(ctx, i); err != nil {
				return err
			}
			fmt.Fprintf(p.progress, "\r%s %d of %d  ", what, done.Add(1), n)
			return nil
		})
	}
	err := group.Wait()
	if n > 0 {
		fmt.Fprint(p.progress, "\r\033[K")
	}
	return err
}
