package site

import (
	"opencases/internal/asset"
	"opencases/web/licences"
)

// licencesDoc is what web/pages/licences.html is given.
type licencesDoc struct {
	pageHead
	Parts []licencePart
}

type licencePart struct {
	licences.Part
	What, Text string // what it is to a reader, and the address of the licence's text
}

// addLicences adds the page that names what others made, with their licences as files beside it.
func (e *edition) addLicences() error {
	const name, root = "licences/", deepRoot
	head, err := e.pageHead(name, root, e.lang.String("embed.licences.title"), e.lang.String("embed.licences.lead"), "embed.css")
	if err != nil {
		return err
	}
	d := licencesDoc{pageHead: head}
	for _, p := range licences.Parts {
		text, err := licences.FS.ReadFile(p.File)
		if err != nil {
			return err
		}
		f := e.files.Add(asset.NewFile("licences/"+p.File, asset.TextType, text))
		d.Parts = append(d.Parts, licencePart{p, e.lang.String("embed.licences." + p.Use), root + f.Path})
	}
	_, err = e.addPage(name, root, "licences", d)
	return err
}
