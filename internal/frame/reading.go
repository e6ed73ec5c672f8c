package frame

import (
	"opencases/internal/story"
	"opencases/internal/words"
)

// Reading gives a story's clock the time that a Frame's texts take to read. The clock asks in every frame of play, so the
// words of each text are counted once. It is not safe for concurrent use.
type Reading struct {
	lang    *words.Language
	seconds map[texts]float64
}

// texts names the texts that a Frame shows together.
type texts struct {
	step                int
	asks, answered, own bool // a question; its answer; beside a guess
}

// NewReading counts in a language, which must know the record.
func NewReading(l *words.Language) *Reading { return &Reading{lang: l, seconds: map[texts]float64{}} }

// Seconds is how long the beat's title and text take to read, with the question and its answer if they are shown.
func (r *Reading) Seconds(s story.State) float64 {
	now := texts{step: s.Step(), asks: hasQuestion(s)}
	if now.asks && !s.Asking {
		_, now.own = firstPlaced(s.Guesses[s.Chapter].Values)
		now.answered = true
	}
	seconds, counted := r.seconds[now]
	if !counted {
		seconds = wordCount(r.lang, s, now) * story.WordSeconds
		r.seconds[now] = seconds
	}
	return seconds
}

func wordCount(l *words.Language, s story.State, now texts) float64 {
	n := words.Count(l.String(beatKey(s)+".title")) + words.Count(l.String(beatKey(s)+".text"))
	if now.asks {
		n += words.Count(l.String("ask."+s.Chapter+".label")) + words.Count(l.String("ask."+s.Chapter+".hint"))
	}
	if now.answered {
		n += words.Count(answer(l, s).String())
	}
	return n
}
