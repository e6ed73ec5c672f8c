// What state.js makes of every command at every beat, as text: one line each, `asking QUERY <tab> COMMAND <tab> RESULT`.
// internal/story/transitions_test.go holds the lines to the story in Go, state.test.js holds state.js to the lines.
//
//   node web/test/transitions.js > web/test/transitions.txt   after state.js or the story has changed
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { applyCommand, printState, readState } from "../player/core/state.js";

const { chapters, guesses, months, views } = JSON.parse(readFileSync(new URL("story.json", import.meta.url), "utf8"));

const always = ["play", "pause", "toggle", "replay", "next", "back", "restart", "skip", "reveal", "close", "chapter gap", "chapter gap 3", "chapter explore",
  "seek 2017-03", "step 2", "step -2", "view gap", "view after", "view cases", "select assessments/2017-11/open", "suppose 0.17", "suppose rate",
  "only open", "only all", "speed 2", "speed 1", "theme dark", "theme auto"];

/** befores are the States that each beat is tried in: as it opens, with something of everything, and asking nothing. */
function befores(chapter, beat) {
  const at = `chapter=${chapter.name}&beat=${beat + 1}`, all = [{ asking: true, query: at }];
  all.push({ asking: true, query: `${at}&month=2017-05&select=assessments/2017-11/open&suppose=0.3&revealed=${chapter.name === "gap" ? "gap" : "cases"}&speed=2` });
  if (!(chapter.asks && beat === 0)) all.push({ asking: false, query: at });
  return all;
}

function result(chapter, beat, { asking, query }, command) {
  const story = { chapters, asking, month: months[chapter.name][beat], view: views[chapter.name][beat] };
  const after = applyCommand(readState(query, story, { chapter: "cover", beat: 0 }), command, story);
  return typeof after === "string" ? `refused: ${after}` : `${printState(after, story)}${after.play && ` ${after.play}`}`;
}

/** transitions gives every line. */
export function transitions() {
  const lines = [];
  for (const chapter of chapters) for (let beat = 0; beat < chapter.beats; beat++) for (const before of befores(chapter, beat)) {
    for (const command of [...always, `guess ${guesses[chapter.name] ?? "12"}`]) {
      lines.push([`${before.asking ? "on" : "off"} ${before.query}`, command, result(chapter, beat, before, command)].join("\t"));
    }
  }
  return lines.join("\n") + "\n";
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(transitions());
