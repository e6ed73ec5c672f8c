package site

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"

	"opencases/internal/asset"
)

// Program identifies the program that runs. What is named before it is made - a picture that waits until somebody asks
// for it - carries it in its name: another program may make other bytes of the same record.
var Program = sync.OnceValue(func() string {
	info, _ := debug.ReadBuildInfo()
	return programOf(info, executable)
})

// programOf is the commit and the Go release where the program was built from a clean tree, so that builds for different
// machines agree; else a hash of the program's own file, which tells apart what no commit does: tests, changed trees.
func programOf(info *debug.BuildInfo, own func() ([]byte, error)) string {
	if info != nil {
		set := map[string]string{}
		for _, s := range info.Settings {
			set[s.Key] = s.Value
		}
		if commit := set["vcs.revision"]; commit != "" && set["vcs.modified"] == "false" {
			return asset.Hash([]byte(commit + " " + info.GoVersion))
		}
	}
	if body, err := own(); err == nil {
		return asset.Hash(body)
	}
	return asset.Hash(fmt.Append(nil, info)) // the least that is known
}

// executable reads the program's file. Where the system has a name for it that outlives a replaced file, that is read.
func executable() ([]byte, error) {
	for _, find := range []func() (string, error){func() (string, error) { return "/proc/self/exe", nil }, os.Executable} {
		name, err := find()
		if err != nil {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		defer f.Close()
		return io.ReadAll(f)
	}
	return nil, os.ErrNotExist
}
