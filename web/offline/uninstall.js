// The way out: a site that wants no worker any more serves this in the worker's place (serve and build -no-offline). It
// removes what was kept, and itself.
import { cachePrefix } from "./file-set.js";

addEventListener("install", () => skipWaiting());

addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(cachePrefix)) await caches.delete(name);
  await registration.unregister();
})()));
