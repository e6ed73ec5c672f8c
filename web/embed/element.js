// <open-cases>: makes the frame, holds its place, follows its height, and speaks for it. What stands inside the element
// is what readers without scripts see; it stays in the document, unseen. If the frame has not come it is shown, or
// printed, under the chapter's picture; that is not fetched before.
import { upgradeDivs } from "./upgrade-divs.js";
import { addFrame, removeFrame } from "./frames.js";
import { hold } from "./hold.js";
import { playerAddress, commands, effectiveValue, looks, names, pictureAddress, readParameters } from "./parameters.js";
import { releasePlace } from "./release-place.js";
import { site } from "./site.js";
import { followSteps } from "./steps.js";

const sheet = new CSSStyleSheet(); // a sheet made by script needs no leave from the host's policy
// Where a parent is as wide as what is in it (a float, a table, a centred column), the empty grid asks for all there is.
sheet.replaceSync(`:host{display:block;min-width:min(280px,100%)}:host([hidden]){display:none}
:host::before{content:"";display:grid;grid-template-columns:minmax(0,100vw)}
div{position:relative;height:0;padding-bottom:var(--hold)}
.known{height:var(--height);padding:0}
.sticky{position:sticky;top:0}
:host([height=fit]){position:relative;height:100%;min-height:360px}
:host([height=fit]) div{position:absolute;inset:0;height:auto;padding:0}
div i{position:fixed;inset:0;visibility:hidden;pointer-events:none}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0}
img{width:100%;height:auto}
img,img+slot,.failed{display:none}
.failed~slot{display:contents}
.failed~img:not([hidden]){display:block}
::slotted([slot]){position:relative}
@media print{.known{height:0;padding-bottom:var(--hold)}.unread{display:none}.unread~slot{display:contents}.unread~img:not([hidden]){display:block}}`);

const events = ["ready", "state", "height", "chapter", "error", "interaction"];

const make = (name, its) => Object.assign(document.createElement(name), its);

export class OpenCases extends HTMLElement {
  static observedAttributes = names;

