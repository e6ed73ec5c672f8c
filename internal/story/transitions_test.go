package story

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write web/test/story.json anew")

const (
	scriptStory       = "../../web/test/story.json"
	scriptTransitions = "../../web/test/transitions.txt"
)

type scriptChapter struct {
	Name   string   `json:"name"`
	Title  string   `json:"title"`
	Beats  int      `json:"beats"`
	Asks   bool     `json:"asks,omitempty"`
	Views  []View   `json:"views"`
	Months []string `json:"months"`
}

// storyForScripts is what the tests of the scripts know of the story.
func storyForScripts() []byte {
	told := struct {
		Chapters []scriptChapter   `json:"chapters"`
		Guesses  map[string]string `json:"guesses"` // one that fits, by chapter
	}{Guesses: map[string]string{}}
	for _, c := range Chapters {
		asks := c.Beats[0].Ask != AskNothing
		in := scriptChapter{Name: c.Name, Title: c.Name, Beats: len(c.Beats), Asks: asks}
		for _, b := range c.Beats {
			in.Views, in.Months = append(in.Views, b.View), append(in.Months, b.To.String())
		}
		told.Chapters = append(told.Chapters, in)
		if q, ok := QuestionOf(c.Name); ok && asks {
			told.Guesses[c.Name] = strings.TrimSuffix(strings.Repeat("12,", q.Answers()), ",")
		}
	}
	text, err := json.MarshalIndent(told, "", "  ")
	if err != nil {
		panic(err)
	}
	return append(text, '\n')
}

func TestTheScriptsAreTestedWithThisStory(t *testing.T) {
	want := storyForScripts()
	if *update {
		if err := os.WriteFile(scriptStory, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(scriptStory)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s is out of date: run go test ./internal/story -run Scripts -update, then node web/test/transitions.js > web/test/transitions.txt", scriptStory)
	}
}

// Until the engine has come, web/player/core/state.js answers commands: what the engine then reads must be what the story
// itself would have made of them. transitions.txt has what the script makes of each, and of some in a row.
func TestTheScriptChangesTheStateAsTheStoryDoes(t *testing.T) {
	text, err := os.ReadFile(scriptTransitions)
	if err != nil {
		t.Fatal(err)
	}
	tried := map[Verb]map[int]bool{}
	for line := range strings.Lines(string(text)) {
		part := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(part) != 3 {
			t.Fatalf("%q is no line of %s", line, scriptTransitions)
		}
		asking, query, _ := strings.Cut(part[0], " ")
		before, faults := Initial().With(query + "&guess=" + asking)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", query, faults)
		}
		commands := strings.Split(part[1], "|")
		if len(commands) > 1 {
			after := before
			for _, text := range commands {
				if next, err := after.Apply(command(t, text)); err == nil {
					after = next
				}
			}
			script, _ := Initial().With(part[2])
			if got, want := shownByAStill(script), shownByAStill(after); got != want {
				t.Errorf("%s, %s:\n the script makes %s\n the story       %s\n of %s", part[0], part[1], got, want, part[2])
			}
			continue
		}
		c := command(t, part[1])
		if tried[c.Verb] == nil {
			tried[c.Verb] = map[int]bool{}
		}
		tried[c.Verb][before.Step()] = true
		if got, want := asTheEngineReads(t, before, part[2]), asTheStoryDoes(before, c); got != want {
			t.Errorf("%s, %s:\n the script makes %s\n the story       %s\n of %s", part[0], part[1], got, want, part[2])
		}
	}
	for _, verb := range Verbs() {
		if len(tried[verb]) != len(steps) && verb != DoLang { // another language is another document
			t.Errorf("%s is tried at %d beats of %d", verb, len(tried[verb]), len(steps))
		}
	}
}

func command(t *testing.T, text string) Command {
	t.Helper()
	c, err := ParseCommand(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// shownByAStill is what a still shows of a State. Of all else the engine is the judge: it does the commands itself.
func shownByAStill(s State) string {
	var revealed []string
	for _, chapter := range ChapterNames() {
		if s.Guesses[chapter].Revealed {
			revealed = append(revealed, chapter)
		}
	}
	return fmt.Sprintf("%s %d, view %s, answered %v, card %q, speed %g, theme %s", s.Chapter, s.Beat+1, s.View, revealed, s.Selected, s.Speed, s.Options.Theme)
}

// asTheEngineReads is where the engine stands after what the script made of a command.
func asTheEngineReads(t *testing.T, before State, result string) string {
	if strings.HasPrefix(result, "refused: ") {
		return printed(before)
	}
	query, play, _ := strings.Cut(result, " ")
	s, _ := Initial().With(query) // what does not fit the engine notes and passes over
	if play != "" {
		var err error
		if s, err = s.Apply(Command{Verb: Verb(play)}); err != nil {
			t.Fatal(err)
		}
	}
	return printed(s)
}

func asTheStoryDoes(before State, c Command) string {
	after, err := before.Apply(c)
	if err != nil {
		return printed(before)
	}
	return printed(after)
}

func printed(s State) string {
	if s.Playing {
		return s.Query() + " playing"
	}
	return s.Query()
}
