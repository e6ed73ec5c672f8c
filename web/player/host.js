// The page around the player. Fetched when there is one: tells it how high the player is and what happens in it, does
// what it asks, and takes the colours and the type it sets. kit is handed over by attend.js.
import { autoplay } from "./autoplay.js";
import { changing } from "./change.js";
import { check } from "./check.js";
import { deck } from "./deck.js";
import { fitting } from "./fit.js";
import { look } from "./look.js";
import { parents } from "./parents.js";
import { voice } from "./voice.js";

export function host(kit) {
  const { early, on, $, root, search } = kit, params = new URLSearchParams(search);
  const complaints = new Set();
  // complain says once, to whoever looks into the console, that a value does not fit.
  const complain = text => {
    if (complaints.has(text)) return;
    complaints.add(text);
    console.warn(`opencases: ${text}`);
  };
  const dress = () => check(params, look(params), complain, kit.config);
  dress();
  for (const query of ["(forced-colors: active)", "(prefers-color-scheme: dark)"]) on(matchMedia(query), "change", dress);
  const play = () => params.has("autoplay") && autoplay(kit, params, complain);
  if (window === window.parent) return play();

  // A parent's window never changes; nothing but plain data is sent, and nothing in it is secret.
  const post = message => window.parent.postMessage(message, "*");
  const others = parents(params, post);
  const own = voice(kit, post, complain);
  own.changes(changing(params, kit.at, dress, own.command, complain));
  const fit = fitting(kit, params, others.limit, height => {
    others.height(height);
    own.height(height);
  });
  const hear = event => {
    if (event.source !== window.parent) return;
    const { data } = event;
    if (own.hear(data, fit) || deck.hear(data, kit, post)) return;
    if (others.hear(data)) fit.tell();
  };
  for (const event of early.splice(0)) hear(event);
  early.push = hear;
  fit.tell();
  own.ready();
  others.links($, on);
  play();
}
