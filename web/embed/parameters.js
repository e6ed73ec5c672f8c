// What an embed can be told: the same names as attributes, in the player's address, and in commands where there is one.
import { site } from "./site.js";

// chapter and lang choose the document, the others go into its query. The player checks every value itself.
export const names = ["chapter", "lang", "beat", "view", "month", "only", "select", "suppose", "speed", "theme", "accent", "ground",
  "font", "controls", "autoplay", "guess", "numerals", "caption", "height"];

// Those that change in the frame as it stands; for the others but commands its document is read anew.
export const looks = ["theme", "accent", "ground", "font", "controls", "caption"];

// commands are the parameters that say where the story stands, and what brings a running player there.
export const commands = { chapter: "chapter", view: "view", month: "seek", only: "only", select: "select", suppose: "suppose", speed: "speed" };

const usual = { chapter: "cover", lang: "en", speed: "1", theme: "auto", font: "own", controls: "full", autoplay: "off", guess: "on",
  numerals: "auto", caption: "on", height: "auto" };
const forms = { chapter: /^[a-z]{1,20}$/, lang: /^[a-z]{2,3}(-[A-Za-z\d]{1,8}){0,3}$/ };

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

// effective is what an attribute's value, or null for none, comes to.
export const effective = (name, value) => value === null ? usual[name] : value.trim() || "on";

// nowhere is a place for comparing the addresses of two sets of settings.
export const nowhere = { chapter: "", beat: "", query: "" };

const opens = ["beat", "autoplay", ...Object.keys(commands)]; // what counts only when a player opens

// address is the player's document for parameters; place is the state in which a reader left it.
export function address(values, place) {
  const query = new URLSearchParams();
  for (const name of names) {
    if (name === "chapter" || name === "lang" || !(name in values) || place && opens.includes(name)) continue;
    query.set(name, values[name]);
  }
  if (/^\d+$/.test(values.height)) query.set("height", "fit");
  if (place) {
    for (const [name, value] of new URLSearchParams(place.query)) if (!names.includes(name) || opens.includes(name)) query.set(name, value);
    for (const name of ["chapter", "beat"]) query.set(name, place[name]);
    if (place.playing) query.set("autoplay", "on");
  }
  return `${site}${chosen(values, "lang")}/player/${chosen(values, "chapter")}/${query.size ? "?" + query : ""}`;
}

// picture is the still picture of the chapter.
export function picture(values) {
  const chapter = chosen(values, "chapter");
  return `${site}${chosen(values, "lang")}/${chapter === usual.chapter ? "" : `${chapter}/`}card.png`;
}
