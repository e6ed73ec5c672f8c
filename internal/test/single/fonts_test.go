package single

import "testing"

func TestThePlayersWordsAreSetInTheFilesOwnFonts(t *testing.T) {
	p := page(t)
	for _, weight := range []string{"400", "600"} {
		p.Wait("the font of weight "+weight+" is there", `(() => {`+inPlayer+` return [...$("title").ownerDocument.fonts].some(f => f.family.replaceAll('"', "") === "Open Cases Sans" && f.weight === "`+weight+`" && f.status === "loaded"); })()`)
	}
}
