// The service worker: the site without a network, after one visit. It is a script of its own at the site's root;
// answer.js and clients.js say how versions come and go.
import { answerRequest } from "./answer.js";
import { noteAllClients, deleteUnusedCaches } from "./clients.js";
import { fillCache } from "./fill.js";

// A new version need not wait until the last page of the old one is closed: that page goes on with what it was made
// with.
addEventListener("install", event => event.waitUntil(fillCache().then(() => { skipWaiting(); })));

addEventListener("activate", event => event.waitUntil(noteAllClients().then(() => clients.claim()).then(deleteUnusedCaches)));

addEventListener("fetch", event => {
  const answer = answerRequest(event);
  if (!answer) return;
  event.respondWith(answer);
  if (event.request.mode === "navigate") event.waitUntil(answer.catch(() => {}).then(deleteUnusedCaches));
});
