// The player: what it opens with, what the reader does in it as commands, and what becomes of its session's Frames.
import { writeAddress } from "./core/address.js";
import { connectHost } from "./connect-host.js";
import { $, el, on } from "./core/dom.js";
import { config, search } from "./core/config.js";
import { handleCommands, dispatch } from "./core/command.js";
import { composition, onResize } from "./core/composition.js";
import "./controls/fullscreen.js";
import { whenInView, watchForReader } from "./intent.js";
import "./controls/keys.js";
import { openBlockedLinks } from "./controls/links.js";
import "./controls/menu.js";
import { openHelp } from "./controls/dialogs.js";
import { keepComposition, showPoster } from "./core/poster.js";
import * as session from "./core/session.js";
import { showFrame, shownFrame } from "./show.js";
import { prefetchStills, fetchStill } from "./core/stills.js";
import { isStateParameter, readState } from "./core/state.js";
import * as status from "./controls/status.js";
import { connectControls } from "./connect-controls.js";

const query = new URLSearchParams(search);
const story = { chapters: config.chapters, asking: query.get("guess") !== "off" };
const speeds = [1, 2, 4, .5];
const buttons = {
  play: () => dispatch("toggle"),
  back: () => dispatch("back"),
  next: () => dispatch("next"),
  restart: () => dispatch("restart"),
  speed: () => dispatch(`speed ${speeds[(speeds.indexOf(shownFrame?.speed ?? 1) + 1) % speeds.length]}`),
  "help-open": openHelp,
};
const warn = text => console.warn(`opencases: ${text}`);
let keepsAddress = false; // the address names a State that only the engine can show: it stays until the engine is there or a reader acts

// start takes what was heard before this script came: signs and acts of a reader, messages of the page around. It
// resolves when the player can answer acts.
/** @param {Heard} heard @returns {Promise<void>} */
export function start(heard) {
  if (config.late) document.head.append(el("link", { rel: "stylesheet", href: config.late }));
  keepComposition(composition);
  for (const [id, act] of Object.entries(buttons)) on($(id), "click", event => { if (!event.currentTarget.getAttribute("aria-disabled")) act(); });
  const opened = { chapter: config.chapter, beat: Number($("sheet").dataset.beat) }; // what the server's first response shows
  const state = readState(query, story, opened);
  const there = state.chapter === opened.chapter && state.beat === opened.beat, plain = !Object.keys(state.params).length;
  session.init(state, there && plain, {
    story, showPoster, reload, warn, composition: () => composition, showProgress: status.showProgress, clearStatus: status.clearStatus,
    fetchStill: to => fetchStill(to, composition),
    showProblem(kind, retry) {
      keepsAddress = false;
      status.showProblem(kind, retry);
    },
    showFrame(frame) {
      showFrame(frame);
      if (!keepsAddress || session.isLive()) writeAddress(frame);
    },
  });
  handleCommands(command);
  onResize(session.onStageResized);
  connectControls();
  if (window !== window.parent) openBlockedLinks();
  connectHost(heard);
  if (!plain) {
    keepsAddress = true;
    whenInView(session.startEngine);
  }
  return new Promise(/** @param {(value?: void) => void} first */ first => watchForReader(first, heard)).then(session.showWantedStill);
}

function command(words, quiet) {
  keepsAddress = false;
  const fault = session.runCommand(words, quiet);
  if (fault) {
    warn(fault);
    if (shownFrame) showFrame(shownFrame); // the control goes back to what is shown
  }
  if (!session.isLive()) prefetchStills(session.position().chapter, composition);
  return fault;
}

// reload loads the document anew, at a State. What the address asked for beside the State stays (v names this very
// document), and so does the secret that WordPress puts behind it.
function reload(now) {
  const state = new URLSearchParams(now);
  for (const [name, value] of query) if (!isStateParameter(name)) state.set(name, value);
  const to = `?${state}`;
  globalThis.revisit ? revisit(to) : location.replace(to + location.hash); // revisit: a document without an address of its own
}
