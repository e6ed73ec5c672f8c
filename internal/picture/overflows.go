package picture

import (
	"opencases/internal/month"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// Overflow is a text that finds no room in a picture and is left out there.
type Overflow struct {
	Key, Text   string
	Room        int  // how many characters would find room
	Required    bool // false: a label that may be left out, but is seen in no picture at all
	Composition Composition
	View        story.View
	Chapter     string
	Beat        int // from 0
	Month       month.Month
}

// Overflows lays out every beat of the story in every composition, at every month that a reader can reach, before and
// after its question. It returns the texts that find no room, each once, in the order in which they turn up.
func Overflows(r *record.Record, l *words.Language) []Overflow {
	var order []string
	worst, seen := map[string]Overflow{}, map[string]bool{}
	for _, c := range []Composition{Narrow, Article, Wide, Projector} {
		for _, b := range beatScenes() {
			lay := &layout{rec: r, lang: l, scene: b.scene}
			lay.onLabel = func(m Overflow, room func() int) {
				if room == nil || m.Key == "" { // without a key: the numbers of a scale
					seen[m.Key] = true
					return
				}
				m.Composition, m.View, m.Chapter, m.Beat, m.Month = c, b.scene.View, b.chapter, b.beat, b.scene.Month
				if had, ok := worst[m.Key]; !ok {
					order = append(order, m.Key)
				} else if had.Required || !m.Required {
					return
				}
				m.Room = room()
				worst[m.Key] = m
			}
			lay.make(c, Design(c))
		}
	}
	var overflows []Overflow
	for _, key := range order {
		if m := worst[key]; m.Required || !seen[key] {
			overflows = append(overflows, m)
		}
	}
	return overflows
}

// beatScene is one picture of a beat.
type beatScene struct {
	chapter string
	beat    int
	scene   story.Scene
}

func beatScenes() (all []beatScene) {
	for _, chapter := range story.Chapters {
		for i, beat := range chapter.Beats {
			views := []story.View{beat.View}
			if chapter.Name == "explore" {
				views = story.Views
			}
			for _, v := range views {
				from, to := story.Window(chapter.Name, v)
				for m := from; m <= to; m++ {
					sc := story.Scene{View: v, Month: m, From: from, To: to, Focus: beat.Focus, Supposed: story.RateSoFar}
					all = append(all, beatScene{chapter.Name, i, sc})
					for _, sc := range variants(sc, beat) {
						all = append(all, beatScene{chapter.Name, i, sc})
					}
				}
			}
		}
	}
	return all
}

// variants are the other pictures of a beat in one month: with its question open and answered, with nothing and
// with everything supposed.
func variants(sc story.Scene, beat story.Beat) (all []story.Scene) {
	if sc.View == story.If {
		for _, share := range []float64{0, 1} {
			sc.Supposed = share
			all = append(all, sc)
		}
	}
	if beat.Ask == story.AskNothing {
		return all
	}
	for _, guess := range [][]float64{nil, {0}, {AskedMost}} {
		for _, asking := range []story.Ask{beat.Ask, story.AskNothing} {
			sc.Asking, sc.Guess = asking, guess
			all = append(all, sc)
		}
	}
	return all
}
