package site

import (
	"encoding/json"
	"fmt"

	"opencases/internal/asset"
	"opencases/internal/frame"
	"opencases/internal/paint/svg"
	"opencases/internal/picture"
	"opencases/internal/story"
)

var compositions = []picture.Composition{picture.Narrow, picture.Article, picture.Wide}

// still is one beat's frame and marks in one composition, for documents that reach the root by root.
func (e *edition) still(s story.State, c picture.Composition, root string) (frame.Still, picture.Picture) {
	p := picture.Make(e.rec, e.lang, s.Scene(), c)
	return frame.Still{
		Frame: frame.Make(e.rec, e.lang, s, p, frame.Page{Root: root}),
		SVG:   asset.MinifyInlineSVG(svg.Draw(p, svg.Options{ID: fmt.Sprintf("%.1s%s%s%d", c, s.Chapter, s.View, s.Beat)})),
	}, p
}

// state stands at a beat, as the story's own commands get there. A beat that asks is answered without a guess if
// answered is set.
func (e *edition) state(chapter string, beat int, answered bool) (story.State, error) {
	s := story.Initial()
	s.Options.Lang = e.lang.Tag()
	do := []string{fmt.Sprintf("chapter %s %d", chapter, beat+1)}
	if answered {
		do = append(do, "reveal")
	}
	for _, words := range do {
		c, err := story.ParseCommand(words)
		if err != nil {
			return s, err
		}
		if s, err = s.Apply(c); err != nil {
			return s, err
		}
	}
	return s, nil
}

// opened is the State of somebody who opens a document at a chapter: at its finding.
func (e *edition) opened(chapter string) story.State {
	s := story.Initial()
	s.Options.Lang = e.lang.Tag()
	return s.Opened(chapter)
}

// stills makes the list of a chapter's stills in one composition, in the order of its beats; a beat that asks has
// two, first asking, then answered without a guess, and the last chapter's has one for each view.
func (e *edition) stills(ch story.Chapter, c picture.Composition) ([]frame.Still, error) {
	var list []frame.Still
	for beat, b := range ch.Beats {
		for _, answered := range []bool{false, true} {
			if answered && b.Ask == story.AskNothing {
				continue
			}
			s, err := e.state(ch.Name, beat, answered)
			if err != nil {
				return nil, err
			}
			still, _ := e.still(s, c, playerRoot)
			list = append(list, still)
		}
	}
	if ch.Name != story.Chapters[len(story.Chapters)-1].Name {
		return list, nil
	}
	for _, v := range story.Views {
		if string(v) == list[0].View {
			continue
		}
		s, err := e.state(ch.Name, 0, false)
		if err != nil {
			return nil, err
		}
		if s, err = s.Apply(story.Command{Verb: story.DoView, Word: string(v)}); err != nil {
			return nil, err
		}
		still, _ := e.still(s, c, playerRoot)
		list = append(list, still)
	}
	return list, nil
}

// opened is the still that a document opened at a chapter shows first: that of the chapter's point.
func opened(ch story.Chapter, list []frame.Still) frame.Still {
	for _, s := range list {
		if s.Beat == ch.Point-1 {
			return s
		}
	}
	return list[0]
}

// chapterStills are the stills of all chapters.
type chapterStills struct {
	byChapter map[string]map[string][]frame.Still // by chapter and composition
	folder    string                              // path of the folder with their files
}

// addStills makes every chapter's stills and adds them as files. The folder's name carries the hash of them all: a document
// then names one address instead of one for each chapter and composition.
func (e *edition) addStills() (all chapterStills, err error) {
	all.byChapter = map[string]map[string][]frame.Still{}
	files := map[string][]byte{}
	var joined []byte
	for _, ch := range story.Chapters {
		all.byChapter[ch.Name] = map[string][]frame.Still{}
		for _, comp := range compositions {
			list, err := e.stills(ch, comp)
			if err != nil {
				return all, err
			}
			all.byChapter[ch.Name][comp.String()] = list
			name := ch.Name + "-" + comp.String() + ".json"
			if files[name], err = json.Marshal(list); err != nil {
				return all, fmt.Errorf("%s: %w", name, err)
			}
			joined = append(joined, files[name]...)
		}
	}
	all.folder = asset.Dir + e.lang.Tag() + "-stills-" + asset.Hash(joined) + "/"
	for name, text := range files {
		f := asset.NewFile(all.folder+name, asset.JSONType, text)
		f.Immutable = true
		e.files.Add(f)
	}
	return all, nil
}
