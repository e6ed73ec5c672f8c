// The script of the single file: unpacks the site that stands in it as text, and shows the document that the address
// after # names. The page of the first language is there before and without it.
import { readAddress } from "./address.js";
import { createPlayerFrame } from "./frame.js";
import { readFileSet } from "./file-set.js";
import { canUnpack, unpack } from "./unpack.js";

const root = () => document.documentElement;
const element = id => document.getElementById(id);
const own = root().lang, { damaged, old } = JSON.parse(element("single").textContent);
const enginePath = element("single").dataset.engine, engine = element("packed-engine"); // not found once another document is shown
const site = canUnpack ? new Response(unpack(element("packed-site"))).arrayBuffer().then(readFileSet) : Promise.reject(new Error("no DecompressionStream"));

// chapterOf says whether an address is that of a language's page, and which chapter's: "en/" and "en/gap/".
const chapterOf = ({ lang, path }, set) => {
  const chapter = path.slice(lang.length + 1, -1) || "cover";
  return /^[a-z]+$/.test(chapter) && Object.hasOwn(headings(lang, set), chapter) ? chapter : "";
};
const headings = (lang, set) => set.has(`${lang}/headings.json`) ? JSON.parse(set.text(`${lang}/headings.json`)) : {};

let shown; // {path, chapter}: the document in the window, and the chapter that the page is opened at
let frame; // the player on the page

// wanted is where the address leads: the page, if it leads nowhere.
function wanted(set) {
  const at = readAddress(location.hash) ?? { lang: own, path: `${own}/`, search: "", id: location.hash.slice(1) };
  const chapter = at.lang && chapterOf(at, set);
  if (chapter) return { ...at, path: `${at.lang}/`, chapter };
  if (at.lang && set.has(`${at.path}index.html`)) return at;
  return { lang: own, path: `${own}/`, search: "", id: "", chapter: "cover" };
}

function show(set) {
  const to = wanted(set);
  if (to.path !== `${own}/`) replaceDocument(set, to);
  shown = to;
  fillParts(set);
  if (to.chapter) {
    const iframe = document.querySelector(".player iframe");
    frame = createPlayerFrame(set, iframe, to.lang);
    if (to.chapter !== "cover" || to.search) openChapter(set, to);
    else frame.enter();
  } else startScripts(set, to.path);
  delete root().dataset.wait;
  scrollToPlace(to.id);
}

// replaceDocument puts another document into the window.
function replaceDocument(set, to) {
  const fonts = element("fonts").textContent, made = new DOMParser().parseFromString(set.text(`${to.path}index.html`), "text/html");
  root().replaceWith(document.adoptNode(made.documentElement));
  addStyle(set.has(`fonts/${to.lang}.css`) ? set.text(`fonts/${to.lang}.css`) : fonts).id = "fonts";
}

function addStyle(text) {
  const sheet = document.createElement("style");
  sheet.textContent = text;
  document.head.append(sheet);
  return sheet;
}

// fillParts brings the parts that the page leaves to the pack, and makes files out of what can be downloaded.
function fillParts(set) {
  for (const part of document.querySelectorAll("[data-fill]")) {
    part.innerHTML = set.text(part.dataset.fill);
    part.removeAttribute("data-fill");
  }
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(`a[href^="#data/"], a[href^="#licences/"]`);
  for (const link of links) {
    const path = link.getAttribute("href").slice(1), { type, bytes } = set.file(path);
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = path.split("/").at(-1);
  }
}

// openChapter shows the page at a chapter.
function openChapter(set, to) {
  const { title, heading, lead } = headings(to.lang, set)[to.chapter];
  document.title = title;
  document.querySelector("h1").textContent = heading;
  document.querySelector(".lead").innerHTML = lead;
  frame.show(to.chapter, to.search);
}

// startScripts runs the script of a document with one, in a window of its own.
function startScripts(set, path) {
  const name = { "present/": "presenter.js", "present/speaker/": "speaker.js" }[path.slice(path.indexOf("/") + 1)];
  if (!name) return;
  if (name === "presenter.js") addStyle(set.text("styles/late.css"));
  for (const [file, type] of [["wasm_exec.js", ""], [name, "module"]]) {
    const script = document.createElement("script");
    script.type = type;
    script.textContent = set.text(`scripts/${file}`);
    document.head.append(script);
  }
}

// scrollToPlace shows a place of the document. Tables above it take their true height only once they have been near: it
// is looked for again after that.
function scrollToPlace(id) {
  const place = id && element(id), look = () => place.scrollIntoView({ behavior: "instant" });
  document.querySelector(".reached")?.classList.remove("reached");
  if (!place) return;
  place.classList.add("reached");
  look();
  requestAnimationFrame(() => requestAnimationFrame(look));
}

// What documents of the file ask of it.
globalThis.openCasesFile = {
  // answer is what fetching an address would give on a site; signal ends it.
  async answer(address, signal) {
    if (address === enginePath) return new Response(unpack(engine, signal), { headers: { "Content-Type": "application/wasm" } });
    const found = (await site).file(address);
    return found ? new Response(found.bytes, { headers: { "Content-Type": found.type } }) : new Response("", { status: 404 });
  },
  go(hash) { location.hash = hash; },
  again(search) { frame.show(new URLSearchParams(search).get("chapter") ?? "cover", search); },
};

site.then(set => {
  show(set);
  addEventListener("hashchange", () => {
    const to = wanted(set);
    if (to.path !== shown.path) return location.reload();
    const turned = to.chapter && readAddress(location.hash) && !to.id && to.chapter !== shown.chapter;
    if (turned) {
      shown = to;
      openChapter(set, to);
      scrollTo(0, 0);
    } else scrollToPlace(to.id);
  });
}).catch(fault => {
  console.error("The file cannot be unpacked:", fault);
  delete root().dataset.wait;
  const note = document.createElement("p");
  note.className = "spoilt";
  note.setAttribute("role", "alert");
  note.textContent = canUnpack ? damaged : old;
  for (const part of document.querySelectorAll("[data-fill]")) part.textContent = note.textContent;
  document.querySelector("main").prepend(note);
});
