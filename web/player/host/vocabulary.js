// The form of every command, so that a page's mistake is reported at once and never fetches the engine. What
// a command means where the player stands is for internal/story to say. A test holds this list to that of story.Verbs.
const month = /^20\d\d-(0[1-9]|1[0-2])$/, number = /^\d{1,4}(\.\d{1,6})?$/;
const patterns = {
  step: /^-?\d{1,3}$/,
  seek: month,
  select: /^(?=.{3,120}$)\w[\w.:@-]*(\/[\w.:@-]+)+$/,
  guess: /^(?=.{1,200}$)(\d{1,7}|-)(,(\d{1,7}|-))*$/,
  suppose: /^(rate|0(\.\d{1,6})?|1(\.0{1,6})?|\.\d{1,6})$/,
  only: /^[a-z-]{2,20}$/,
  speed: number,
  theme: /^(auto|light|dark)$/,
  lang: /^[a-z]{2,3}(-[A-Za-z\d]{1,8}){0,3}$/,
};
const withoutValue = ["play", "pause", "toggle", "replay", "next", "back", "close", "reveal", "skip", "restart"];

export const verbs = [...withoutValue, "chapter", "view", ...Object.keys(patterns)];

// validateCommand gives "" or what is wrong with a command.
/** @param {string} words @param {Pick<Config, "chapters">} config @param {(id: string) => any} $ @returns {string} */
export function validateCommand(words, { chapters }, $) {
  const [verb, first = "", second, ...rest] = words.split(" ");
  const bad = want => `command ${verb}: "${words.slice(verb.length + 1, verb.length + 41)}" does not fit; write ${want}`;
  if (withoutValue.includes(verb)) return first ? bad("the word alone") : "";
  if (verb === "chapter") {
    const to = chapters.find(c => c.name === first);
    if (!to || rest.length) return bad(chapters.map(c => c.name).join(", "));
    return second === undefined || /^[1-9]\d?$/.test(second) && Number(second) <= to.beats ? "" : bad(`a beat from 1 to ${to.beats}`);
  }
  if (second !== undefined) return bad("one value");
  if (verb === "view") {
    const views = [...$("views").children].map(b => b.dataset.view);
    return views.includes(first) ? "" : bad(views.join(", "));
  }
  if (Object.hasOwn(patterns, verb)) return patterns[verb].test(first) ? "" : bad("a value of its form");
  return `command "${verb.slice(0, 40)}" is not one of ${verbs.join(", ")}`;
}
