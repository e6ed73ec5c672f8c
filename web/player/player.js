// The player: what it opens with, what the reader does in it as commands, and what becomes of its session's Frames.
import { remember } from "./address.js";
import { attend } from "./attend.js";
import { $, el, on } from "./dom.js";
import { config, search } from "./config.js";
import { routeTo, send } from "./command.js";
import { composition, onResize } from "./composition.js";
import "./fullscreen.js";
import { seen, watch } from "./intent.js";
import "./keys.js";
import { links } from "./links.js";
import "./menu.js";
import { help } from "./parts.js";
import { adopt, pose } from "./poster.js";
import * as session from "./session.js";
import { show, shown } from "./show.js";
import { prefetch, still } from "./stills.js";
import { isState, read } from "./state.js";
import * as status from "./status.js";
import { wire } from "./wire.js";

const query = new URLSearchParams(search);
const story = { chapters: config.chapters, asking: query.get("guess") !== "off" };
const speeds = [1, 2, 4, .5];
const buttons = {
  play: () => send("toggle"),
  back: () => send("back"),
  next: () => send("next"),
  restart: () => send("restart"),
  speed: () => send(`speed ${speeds[(speeds.indexOf(shown?.speed ?? 1) + 1) % speeds.length]}`),
  "help-open": help,
};
const warn = text => console.warn(`opencases: ${text}`);
let early = false; // the address names a State that only the engine can show: it stays until the engine is there or a reader acts

// start takes what was heard before this script came: signs and acts of a reader, messages of the page around. It resolves
// when the player can answer acts.
export function start(heard) {
  if (config.late) document.head.append(el("link", { rel: "stylesheet", href: config.late }));
  adopt(composition);
  for (const [id, act] of Object.entries(buttons)) on($(id), "click", event => { if (!event.currentTarget.getAttribute("aria-disabled")) act(); });
  const opened = { chapter: config.chapter, beat: Number($("sheet").dataset.beat) }; // what the server's first response shows
  const state = read(query, story, opened);
  const there = state.chapter === opened.chapter && state.beat === opened.beat, plain = !Object.keys(state.params).length;
  session.begin(state, there && plain, {
    story, pose, revive, warn, composition: () => composition, progress: status.progress, clear: status.clear,
    still: to => still(to, composition),
    month: () => shown?.axis.month,
    problem(kind, again) {
      early = false;
      status.problem(kind, again);
    },
    show(frame) {
      show(frame);
      if (!early || session.live()) remember(frame);
    },
  });
  routeTo(command);
  onResize(session.resized);
  wire();
  if (window !== window.parent) links();
  attend(heard.messages);
  if (Object.keys(state.params).some(name => name !== "speed" && name !== "select")) {
    early = true;
    seen(session.wake);
  }
  return new Promise(first => watch(first, heard)).then(session.settle);
}

function command(words, quiet) {
  early = false;
  const fault = session.command(words, quiet);
  if (fault) warn(fault);
  if (!session.live()) prefetch(session.place().chapter, composition);
  return fault;
}

// revive loads the document anew, at a State. What the address asked for beside the State stays (v names this very
// document), and so does the secret that WordPress puts behind it.
function revive(now) {
  const state = new URLSearchParams(now);
  for (const [name, value] of query) if (!isState(name)) state.set(name, value);
  const to = `?${state}`;
  globalThis.revisit ? revisit(to) : location.replace(to + location.hash); // revisit: a document without an address of its own
}
