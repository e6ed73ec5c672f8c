package site

import "opencases/internal/story"

// The protocol between a page and the player, as the builder's page documents it. web/player/host/protocol.js speaks it, and a
// test holds one to the other. What is said of each stands in the words, under the prefix of its table.

// saying is a row of such a table: what it is called, and how it is written.
type saying struct{ Name, Form string }

// sayings are the tables by the prefix of their words.
var sayings = map[string][]saying{
	"embed.say": { // from the page to the player
		{"command", `{openCases: 1, type: "command", command: "chapter gap 3"}`},
		{"set", `{openCases: 1, type: "set", values: {theme: "dark", accent: "#1f5f9e"}}`},
		{"visibility", `{openCases: 1, type: "visibility", visible: false}`},
		{"hello", `{openCases: 1, type: "hello"}`},
	},
	"embed.hear": { // from the player to the page
		{"ready", `{openCases: 1, type: "ready", chapter, beat, title, lang}`},
		{"height", `{openCases: 1, type: "height", height}`},
		{"state", `{openCases: 1, type: "state", chapter, beat, view, month, playing, query}`},
		{"chapter", `{openCases: 1, type: "chapter", chapter, beat}`},
		{"error", `{openCases: 1, type: "error", message}`},
		{"interaction", `{openCases: 1, type: "interaction", command}`},
	},
	"embed.method": {
		{"command", `command("chapter gap 3")`}, {"go", `go("gap", 3)`}, {"seek", `seek("2017-03")`},
		{"play", "play()"}, {"pause", "pause()"}, {"next", "next()"}, {"back", "back()"}, {"state", "state"},
	},
	"embed.command": {
		{string(story.DoPlay), "play"}, {string(story.DoPause), "pause"}, {string(story.DoToggle), "toggle"}, {string(story.DoReplay), "replay"},
		{string(story.DoNext), "next"}, {string(story.DoBack), "back"}, {string(story.DoChapter), "chapter gap 3"}, {string(story.DoSeek), "seek 2017-03"}, {string(story.DoStep), "step -1"},
		{string(story.DoView), "view cases"}, {string(story.DoSelect), "select assessments/2017-11/open"}, {string(story.DoClose), "close"},
		{string(story.DoGuess), "guess 400"}, {string(story.DoReveal), "reveal"}, {string(story.DoSkip), "skip"}, {string(story.DoSuppose), "suppose 0.25"},
		{string(story.DoOnly), "only open"}, {string(story.DoSpeed), "speed 2"}, {string(story.DoRestart), "restart"},
		{string(story.DoTheme), "theme dark"}, {string(story.DoLang), "lang en"},
	},
}

// voiceCode shows both ways at work, with the script and without it.
var voiceCode = map[string]string{
	"embed.voice.element": `const player = document.querySelector("open-cases");
player.addEventListener("open-cases:chapter", event => console.log(event.detail));
player.go("gap", 3);
player.setAttribute("theme", "dark");`,
	"embed.voice.frame": `const frame = document.querySelector("iframe");
addEventListener("message", event => {
  if (event.source !== frame.contentWindow || event.data?.openCases !== 1) return;
  if (event.data.type === "height") frame.style.height = event.data.height + "px";
});
frame.contentWindow.postMessage({ openCases: 1, type: "hello" }, "*");
frame.contentWindow.postMessage({ openCases: 1, type: "command", command: "chapter gap 3" }, "*");`,
}

// voiceTable is a table of the builder's page, or a piece of code.
type voiceTable struct {
	ID, Title, Text string
	Rows            []setting // Name, Values: how it is written, Text
	Code            string
}

// voiceTables lists them in the order in which they are read.
func (e *edition) voiceTables() []voiceTable {
	var all []voiceTable
	for _, key := range []string{"embed.voice.element", "embed.method", "embed.hear", "embed.voice.frame", "embed.say", "embed.command"} {
		t := voiceTable{ID: key[len("embed."):], Title: e.lang.String(key + ".title"), Text: e.lang.String(key + ".text"), Code: voiceCode[key]}
		for _, s := range sayings[key] {
			t.Rows = append(t.Rows, setting{s.Name, s.Form, e.lang.String(key + "." + s.Name)})
		}
		all = append(all, t)
	}
	return all
}
