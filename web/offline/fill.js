// Fetches the set into its cache: all of it, each file checked against its hash, or the version is not installed.
import { digest } from "./digest.js";
import { fixed, key, own, root, set } from "./file-set.js";

const lanes = 4; // files on their way at a time: the page that is open may want something too

export async function fill() {
  if (navigator.connection?.saveData) throw new Error("the reader saves data");
  const cache = await caches.open(own);
  // Pages first: where a host changes files on the way, or another version has just come, that ends it at once.
  const paths = Object.keys(set.files).sort((a, b) => fixed(a) - fixed(b));
  const lane = async () => { while (paths.length) await keep(cache, paths.shift()); };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (fault) {
    paths.length = 0;
    throw fault;
  }
  const kept = new Set((await (await caches.open(own)).keys()).map(request => request.url));
  for (const path in set.files) if (!kept.has(key(path, set.files[path]))) throw new Error(`${path} was not kept`);
}

// keep puts one file into the cache. What an earlier version has, or an interrupted attempt, is not fetched again.
async function keep(cache, path) {
  const hash = set.files[path], name = key(path, hash);
  if (await cache.match(name)) return;
  await cache.put(name, await caches.match(name) ?? await get(path, hash, fixed(path) ? "default" : "no-cache") ?? await get(path, hash, "reload", true));
}

// get fetches a file with the help of the browser's own cache; null if its content is not what the set says.
async function get(path, hash, cache, last) {
  const answer = await fetch(root + path, { cache, redirect: "error" });
  if (answer.ok && await digest(await answer.clone().arrayBuffer()) === hash) return answer;
  if (last) throw new Error(`${path}: ${answer.status}, not the file of version ${set.version}`);
  return null;
}
