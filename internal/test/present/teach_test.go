package present

import (
	"net/http"
	"strings"
	"testing"

	"opencases/internal/site"
	"opencases/internal/test/browser"
)

func TestThePlansAddUpAndLeadToTheirSteps(t *testing.T) {
	want := map[string]int{"short": 10, "long": 45}
	for _, p := range site.Plans {
		sum := 0
		for _, part := range p.Parts {
			sum += part.Minutes
		}
		if sum != want[p.Name] {
			t.Errorf("the plan %s takes %d minutes, it is called one of %d", p.Name, sum, want[p.Name])
		}
	}
	p := chromium.Tab(t, noEngine)
	p.Open(home + "en/teach/")
	links := browser.Eval[[]string](p, `[...document.querySelectorAll(".plan a[href*=present]")].map(a => a.href)`)
	// What each part's text tells the teacher to open, as the presenter shows it.
	titles := []string{
		"Open cases", "Draw the open cases", "Two counts", "October 2017 to November 2017",
		"Open cases", "August 2014 to December 2014", "How many were credible?", "Draw the open cases", "Two counts", "What if some proved credible?", "November 2017 to September 2020",
	}
	if len(links) != len(titles) {
		t.Fatalf("%d parts of the plans lead to the presenter, want %d", len(links), len(titles))
	}
	for i, link := range links {
		p.Open(link)
		ready(p)
		at(p, link[strings.LastIndex(link, "=")+1:])
		if got := p.Text("#title"); got != titles[i] {
			t.Errorf("part %d leads to %q, want %q", i+1, got, titles[i])
		}
	}
}

func TestThePageForTeachersDefinesItsTermsAndSourcesItsFigures(t *testing.T) {
	p := chromium.Tab(t)
	p.Open(home + "en/teach/")
	terms := browser.Eval[[]string](p, `[...document.querySelectorAll("dt")].map(e => e.textContent.toLowerCase())`)
	all := " " + strings.Join(terms, " ") + " "
	for _, term := range []string{"strike", "engagement", "report", "allegation", "credible", "non-credible", "open", "backlog"} {
		if !strings.Contains(all, " "+term+" ") {
			t.Errorf("%s is not defined", term)
		}
	}
	// Every number on the page is a link to its row, but for the plans' minutes and steps and the size of a file.
	loose := browser.Eval[[]string](p, `(() => {
		const found = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
		for (let n = walk.nextNode(); n; n = walk.nextNode()) {
			const bare = n.textContent.replace(/\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|\bspring \d{4}|\b\d MB\b/g, "");
			if (/\d/.test(bare) && !n.parentElement.closest("a, .minutes, h3")) found.push(n.textContent.trim());
		}
		return found;
	})()`)
	for _, text := range loose {
		t.Errorf("a number without its source: %q", text)
	}
	if n := browser.Eval[int](p, `document.querySelectorAll("section[aria-labelledby=network] li").length`); n < 3 {
		t.Errorf("the page says in %d sentences how to teach without a network", n)
	}
	for _, table := range browser.Eval[[]string](p, `[...document.querySelectorAll("a[download]")].map(a => a.href)`) {
		answer, err := http.Get(table)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", table, answer.Status)
		}
	}
}
