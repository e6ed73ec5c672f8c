// What state.js makes of every command at every beat, as text: one line each, `asking QUERY <tab> COMMAND <tab> RESULT`.
// internal/story/transitions_test.go holds the lines to the story in Go, state.test.js holds state.js to the lines.
//
//   node web/test/transitions.js > web/test/transitions.txt   after state.js or the story has changed
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { applyCommand, printState, readState } from "../player/core/state.js";

const { chapters, guesses } = JSON.parse(readFileSync(new URL("story.json", import.meta.url), "utf8"));

const always = ["play", "pause", "toggle", "replay", "next", "back", "restart", "skip", "reveal", "close", "chapter gap", "chapter gap 3", "chapter explore",
  "seek 2017-03", "step 2", "step -2", "view gap", "view after", "view cases", "select assessments/2017-11/open", "suppose 0.17", "suppose rate",
  "only open", "only rest", "only all", "seek 2014-10", "speed 2", "speed 1", "theme dark", "theme auto"];

/** befores are the States that each beat is tried in: as it opens, with something of everything, and asking nothing. */
function befores(chapter, beat) {
  const at = `chapter=${chapter.name}&beat=${beat + 1}`, all = [{ asking: true, query: at }];
  all.push({ asking: true, query: `${at}&month=2017-05&select=assessments/2017-11/open&suppose=0.3&revealed=${chapter.name === "gap" ? "gap" : "cases"}&speed=2` });
  if (!(chapter.asks && beat === 0)) all.push({ asking: false, query: at });
  return all;
}

/** result is what commands with | between them make of a State. Of several, one that does not fit changes nothing. */
function result(chapter, beat, { asking, query }, commands) {
  const story = { chapters, asking };
  let state = readState(query, story, { chapter: "cover", beat: 0 }), refused = "";
  for (const command of commands.split("|")) {
    const next = applyCommand(state, command, story);
    if (typeof next === "string") refused = next;
    else state = next;
  }
  return refused && !commands.includes("|") ? `refused: ${refused}` : `${printState(state, story)}${state.play && ` ${state.play}`}`;
}

/** sequences are n rows of four commands, always the same ones. Before the engine is there nothing plays. */
function sequences(n, random) {
  const of = always.filter(command => !/^(play|toggle|replay)$/.test(command));
  const next = () => of[(random.at = (random.at * 48271) % 2147483647) % of.length];
  return Array.from({ length: n }, () => [next(), next(), next(), next()].join("|"));
}

/** transitions gives every line. */
export function transitions() {
  const lines = [], random = { at: 2017 };
  for (const chapter of chapters) for (let beat = 0; beat < chapter.beats; beat++) for (const before of befores(chapter, beat)) {
    for (const command of [...always, `guess ${guesses[chapter.name] ?? "12"}`, ...sequences(8, random)]) {
      lines.push([`${before.asking ? "on" : "off"} ${before.query}`, command, result(chapter, beat, before, command)].join("\t"));
    }
  }
  return lines.join("\n") + "\n";
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(transitions());
