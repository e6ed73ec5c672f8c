// What an embed can be told: the same names as attributes, in the player's address, and in commands where there is one.
import { site } from "./site.js";

// chapter and lang choose the document, the others go into its query. The player checks every value itself.
export const names = ["chapter", "lang", "beat", "view", "month", "only", "select", "suppose", "speed", "theme", "accent", "ground",
  "font", "controls", "autoplay", "guess", "numerals", "caption", "height"];

// Those that change in the frame as it stands; for the others its document is read anew.
export const looks = ["theme", "accent", "ground", "font", "controls", "caption"];

const forms = { chapter: /^[a-z]{1,20}$/, lang: /^[a-z]{2,3}(-[A-Za-z\d]{1,8}){0,3}$/ };
const usual = { chapter: "cover", lang: "en" };

// chosen is chapter or lang as the attribute has it, or the default, said once, where it cannot be part of a path.
function chosen(values, name) {
  const value = values[name];
  if (value === undefined || forms[name].test(value)) return value ?? usual[name];
  console.warn(`open-cases: ${name}="${value.slice(0, 40)}" does not fit; ${usual[name]} is shown`);
  return usual[name];
}

// read gives the parameters an element carries. An attribute without a value, like autoplay, is on.
export function read(element) {
  const values = {};
  for (const name of names) if (element.hasAttribute(name)) values[name] = element.getAttribute(name).trim() || "on";
  return values;
}

// address is the player's document for parameters; place, {chapter, beat}, is where a reader already was.
export function address(values, place) {
  const query = new URLSearchParams();
  for (const name of names) if (name in values && !(name in usual)) query.set(name, values[name]);
  if (/^\d+$/.test(values.height)) query.set("height", "fit");
  if (place) for (const name of ["chapter", "beat"]) query.set(name, place[name]);
  return `${site}${chosen(values, "lang")}/player/${chosen(values, "chapter")}/${query.size ? "?" + query : ""}`;
}
