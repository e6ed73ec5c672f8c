// The embed builder: what is chosen stands in the address, in the player shown, and in the code.
import { hold } from "../embed/hold.js";

/** @type {(id: string) => any} */
const $ = id => document.getElementById(id);
const config = JSON.parse($("config").textContent);
const form = $("form"), box = $("box");
const site = config.site || new URL(config.root, location.href).href;
const inPath = ["chapter", "lang"];
const order = [...inPath, "theme", "accent", "ground", "font", "controls", "autoplay", "guess", "numerals", "caption", "height"];

const fields = order.map(name => form.elements[name]);
// value is what a field says; "" for the usual.
function value(field) {
  if (field.disabled || !field.checkValidity()) return "";
  if (field.type === "checkbox") return field.checked === (field.dataset.usual === "on") ? "" : field.checked ? "on" : "off";
  return field === fields[0] || field === fields[1] || field.value !== field.options?.[0].value ? field.value : "";
}
const chosen = () => Object.fromEntries(fields.map(field => [field.name, value(field)]).filter(([, v]) => v));

// take puts an address's parameters into the fields; what no field can hold is passed over.
function take(query) {
  for (const field of fields) {
    /** @type {HTMLInputElement} */
    const switched = document.querySelector(`[data-for=${field.name}]`);
    const given = query.get(field.name);
    if (given === null) continue;
    if (field.type === "checkbox") field.checked = given === "on";
    else if (field.options && ![...field.options].some(o => o.value === given)) continue;
    else if (field.type === "color" && !/^#[\da-f]{6}$/i.test(given) || field.type === "number" && !/^\d{3,4}$/.test(given)) continue;
    else field.value = given;
    if (switched) field.disabled = !(switched.checked = true);
  }
  for (const radio of form.elements.width) if (radio.value === query.get("width")) radio.checked = true;
}

const escape = text => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`).replaceAll("&#38;", "&amp;");
const escapes = {
  html: (name, text) => name === "attributes" ? text : escape(text),
  markdown: (name, text) => /^(alt|title)$/.test(name) ? text.replace(/[[\]]/g, "\\$&") : text,
  text: (name, text) => text,
};

// heightAt is how many px a held place is high at a width, for code that takes one height only.
function heightAt(held, width) {
  const around = document.createElement("div"), place = document.createElement("div");
  around.style.cssText = `position:absolute;visibility:hidden;width:${width}px`;
  place.style.paddingBottom = held;
  around.append(place);
  document.body.append(around);
  const { height } = place.getBoundingClientRect();
  around.remove();
  return Math.ceil(height);
}

// values are what the forms of code are filled with.
function values(all) {
  const { chapter, lang, ...frame } = all, { height, ...more } = frame, about = config.about[lang][chapter];
  const held = hold(all), tall = width => height ?? String(heightAt(held, width));
  const query = params => { const text = String(new URLSearchParams(params)); return text && `?${text}`; };
  const story = site + lang + (chapter === "cover" ? "/" : `/${chapter}/`), page = story + query(more);
  return {
    site, story, page, encoded: encodeURIComponent(page),
    frame: `${site}${lang}/player/${chapter}/${query(height ? { ...more, height: "fit" } : more)}`,
    image: site + about.image, alt: about.alt, title: about.title,
    settings: String(new URLSearchParams(all)),
    attributes: Object.entries(all).map(([name, text]) => ` ${name}="${escape(text)}"`).join(""),
    hold: height ? `${height}px` : held, framehold: height ? `${height}px` : held.replaceAll("%", "cqw"), height: tall(640),
    phonewidth: "360", phoneheight: tall(360), more: config.say["embed.snippet.amp.more"],
  };
}

// show sets the player's attributes. Another chapter or language is another document: a new element opens it as it will
// open on the host's page, where the old one would only go on to it.
function show(all) {
  let player = $("player");
  if (inPath.some(name => player.getAttribute(name) !== all[name])) {
    const made = document.createElement("open-cases");
    made.id = player.id;
    made.append(...player.childNodes);
    for (const name in all) made.setAttribute(name, all[name]);
    player.replaceWith(made);
    player = made;
  }
  for (const name of order) {
    if (name in all) {
      if (player.getAttribute(name) !== all[name]) player.setAttribute(name, all[name]);
    } else if (player.hasAttribute(name)) player.removeAttribute(name);
  }
}

function update() {
  // What begins by itself must have a button to stop it.
  form.elements.autoplay.disabled = form.elements.controls.value === "none";
  const all = chosen(), filling = values(all);
  for (const { id, kind, form: code } of config.snippets) {
    $(`code-${id}`).textContent = code.replace(/\{(\w+)\}/g, (whole, name) => name in filling ? escapes[kind](name, filling[name]) : whole);
  }
  show(all);
  box.dataset.width = form.elements.width.value;
  const kept = new URLSearchParams(all);
  if (all.chapter === "cover") kept.delete("chapter");
  if (all.lang === config.lang) kept.delete("lang");
  if (box.dataset.width !== usualWidth) kept.set("width", box.dataset.width);
  try {
    history.replaceState(null, "", kept.size ? `?${kept}${location.hash}` : location.pathname + location.hash);
  } catch { /* too many in a short time: the next one catches up */ }
}

// copy puts code on the clipboard; where a page may not, the code is selected for the reader to copy.
async function copy(button) {
  const code = $(button.dataset.copy);
  let said = config.say["embed.copied"];
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    code.focus();
    said = config.say["embed.copy.select"];
  }
  $("said").textContent = said;
  if (said !== config.say["embed.copied"]) return;
  button.textContent = said;
  setTimeout(() => {
    button.textContent = config.say["embed.copy"];
    $("said").textContent = "";
  }, 2500);
}

if (matchMedia("(max-width: 44rem)").matches) form.elements.width.value = "phone";
const usualWidth = form.elements.width.value;
take(new URLSearchParams(location.search));
// A page that was not told the site's address knows it from its own.
if ($("noaddress")) {
  $("noaddress").remove();
  for (const code of document.querySelectorAll(".recipes code")) code.textContent = code.textContent.replaceAll(config.say["embed.address"], site);
}
form.hidden = $("widths").hidden = false;
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
let later;
document.addEventListener("input", event => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (target.dataset.for) form.elements[target.dataset.for].disabled = !target.checked;
  clearTimeout(later);
  later = setTimeout(update, 150); // a colour field says every shade it passes
});
addEventListener("popstate", () => location.reload());
form.addEventListener("submit", event => event.preventDefault());
update();
