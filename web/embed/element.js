// <open-cases>: makes the frame, holds its place, follows its height, and speaks for it. What stands inside the element
// is what readers without scripts see; it stays in the document, unseen, and is printed if the frame has not come.
import { join, leave } from "./frames.js";
import { hold } from "./hold.js";
import { address, looks, names, read } from "./parameters.js";
import { drive } from "./steps.js";

const sheet = new CSSStyleSheet(); // a sheet made by script needs no leave from the host's policy
sheet.replaceSync(`:host{display:block}:host([hidden]){display:none}
div{position:relative;height:0;padding-bottom:var(--hold)}
.known{height:var(--height);padding:0}
.sticky{position:sticky;top:0}
:host([height=fit]){position:relative;height:100%;min-height:360px}
:host([height=fit]) div{position:absolute;inset:0;height:auto;padding:0}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0}
slot:not([name]){display:none}
.failed{display:none}
.failed~slot:not([name]){display:contents}
::slotted([slot]){position:relative}
@media print{.known{height:0;padding-bottom:var(--hold)}.unread{display:none}.unread~slot:not([name]){display:contents}}`);

const events = ["ready", "state", "height", "chapter", "error", "interaction"];

export class OpenCases extends HTMLElement {
  static observedAttributes = names;

  frame = null;
  state = null; // {chapter, beat, view, month, playing, query}, once the player has said it
  #box = document.createElement("div");
  #ready = false;
  #queue = [];
  #stale;
  #stops = []; // what takes back all that connecting did

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" }), slot = name => {
      const made = document.createElement("slot");
      if (name) made.name = name;
      return made;
    };
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#box, slot(), slot("step"));
  }

  connectedCallback() {
    if (this.frame) return;
    // A place held by the page itself is held by the box from now on.
    if (this.getAttribute("height") !== "fit") this.style.height = this.style.padding = "";
    this.#box.className = "unread";
    const values = this.#lay();
    const frame = this.frame = document.createElement("iframe");
    frame.loading = "lazy";
    frame.allow = "fullscreen";
    frame.referrerPolicy = "no-referrer";
    if (this.hasAttribute("sandbox")) frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
    frame.title = this.title || this.textContent.trim().slice(0, 200) || "Open Cases";
    frame.src = address(values, this.state);
    let late;
    frame.addEventListener("load", () => {
      this.#post("hello");
      clearTimeout(late);
      late = setTimeout(() => this.#box.classList.toggle("failed", !this.#ready), 9000); // refused, or not to be reached
    });
    join(this);
    this.#box.replaceChildren(frame);
    const sight = new IntersectionObserver(entries => {
      this.#seen = entries.at(-1).isIntersecting;
      this.#post("visibility", { visible: this.#seen });
    });
    sight.observe(this);
    this.#stops = [() => sight.disconnect(), () => clearTimeout(late)];
    this.follow();
  }

  disconnectedCallback() {
    for (const stop of this.#stops) stop();
    this.#drive?.();
    this.#drive = undefined;
    leave(this);
    this.frame?.remove();
    this.frame = null;
    this.#ready = false;
  }

  #seen = true;
  #drive;

  // follow looks for the steps that drive this player, anew when some are added.
  follow() {
    this.#drive?.();
    this.#drive = drive(this);
    this.#box.classList.toggle("sticky", !!this.querySelector(":scope>[slot]"));
  }

  attributeChangedCallback(name, before, value) {
    if (!this.frame || before === value) return;
    if (this.#ready && looks.includes(name)) {
      this.#lay();
      this.#post("set", { values: { [name]: value?.trim() ?? "" } });
    } else if (name === "chapter" && value) this.command(`chapter ${value}`);
    else this.#stale ??= Promise.resolve().then(() => {
      this.#stale = undefined;
      if (!this.frame) return;
      this.#ready = false;
      this.#box.classList.remove("known");
      // Not by src, which would put an entry into the history that Back would have to pass.
      this.frame.contentWindow.location.replace(address(this.#lay()));
    });
  }

  #lay() {
    const values = read(this), button = matchMedia("(pointer:coarse)").matches ? 44 : 40, style = this.#box.style;
    style.setProperty("--hold", hold(values, button, button));
    if (/^\d{3,4}$/.test(values.height)) {
      style.setProperty("--height", `${values.height}px`);
      this.#box.classList.add("known");
    }
    return values;
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

  #begin({ title }) {
    if (!this.title && typeof title === "string") this.frame.title = title.slice(0, 200);
    this.#ready = true;
    this.#box.classList.remove("unread", "failed");
    this.#post("visibility", { visible: this.#seen });
    for (const command of this.#queue.splice(0)) this.command(command);
  }

  #follow(height) {
    if (!Number.isInteger(height) || height < 100 || height > 9999 || /^(fit|\d+)$/.test(this.getAttribute("height"))) return false;
    this.#box.style.setProperty("--height", `${height}px`);
    this.#box.classList.add("known");
    return true;
  }
}
