// A phone in a class poll: joins, waits for what the presenter asks, and sends answers without leaving the page. What is
// shown comes from the server as a piece of the page; without this script the same forms work by whole pages.
import { connectServer } from "./link.js";
import { enhanceFields } from "./fields.js";

const $ = id => document.getElementById(id);
const room = $("room"), lang = document.documentElement.lang;
const say = (name, title) => { $("live").textContent = $("live").dataset[name].replace("{title}", title); };

const server = connectServer({ lang, onConnection: connected => {
  const off = $("off"), text = connected ? "" : off.dataset.text;
  if (off.textContent !== text) off.textContent = text;
} });

// show puts a view in place. What stands there already stays, with whatever was typed into it, unless it answers
// something this phone sent.
function show(html, own) {
  const holder = document.createElement("div");
  holder.innerHTML = html; // made and escaped by the site
  const view = holder.firstElementChild, before = $("view");
  if (!view || !own && view.dataset.key === before.dataset.key) return;
  room.replaceChildren(view);
  enhanceFields(view);
  const title = view.querySelector("h1").textContent, notice = view.querySelector(".notice, .sent");
  if (own && notice) notice.focus();
  else if (view.querySelector(".answer")) say("shown", title);
  else if (view.querySelector("[name=question]")) say("new", title);
}

let sending = false;
room.addEventListener("submit", async event => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  event.preventDefault();
  if (sending) return;
  sending = true;
  /** @type {HTMLButtonElement} */
  const button = form.querySelector("button[name=do]");
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  button.setAttribute("aria-disabled", "true");
  say("sending", "");
  try {
    if (button.value === "answer") show(await server.answer(body), true);
    else server.hurry(); // into a full room again
  } finally {
    sending = false;
    button.removeAttribute("aria-disabled");
    $("live").textContent = "";
  }
});

server.listen(show);
