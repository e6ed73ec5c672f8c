// Still pictures: the story's beats as the server drew them, fetched a chapter at a time.
import { config } from "./config.js";
import { isAnswered } from "./state.js";

const lists = new Map(); // URL -> promise of a list of stills

/** @param {string} chapter @param {string} composition @returns {Promise<Still[]>} */
function fetchList(chapter, composition) {
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

// fetchStill gives the picture of a State's beat: of one that asks, the one with its answer once that has been shown; of
// several views, its view.
/** @param {State} state @param {string} composition @returns {Promise<Still>} */
export async function fetchStill(state, composition) {
  const of = (await fetchList(state.chapter, composition)).filter(s => s.beat === state.beat);
  const found = of.find(s => s.view === state.params.view) ?? (of[0]?.ask && isAnswered(state) ? of.at(-1) : of[0]);
  if (!found) throw new Error(`no still of ${state.chapter}, beat ${state.beat + 1}`);
  return found;
}

// prefetchStills brings the stills of a chapter and of the one after it.
/** @param {string} chapter @param {string} composition */
export function prefetchStills(chapter, composition) {
  const i = config.chapters.findIndex(c => c.name === chapter);
  for (const c of config.chapters.slice(i, i + 2)) fetchList(c.name, composition).catch(() => {});
}
