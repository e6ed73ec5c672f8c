package story

import (
	"encoding/json"
	"flag"
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
	Name  string `json:"name"`
	Title string `json:"title"`
	Beats int    `json:"beats"`
	Asks  bool   `json:"asks,omitempty"`
}

// storyForScripts is what the tests of the scripts know of the story.
func storyForScripts() []byte {
	told := struct {
		Chapters []scriptChapter     `json:"chapters"`
		Guesses  map[string]string   `json:"guesses"` // one that fits, by chapter
		Months   map[string][]string `json:"months"`  // where each beat rests
		Views    map[string][]View   `json:"views"`   // and in which view
	}{Guesses: map[string]string{}, Months: map[string][]string{}, Views: map[string][]View{}}
	for _, c := range Chapters {
		asks := c.Beats[0].Ask != AskNothing
		told.Chapters = append(told.Chapters, scriptChapter{c.Name, c.Name, len(c.Beats), asks})
		if q, ok := QuestionOf(c.Name); ok && asks {
			told.Guesses[c.Name] = strings.TrimSuffix(strings.Repeat("12,", q.Answers()), ",")
		}
		for _, b := range c.Beats {
			told.Months[c.Name] = append(told.Months[c.Name], b.To.String())
			told.Views[c.Name] = append(told.Views[c.Name], b.View)
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
// itself would have made of them. transitions.txt has what the script makes of each.
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
		c, err := ParseCommand(part[1])
		if err != nil {
			t.Fatal(err)
		}
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