  frame = null;
  state = null; // {chapter, beat, view, month, playing, query}, once the player has said it
  #box = make("div");
  #picture = make("img", { loading: "lazy", alt: "", width: 1200, height: 630 }); // fetched only when it is shown
  #cover = make("i"); // of the window
  #ready = false;
  #queue = [];
  #loaded; // the parameters that the frame's document was loaded with
  #told = 0; // the player's height, in px
  #late; // the timer for a player that does not come
  #stale;
  #seen = true;
  #drive;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#box, this.#picture, make("slot"), make("slot", { name: "step" }));
    shadow.addEventListener("slotchange", () => { this.#picture.hidden = !!this.querySelector("img"); });
    new IntersectionObserver(entries => {
      this.#seen = entries.at(-1).isIntersecting;
      this.#post("visibility", { visible: this.#seen });
    }).observe(this);
  }

  connectedCallback() {
    if (this.frame) return;
    upgradeDivs(this.getRootNode());
    releasePlace(this);
    this.#box.className = "unread";
    const values = this.#loaded = this.#lay();
    if (!site) return this.#fail("nothing says where the site is; use <script src=\"…/embed.js\">");
    const frame = this.frame = make("iframe", {
      loading: "lazy", allow: "fullscreen", referrerPolicy: "no-referrer", src: playerAddress(values, this.state),
      title: this.title || this.querySelector("a")?.textContent.trim().slice(0, 200) || "Open Cases",
    });
    if (this.hasAttribute("sandbox")) frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
    frame.addEventListener("load", () => {
      this.#post("hello");
      clearTimeout(this.#late);
      this.#late = setTimeout(() => this.#ready || this.#fail("the player does not come"), 9000); // refused, or not to be reached
    });
    addFrame(this);
    this.#box.replaceChildren(frame, this.#cover);
    this.follow();
  }

  // Moved by moveBefore, the frame stays as it is.
  connectedMoveCallback() {
    upgradeDivs(this.getRootNode());
    this.follow();
  }

  disconnectedCallback() {
    clearTimeout(this.#late);
    this.#drive?.();
    this.#drive = undefined;
    removeFrame(this);
    this.frame?.remove();
    this.frame = null;
    this.#ready = false;
    this.#told = 0;
  }

  // follow looks for the steps that drive this player, anew when some are added.
  follow() {
    this.#drive?.();
    this.#drive = followSteps(this, this.#cover);
    this.#box.classList.toggle("sticky", !!this.querySelector(":scope>[slot]"));
  }

  attributeChangedCallback(name, before, value) {
    if (!this.frame || effectiveValue(name, before) === effectiveValue(name, value)) return;
    const values = this.#lay();
    if (!this.#ready) return this.#renew();
    if (looks.includes(name)) {
      this.#loaded = { ...this.#loaded, [name]: values[name] };
      this.#post("set", { values: { [name]: value?.trim() ?? "" } });
    } else if (commands.includes(name)) {
      if (value) this.command(`${name === "month" ? "seek" : name} ${value}`);
    } else if (name === "beat") {
      if (value) this.go(this.state?.chapter ?? values.chapter ?? "cover", value);
    } else this.#renew();
  }

  // renew reads the document anew, at the same place, if what the element says makes it another one.
  #renew() {
    this.#stale ??= Promise.resolve().then(() => {
      this.#stale = undefined;
      if (!this.frame) return;
      const values = readParameters(this), to = playerAddress(values, this.state);
      if (to === playerAddress(this.#loaded, this.state)) return;
      this.#loaded = values;
      this.#ready = false;
      // Not by src, which would put an entry into the history that Back would have to pass.
      this.frame.contentWindow.location.replace(to);
    });
  }

  #lay() {
    const values = readParameters(this), button = matchMedia("(pointer:coarse)").matches ? 44 : 40, { style, classList } = this.#box;
    style.setProperty("--hold", hold(values, button, button));
    const height = /^\d{3,4}$/.test(values.height) ? values.height : this.#told;
    style.setProperty("--height", `${height}px`);
    classList.toggle("known", !!height);
    const src = site && pictureAddress(values);
    if (src && this.#picture.src !== src) this.#picture.src = src;
    return values;
  }

  // fail shows what stands inside, with the chapter's picture where that has none of its own.
  #fail(why) {
    console.error(`open-cases: ${why}`);
    this.#box.classList.add("failed");
  }

  #post(type, more) {
    if (this.frame && (this.#ready || type === "hello")) this.frame.contentWindow.postMessage({ openCases: 1, type, ...more }, "*");
  }

  // command says a command of the vocabulary; before the player is there, it waits.
  command(command) {
    if (this.#ready) this.#post("command", { command: String(command) });
    else this.#queue = [...this.#queue, command].slice(-20);
  }

  play() { this.command("play"); }
  pause() { this.command("pause"); }
  next() { this.command("next"); }
  back() { this.command("back"); }
  go(chapter, beat) { this.command(`chapter ${chapter}${beat ? ` ${beat}` : ""}`); }
  seek(month) { this.command(`seek ${month}`); }

  // hear takes a message of the frame, and tells it on as an event: open-cases:ready, open-cases:height and so on.
  hear({ openCases, type, ...detail }) {
    if (!events.includes(type)) return;
    if (type === "ready") this.#begin(detail);
    if (type === "state") this.state = detail;
    if (type === "height" && !this.#follow(detail.height)) return;
    this.dispatchEvent(new CustomEvent(`open-cases:${type}`, { detail, bubbles: true }));
  }

  /** @param {{title?: unknown}} ready */
  #begin({ title }) {
    if (!this.title && typeof title === "string") this.frame.title = title.slice(0, 200);
    this.#ready = true;
    this.#box.classList.remove("unread", "failed");
    this.#post("visibility", { visible: this.#seen });
    for (const command of this.#queue.splice(0)) this.command(command);
  }

  #follow(height) {
    if (!Number.isInteger(height) || height < 100 || height > 9999 || /^(fit|\d+)$/.test(this.getAttribute("height"))) return;
    this.#told = height;
    this.#lay();
    return true;
  }
}
