package site

import (
	"fmt"
	"html/template"
	"io/fs"

	"opencases/internal/asset"
	"opencases/internal/single"
	"opencases/internal/story"
	"opencases/internal/words"
	"opencases/web/pages"
)

// teachDoc is what web/pages/teach.html is given.
type teachDoc struct {
	lessonHead
	Care      string
	Goals     []template.HTML
	Network   []template.HTML // how to teach without one
	Plans     []plan
	Levels    []level
	Glossary  []entry
	Exercises []exercise
	Single    string // address of the single file
	SingleMB  int    // than which it is smaller
	Present   string // addresses of the presenter, its slides for print, and the handout
	Slides    string
	Handout   string
}

// lessonHead is what the pages for teachers have in common.
type lessonHead struct {
	Lang, Dir, Title, Description string
	Icon, Home, Teach             string
	CSP                           string
	CSS                           template.CSS
	Keep                          template.JS // asks for the service worker
	Meta                          meta
	Languages, Alternates         []languageLink
}

type plan struct {
	Title   string
	Minutes string
	Parts   []planPart
}

type planPart struct {
	Minutes string
	Text    template.HTML
	Step    int    // of the presenter, from 1
	Href    string // of that step
}

type level struct {
	Title     string
	Questions []template.HTML
}

type exercise struct {
	Title       string
	Text, Check template.HTML
	File, Href  string // the table it is done with
}

// Plan is a lesson. The text of its part N is teach.plan.NAME.N.
type Plan struct {
	Name  string
	Parts []PlanPart
}

// PlanPart is one part of a lesson: its minutes, and the beat (from 1) that the presenter opens with.
type PlanPart struct {
	Minutes int
	Chapter string
	Beat    int
}

// Plans are the lessons.
var Plans = []Plan{
	{"short", []PlanPart{{2, "cover", 1}, {3, "gap", 1}, {3, "count", 1}, {2, "gap", 4}}},
	{"long", []PlanPart{{5, "cover", 1}, {6, "strikes", 1}, {7, "cases", 1}, {8, "gap", 1}, {7, "count", 1}, {7, "if", 1}, {5, "after", 1}}},
}

// step is the presenter's number, from 1, of the step that a part opens with.
func (p PlanPart) step() (int, error) {
	for i, st := range story.Steps() {
		if st.Chapter == p.Chapter && st.Beat == p.Beat-1 {
			return i + 1, nil
		}
	}
	return 0, fmt.Errorf("a lesson plan leads to %s %d, which the story does not have", p.Chapter, p.Beat)
}

// exercises are the tables that each exercise is done with, in order.
var exercises = []string{"assessments", "assessments", "assessments", "strike_totals", "estimates"}

// lessonWords are the glossary's terms for a classroom.
var lessonWords = []string{"strike", "engagement", "allegation", "report", "assessment", "credible", "non-credible", "duplicate", "open", "backlog", "derived"}

// addTeach adds the page with lesson plans.
func (e *edition) addTeach() error {
	head, err := e.lessonHead("teach", "teach.css")
	if err != nil {
		return err
	}
	d := teachDoc{lessonHead: head, Care: e.lang.String("teach.care"), Goals: e.numbered("teach.goals."), Network: e.numbered("teach.network."),
		Present: "../present/", Slides: "../present/?print", Handout: "../handout/", Single: deepRoot + single.Path, SingleMB: e.singleMB}
	for _, p := range Plans {
		made := plan{Title: e.lang.String("teach.plan." + p.Name + ".title")}
		whole := 0
		for i, part := range p.Parts {
			whole += part.Minutes
			step, err := part.step()
			if err != nil {
				return err
			}
			made.Parts = append(made.Parts, planPart{
				Minutes: e.lang.String("teach.minutes", words.Num("n", part.Minutes)),
				Text:    e.markup(deepRoot, fmt.Sprintf("teach.plan.%s.%d", p.Name, i+1)),
				Step:    step, Href: fmt.Sprintf("../present/?step=%d", step),
			})
		}
		made.Minutes = e.lang.String("teach.minutes", words.Num("n", whole))
		d.Plans = append(d.Plans, made)
	}
	for i := 1; e.lang.Has(fmt.Sprintf("teach.level.%d.title", i)); i++ {
		d.Levels = append(d.Levels, level{e.lang.String(fmt.Sprintf("teach.level.%d.title", i)), e.numbered(fmt.Sprintf("teach.level.%d.", i))})
	}
	for _, name := range lessonWords {
		d.Glossary = append(d.Glossary, e.entry(deepRoot, "word."+name+".", "name"))
	}
	for i, table := range exercises {
		key := fmt.Sprintf("teach.exercise.%d.", i+1)
		d.Exercises = append(d.Exercises, exercise{e.lang.String(key + "title"), e.markup(deepRoot, key+"text"), e.markup(deepRoot, key+"check"),
			table + ".csv", deepRoot + "data/" + table + ".csv"})
	}
	body, err := e.render("teach", deepRoot, d)
	if err != nil {
		return err
	}
	e.files.Add(asset.NewFile(e.lang.Tag()+"/teach/index.html", asset.HTMLType, body))
	return nil
}

// numbered are the texts PREFIX1, PREFIX2 and so on, as far as there are any.
func (e *edition) numbered(prefix string) (all []template.HTML) {
	for i := 1; e.lang.Has(fmt.Sprintf("%s%d", prefix, i)); i++ {
		all = append(all, e.markup(deepRoot, fmt.Sprintf("%s%d", prefix, i)))
	}
	return all
}

// lessonHead makes the head of the page NAME, whose texts are NAME.title and NAME.description.
func (e *edition) lessonHead(name, sheet string) (lessonHead, error) {
	var sheets []string
	for _, file := range []string{"page.css", sheet} {
		text, err := fs.ReadFile(pages.FS, file)
		if err != nil {
			return lessonHead{}, err
		}
		sheets = append(sheets, string(text))
	}
	css, err := e.css(deepRoot, sheets...)
	if err != nil {
		return lessonHead{}, err
	}
	script, err := registration(deepRoot)
	if err != nil {
		return lessonHead{}, err
	}
	h := lessonHead{
		Lang: e.lang.Tag(), Dir: e.lang.Direction(),
		Title:       e.lang.String("page.title.document", words.Str("title", e.lang.String(name+".title")), words.Str("site", e.lang.String("site.title"))),
		Description: e.lang.String(name + ".description"),
		Icon:        deepRoot + e.icon.Path, Home: "../", Teach: "../teach/",
		CSP: keepingPolicy(css, script).String(), CSS: template.CSS(css), Keep: template.JS(script),
	}
	h.Languages = e.inLanguages(deepRoot, "/"+name+"/")
	h.Alternates = e.alternates(deepRoot, "/"+name+"/")
	h.Meta, err = e.meta(story.Chapters[0], deepRoot, e.lang.Tag()+"/"+name+"/", h.Title, h.Description)
	return h, err
}
