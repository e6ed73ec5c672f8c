package main

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"opencases/internal/classroom"
	"opencases/internal/test/browser"
)

// room is a class poll with phones that are no browsers.
type room struct {
	home, key string
	phones    []string
}

func newRoom(home string, c *classroom.Classroom) *room { return &room{home: home, key: c.Key()} }

func (r *room) send(path, kind, body string, head ...string) string {
	q, err := http.NewRequest("POST", r.home+path, strings.NewReader(body))
	if err != nil {
		panic(errFailed)
	}
	q.Header.Set("Content-Type", kind)
	for i := 0; i < len(head); i += 2 {
		q.Header.Set(head[i], head[i+1])
	}
	res, err := http.DefaultClient.Do(q)
	if err != nil {
		panic(errFailed)
	}
	defer res.Body.Close()
	text, _ := io.ReadAll(res.Body)
	return string(text)
}

// lead asks as a presenter does.
func (r *room) lead(wish string) {
	r.send("poll/lead", "application/json", wish, "X-Poll-Key", r.key)
}

// answer lets a class of n phones answer a question; spread gives each phone's values.
func (r *room) answer(question string, n int, spread func(i int) []string) {
	for len(r.phones) < n {
		r.phones = append(r.phones, r.send("poll/join", "text/plain", ""))
	}
	for i, phone := range r.phones[:n] {
		r.send("poll/answer", "application/x-www-form-urlencoded", url.Values{"question": {question}, "v": spread(i)}.Encode(), "X-Poll-Phone", phone)
	}
}

// one and line are what a class might answer.
func one(most int) func(int) []string {
	return func(i int) []string { return []string{fmt.Sprint((i*i*37 + i*113) % most * ((i % 3) + 1) / 3)} }
}

func line(i int) (all []string) {
	for m := range 11 {
		all = append(all, fmt.Sprint((20+i*7%60)*(m+1)*(10-i%4)/10))
	}
	return all
}

// class goes through the three questions with a class.
func (r *room) class(p *browser.Tab, shoot func(string)) {
	ready(p)
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
	press(p, "q")
	p.Wait("the code is large", `document.querySelector("#poll-large img").naturalWidth > 0`)
	shoot("00-code")
	p.Do(`document.getElementById("poll-large").close()`)
	for _, q := range []struct {
		step, name string
		spread     func(int) []string
	}{{"10", "cases", one(1799)}, {"14", "gap", line}, {"18", "count", one(17000)}} {
		p.Do(`location.hash = %s`, q.step)
		p.Wait("the poll is open", `document.getElementById("poll-count").textContent.startsWith("0 of")`)
		shoot(q.step + "-asked")
		r.answer(q.name, 27, q.spread)
		p.Wait("the answers are in", `document.getElementById("poll-count").textContent.startsWith("27 of")`)
		shoot(q.step + "-hidden")
		press(p, "d")
		p.Wait("the answers are shown", `document.querySelector("#poll-board, #poll-lines")`)
		shoot(q.step + "-shown")
		press(p, "d", "r")
		p.Wait("the answer is shown", `location.hash === %s && document.querySelector("#poll-board, #poll-lines")`, "#"+q.step+".2")
		shoot(q.step + "-revealed")
		press(p, "d")
		shoot(q.step + "-revealed-hidden")
		press(p, "PageUp")
		p.Wait("the poll is closed", `document.getElementById("poll-note").textContent`)
		shoot(q.step + "-closed")
	}
	press(p, "?")
	shoot("help")
}

// phone answers as a student does.
func (r *room) phone(p *browser.Tab, shoot func(string)) {
	p.Touch()
	r.lead(`{"question":""}`)
	p.Wait("it has joined", `document.querySelector("#view").dataset.key === "wait" || document.querySelector(".answer")`)
	shoot("0-waiting")
	for _, q := range []struct{ name, fill string }{
		{"cases", `const v = document.getElementById("value"); v.value = 300; v.dispatchEvent(new Event("input"))`},
		{"gap", `document.querySelectorAll("fieldset input").forEach((f, i) => { f.value = i === 4 ? "" : 30 * i + 20; f.dispatchEvent(new Event("input")) })`},
		{"count", `const v = document.getElementById("value"); v.value = 4000; v.dispatchEvent(new Event("input"))`},
	} {
		r.lead(`{"question":"` + q.name + `","again":true}`)
		p.Wait("the question is there", `document.querySelector("[name=question]")?.value === %s`, q.name)
		shoot(q.name + "-1-asked")
		p.Do(q.fill)
		shoot(q.name + "-2-filled")
		p.Do(`document.querySelector("button[value=answer]").click()`)
		p.Wait("it is in", `document.querySelector(".sent")`)
		shoot(q.name + "-3-sent")
		r.lead(`{"question":"` + q.name + `","revealed":true}`)
		p.Wait("it is shown", `document.querySelector(".answer")`)
		shoot(q.name + "-4-revealed")
	}
}

// sets are the pictures of the poll: the projector, and phones in both themes.
func (r *room) sets() (all []set) {
	for _, size := range [][2]int{{1920, 1080}, {1280, 720}, {1024, 768}} {
		all = append(all, set{fmt.Sprintf("poll-present-%dx%d", size[0], size[1]), size[0], size[1], "en/present/#poll=" + r.key, r.class})
	}
	all = append(all, set{"poll-dark-1920x1080", 1920, 1080, "en/present/?theme=dark#poll=" + r.key, r.class})
	for _, width := range []int{320, 390} {
		all = append(all,
			set{fmt.Sprintf("poll-phone-light-%d", width), width, 900, "p", r.phone},
			set{fmt.Sprintf("poll-phone-dark-%d", width), width, 900, "p", func(p *browser.Tab, shoot func(string)) {
				p.Media("prefers-color-scheme", "dark")
				r.phone(p, shoot)
			}})
	}
	return all
}
