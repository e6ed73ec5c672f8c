package site

import (
	"html/template"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/frame"
	"opencases/internal/handout"
	"opencases/internal/paint/svg"
)

// handoutDoc is what web/pages/handout.html is given.
type handoutDoc struct {
	lessonHead
	Content   handout.Content
	Drawn     []handoutPicture
	Questions []template.HTML
	Lines     []struct{} // lines to write on, for each question
}

type handoutPicture struct {
	Title, Caption string
	SVG, Axis      template.HTML
}

// addHandout adds the page that a browser prints as the handout: the content of the PDF on the same two pages.
func (e *edition) addHandout() error {
	head, err := e.lessonHead("handout", "handout.css")
	if err != nil {
		return err
	}
	content, err := handout.Make(e.rec, e.lang)
	if err != nil {
		return err
	}
	d := handoutDoc{lessonHead: head, Content: content, Lines: make([]struct{}, 2)}
	for _, p := range content.Pictures {
		made := handoutPicture{Title: p.Title, Caption: p.Caption}
		made.SVG = template.HTML(svg.Draw(p.Picture, svg.Options{Words: true, ID: "h" + p.Chapter, Title: p.Caption}))
		made.Axis = axisStrip(p.Picture)
		d.Drawn = append(d.Drawn, made)
	}
	for i, f := range content.Figures {
		// A source's short name stays in one piece: browsers break lines at hyphens.
		content.Figures[i].Source = strings.ReplaceAll(f.Source, "-", "\u2011")
	}
	for _, q := range content.Questions {
		d.Questions = append(d.Questions, template.HTML(frame.HTML(q, e.lang.Tag(), frame.Page{Root: deepRoot})))
	}
	body, err := e.render("handout", deepRoot, d)
	if err != nil {
		return err
	}
	e.files.Add(asset.NewFile(e.lang.Tag()+"/handout/index.html", asset.HTMLType, body))
	return nil
}
