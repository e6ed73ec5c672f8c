package site

import (
	"sync"
	"testing"
	"time"

	"opencases/data"
	"opencases/internal/asset"
)

// TestMakingTheSingleFileBlocksNobody holds the making where it reads a file, and asks for other things meanwhile.
func TestMakingTheSingleFileBlocksNobody(t *testing.T) {
	s, err := Make(Config{Data: data.FS, Player: testPlayer()})
	if err != nil {
		t.Fatal(err)
	}
	f, _ := s.File("data/events.csv")
	plain, reached, release := f.MustBody(), make(chan struct{}), make(chan struct{})
	letGo := sync.OnceFunc(func() { close(release) })
	defer letGo()
	late := asset.NewDeferred(f.Path, f.Type, f.Hash, func() ([]byte, error) {
		close(reached)
		<-release
		return plain, nil
	})
	s.files.Add(late)
	made := make(chan error, 1)
	go func() {
		_, err := s.MakeSingle()
		made <- err
	}()
	<-reached
	roots := []string{"./", "../../../../", "../../../../../", "../../../../../../"} // met for the first time: their templates are parsed
	answers := make(chan error, len(roots))
	for _, root := range roots {
		go func() {
			_, err := s.NotFound("en", root)
			answers <- err
		}()
	}
	timeout := time.After(20 * time.Second)
	for range roots {
		select {
		case err := <-answers:
			if err != nil {
				t.Error(err)
			}
		case <-timeout:
			t.Fatal("a missing page waits for the single file")
		}
	}
	if page, _ := s.File("en/index.html"); len(page.Encoded(asset.Gzip)) == 0 {
		t.Error("the page is empty")
	}
	letGo()
	if err := <-made; err != nil {
		t.Error(err)
	}
}

func TestNoSingleFileIsMadeWithADamagedEngine(t *testing.T) {
	player := testPlayer()
	player.Gzip = player.Gzip[:len(player.Gzip)-9]
	s, err := Make(Config{Data: data.FS, Player: player})
	if err != nil {
		t.Fatal(err)
	}
	if body, err := s.MakeSingle(); err == nil || body != nil {
		t.Errorf("%d bytes are made, with the error %v", len(body), err)
	}
}
