// Still pictures: the story's beats as the server drew them. They answer next, back, skip, chapter and restart with no
// engine at all.
import { config, search } from "./config.js";

// asking: whether questions are asked at all; where they are not, the beats that ask are passed over.
export const asking = new URLSearchParams(search).get("guess") !== "off";

// first is the beat that a chapter opens with.
export const first = chapter => asking || !chapter.asks ? 0 : 1;

const lists = new Map(); // URL -> promise of a list of stills

function list(chapter, composition) {
  const url = `${config.stills}${chapter}-${composition}.json`;
  if (!lists.has(url)) {
    const fetched = fetch(url).then(answer => {
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      return answer.json();
    });
    fetched.catch(() => lists.delete(url));
    lists.set(url, fetched);
  }
  return lists.get(url);
}

// still gives the picture of a beat; answered: of a beat that asks, the one with its answer.
export async function still({ chapter, beat, answered }, composition) {
  const of = (await list(chapter, composition)).filter(s => s.beat === beat);
  const found = answered ? of[of.length - 1] : of[0];
  if (!found) throw new Error(`no still of ${chapter}, beat ${beat + 1}`);
  return found;
}

// prefetch brings the stills of a chapter and of the one after it.
export function prefetch(chapter, composition) {
  const i = config.chapters.findIndex(c => c.name === chapter);
  for (const c of config.chapters.slice(i, i + 2)) list(c.name, composition).catch(() => {});
}

// step says where a command leads from a place in the story ({chapter, beat}), or null if only the engine can answer.
export function step(command, from) {
  const [verb, name, number] = command.split(" ");
  const i = config.chapters.findIndex(c => c.name === from.chapter);
  switch (verb) {
    case "next":
    case "skip":
      if (from.beat + 1 < config.chapters[i].beats) return { chapter: from.chapter, beat: from.beat + 1 };
      return config.chapters[i + 1] ? { chapter: config.chapters[i + 1].name, beat: first(config.chapters[i + 1]) } : from;
    case "back":
      if (from.beat > first(config.chapters[i])) return { chapter: from.chapter, beat: from.beat - 1 };
      return i > 0 ? { chapter: config.chapters[i - 1].name, beat: config.chapters[i - 1].beats - 1 } : from;
    case "chapter": {
      const to = config.chapters.find(c => c.name === name);
      return to ? { chapter: name, beat: Math.max(first(to), (Number(number) || 1) - 1) } : null;
    }
    case "restart":
      return { chapter: config.chapters[0].name, beat: 0 };
  }
  return null;
}
