package codec

import (
	"io/fs"
	"strings"
	"time"
)

// Files is a folder of files kept in memory, content by name. It serves internal/record.
type Files map[string]string

// Pairs reads what the page sends of an object whose values are strings: names and values by turns, a zero byte after
// each but the last. One long string crosses to this side many times faster than many short ones.
func Pairs(text string) map[string]string {
	m := make(map[string]string, strings.Count(text, "\x00")/2+1)
	for text != "" {
		var name, value string
		name, text, _ = strings.Cut(text, "\x00")
		value, text, _ = strings.Cut(text, "\x00")
		m[name] = value
	}
	return m
}

// Open implements fs.FS.
func (t Files) Open(name string) (fs.File, error) {
	text, ok := t[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &file{strings.NewReader(text), name}, nil
}

// file is an open file of Files, and its own description.
type file struct {
	*strings.Reader
	name string
}

func (f *file) Close() error               { return nil }
func (f *file) Stat() (fs.FileInfo, error) { return f, nil }
func (f *file) Name() string               { return f.name }
func (f *file) Mode() fs.FileMode          { return 0o444 }
func (f *file) ModTime() (t time.Time)     { return t }
func (f *file) IsDir() bool                { return false }
func (f *file) Sys() any                   { return nil }
