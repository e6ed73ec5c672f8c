// What in the address, or in what a page asks later, does not fit: said once, to whoever looks into the console. Of view,
// month and the like the engine says it, which knows what the picture has.
import { parseColour, wordPatterns, fontStacks } from "./appearance.js";

export const patterns = { ...wordPatterns, guess: /^(on|off)$/, numerals: /^(auto|latn|arab)$/, height: /^(auto|fit|\d+)$/ };

// warnOfParameters takes URLSearchParams, and the names of the colours that appearance.js found hard to see.
/** @param {URLSearchParams} params @param {string[]} unreadable @param {(text: string) => void} complain @param {Config} config */
export function warnOfParameters(params, unreadable, complain, config) {
  const of = name => params.get(name)?.trim();
  const warn = (name, want) => complain(`parameter ${name}: "${of(name).slice(0, 40)}" does not fit; write ${want}`);
  for (const name of ["ground", "accent"]) if (params.has(name) && !parseColour(of(name))) warn(name, "a colour like #1f5f9e");
  if (unreadable.includes("ground")) complain("parameter ground: words or marks would be hard to see on it; a paler or a darker one is needed");
  if (unreadable.includes("accent")) complain("parameter accent: it would be hard to see on the ground");
  if (params.has("font") && !Object.hasOwn(fontStacks, of("font"))) warn("font", `one of ${Object.keys(fontStacks).join(", ")}`);
  for (const [name, form] of Object.entries(patterns)) {
    if (params.has(name) && !form.test(of(name))) warn(name, form.source.slice(2, -2).replaceAll("|", ", ").replace("\\d+", "a number of px"));
  }
  const { chapters } = config, opened = chapters.find(c => c.name === of("chapter")) ?? chapters.find(c => c.name === config.chapter);
  if (params.has("chapter") && opened.name !== of("chapter")) warn("chapter", chapters.map(c => c.name).join(", "));
  if (params.has("beat") && !(/^[1-9]\d?$/.test(of("beat")) && Number(of("beat")) <= opened.beats)) warn("beat", `a number from 1 to ${opened.beats}`);
}
