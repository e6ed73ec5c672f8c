// What an embed can be told: the same names as attributes, in the player's address, and in commands where there is one.
import { site } from "./site.js";

// The player checks every value itself.
export const names = ["chapter", "view", "month", "only", "select", "suppose", "speed", "beat", "autoplay", "theme", "accent", "ground",
  "font", "controls", "caption", "lang", "guess", "numerals", "height"];

// The first say where the story stands: they are commands as well, and month's is called seek.
export const commands = names.slice(0, 7);
const opens = names.slice(0, 9); // what counts only when a player opens

// Those that change in the frame as it stands; for the others but commands its document is read anew.
export const looks = names.slice(9, 15);

const usual = { chapter: "cover", lang: "en", speed: "1", theme: "auto", font: "own", controls: "full", autoplay: "off", guess: "on",
  numerals: "auto", caption: "on", height: "auto" };
const forms = { chapter: /^[a-z]{1,20}$/, lang: /^[a-z]{2,3}(-[A-Za-z\d]{1,8}){0,3}$/ };

// pathPart is chapter or lang as the attribute has it, or the default, said once, where it cannot be part of a path.
function pathPart(values, name) {
  const value = values[name];
  if (value === undefined || forms[name].test(value)) return value ?? usual[name];
  console.warn(`open-cases: ${name}="${value.slice(0, 40)}" does not fit; ${usual[name]} is shown`);
  return usual[name];
}

// readParameters gives the parameters an element carries. An attribute without a value, like autoplay, is on.
export function readParameters(element) {
  const values = {};
  for (const name of names) if (element.hasAttribute(name)) values[name] = element.getAttribute(name).trim() || "on";
  return values;
}

// effectiveValue is what an attribute's value, or null for none, comes to.
export const effectiveValue = (name, value) => value === null ? usual[name] : value.trim() || "on";

// playerAddress is the player's document for parameters; place is the state in which a reader left it.
export function playerAddress(values, place) {
  const query = new URLSearchParams();
  for (const name of names) if (values[name] && !(place && opens.includes(name))) query.set(name, values[name]);
  query.delete("lang"); // lang and chapter are part of the path
  query.delete("chapter");
  if (/^\d+$/.test(values.height)) query.set("height", "fit");
  if (place) {
    for (const [name, value] of new URLSearchParams(place.query)) if (!names.includes(name) || opens.includes(name)) query.set(name, value);
    query.set("chapter", place.chapter);
    query.set("beat", place.beat);
    if (place.playing) query.set("autoplay", "on");
  }
  return `${site}${pathPart(values, "lang")}/player/${pathPart(values, "chapter")}/${query.size ? "?" + query : ""}`;
}

// pictureAddress is the still picture of the chapter.
export function pictureAddress(values) {
  const chapter = pathPart(values, "chapter");
  return `${site}${pathPart(values, "lang")}/${chapter === usual.chapter ? "" : `${chapter}/`}card.png`;
}
