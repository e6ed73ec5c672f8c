// Who needs which version. Each window and frame is noted in the cache that it was answered from; an earlier version's
// cache goes when nobody who is noted in it is there any more.
import { cachePrefix, ownCache, root } from "./file-set.js";

const sign = `${root}?client=`;
const grace = 10_000; // ms until a window that was answered must have appeared

// noteClient keeps that a client may need a version.
/** @param {string} name @param {string} id */
export async function noteClient(name, id) {
  const cache = await caches.open(name);
  if (id) await cache.put(sign + id, new Response(String(Date.now())));
}

// noteAllClients notes for every open window, whatever its version, that it may need any version that is kept.
export async function noteAllClients() {
  const [all, names] = await Promise.all([clients.matchAll({ includeUncontrolled: true }), caches.keys()]);
  for (const name of names) if (name.startsWith(cachePrefix)) for (const { id } of all) await noteClient(name, id);
}

// deleteUnusedCaches removes the notes of those who have gone, and the caches that nobody needs.
export async function deleteUnusedCaches() {
  if (registration.installing) return; // it fills a cache that nobody is noted in yet
  const there = new Set((await clients.matchAll({ includeUncontrolled: true })).map(client => client.id));
  for (const name of await caches.keys()) {
    if (!name.startsWith(cachePrefix)) continue;
    const cache = await caches.open(name);
    let needed = name === ownCache;
    for (const request of await cache.keys()) {
      if (!request.url.startsWith(sign)) continue;
      const since = Number(await (await cache.match(request))?.text());
      if (there.has(request.url.slice(sign.length)) || Date.now() - since < grace) needed = true;
      else await cache.delete(request);
    }
    if (!needed) await caches.delete(name);
  }
}
