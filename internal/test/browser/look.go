package browser

// Text is what a person can read of an element: the shown text, spaces joined.
func (p *Tab) Text(selector string) string {
	p.T.Helper()
	return Eval[string](p, `(document.querySelector(%s)?.innerText ?? "").replace(/\s+/g, " ").trim()`, selector)
}

// Attr is an attribute of an element, "" if there is none.
func (p *Tab) Attr(selector, name string) string {
	p.T.Helper()
	return Eval[string](p, `document.querySelector(%s)?.getAttribute(%s) ?? ""`, selector, name)
}

// Box is where an element stands.
func (p *Tab) Box(selector string) Box {
	p.T.Helper()
	boxes := p.Boxes(selector)
	if len(boxes) == 0 {
		p.T.Fatalf("nothing in the document is %s", selector)
	}
	return boxes[0]
}

// Boxes is where the elements stand that a selector names, without those that take no room.
func (p *Tab) Boxes(selector string) []Box {
	p.T.Helper()
	return Eval[[]Box](p, `[...document.querySelectorAll(%s)].map(e => e.getBoundingClientRect())
		.filter(b => b.width && b.height).map(b => ({ X: b.x, Y: b.y, W: b.width, H: b.height }))`, selector)
}

// Shown reports whether an element takes room and can be seen.
func (p *Tab) Shown(selector string) bool {
	p.T.Helper()
	return Eval[bool](p, `!!document.querySelector(%s)?.checkVisibility({ opacityProperty: true, visibilityProperty: true })`, selector)
}

// Focus names the element that has the focus: "#play", "button.hot", "body".
func (p *Tab) Focus() string {
	p.T.Helper()
	return Eval[string](p, `(e => !e ? "" : e.id ? "#" + e.id : e.localName + [...e.classList].map(c => "." + c).join(""))(document.activeElement)`)
}

// Fonts waits until every font that the document asks for is there.
func (p *Tab) Fonts() {
	p.T.Helper()
	Eval[any](p, `document.fonts.ready.then(() => 0)`)
}

// Drawn waits until what the document holds now has been put on the screen.
func (p *Tab) Drawn() {
	p.T.Helper()
	Eval[any](p, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`)
}
