package site

import (
	"html/template"

	"opencases/internal/asset"
)

// demoDoc is what web/pages/demo.html and demo-strict.html are given.
type demoDoc struct {
	pageHead
	EmbedJS string
	Builder string
	Policy  string
	root    string
	e       *edition
}

// demoEmbed is one player of a demonstration, as a host's page would have it.
type demoEmbed struct {
	Chapter, Lang, Page, Image string
	Title, Alt                 string
	Steps                      []demoStep
}

// demoStep is a passage of the article that sends the player to a step of the story.
type demoStep struct {
	To   string // "gap 2"
	Text template.HTML
}

// Embed gives a chapter's player to the template. Further arguments are pairs: a step of the chapter, from 1, and the key
// of the passage that goes there.
func (d demoDoc) Embed(chapter string, steps ...string) demoEmbed {
	info := d.e.chapterInfo(chapter)
	made := demoEmbed{
		Chapter: chapter, Lang: d.Lang, Page: d.root + pagePath(d.Lang, chapter), Image: d.root + info.Image, Title: info.Title, Alt: info.Alt,
	}
	for i := 0; i+1 < len(steps); i += 2 {
		made.Steps = append(made.Steps, demoStep{chapter + " " + steps[i], d.e.markup(d.root, steps[i+1])})
	}
	return made
}

// strictPolicy is that of a host who allows nothing but the public script and its frames: no inline style or script, no
// markup made from text.
func strictPolicy(css string) asset.Policy {
	return append(embedderPolicy(css), [2]string{"require-trusted-types-for", "'script'"}, [2]string{"trusted-types", "'none'"})
}

// addDemos adds the two articles that show how the player stands in somebody's page.
func (e *edition) addDemos() error {
	for _, name := range []string{"article", "strict"} {
		path, root := "demo/"+name+"/", playerRoot
		head, err := e.pageHead(path, root, e.lang.String("embed.demo."+name+".title"), e.lang.String("embed.demo."+name+".lead"), "demo.css")
		if err != nil {
			return err
		}
		d := demoDoc{pageHead: head, EmbedJS: root + embedPath, Builder: "../../embed/", root: root, e: e}
		if name == "strict" {
			d.CSP = strictPolicy(string(head.CSS)).String()
			d.Policy = d.CSP
		}
		f, err := e.addPage(path, root, "demo-"+name, d)
		if err != nil {
			return err
		}
		if name == "strict" {
			f.Policy = d.CSP
		}
	}
	return nil
}
