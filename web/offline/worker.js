// The service worker: the site without a network, after one visit. It is a script of its own at the site's root; how
// versions come and go is told in answer.js and clients.js.
import { answering } from "./answer.js";
import { noteAll, retire } from "./clients.js";
import { fill } from "./fill.js";

// A new version need not wait until the last page of the old one is closed: that page goes on with what it was made with.
addEventListener("install", event => event.waitUntil(fill().then(() => { skipWaiting(); })));

addEventListener("activate", event => event.waitUntil(noteAll().then(() => clients.claim()).then(retire)));

addEventListener("fetch", event => {
  const answer = answering(event);
  if (!answer) return;
  event.respondWith(answer);
  if (event.request.mode === "navigate") event.waitUntil(answer.catch(() => {}).then(retire));
});
