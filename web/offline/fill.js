// Fetches the set into its cache: all of it, each file checked against its hash, or the version is not installed.
import { digest } from "./digest.js";
import { hasHashInName, cacheKey, ownCache, root, fileSet } from "./file-set.js";

const lanes = 4; // files on their way at a time: the page that is open may want something too

export async function fillCache() {
  if (navigator.connection?.saveData) throw new Error("the reader saves data");
  const cache = await caches.open(ownCache);
  // Pages first: where a host changes files on the way, or another version has just come, that ends it at once.
  const paths = Object.keys(fileSet.files).sort((a, b) => Number(hasHashInName(a)) - Number(hasHashInName(b)));
  const lane = async () => { while (paths.length) await keepFile(cache, paths.shift()); };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (fault) {
    paths.length = 0;
    throw fault;
  }
  const kept = new Set((await (await caches.open(ownCache)).keys()).map(request => request.url));
  for (const path in fileSet.files) if (!kept.has(cacheKey(path, fileSet.files[path]))) throw new Error(`${path} was not kept`);
}

// keepFile puts one file into the cache. What an earlier version has, or an interrupted attempt, is not fetched again.
async function keepFile(cache, path) {
  const hash = fileSet.files[path], name = cacheKey(path, hash);
  if (await cache.match(name)) return;
  await cache.put(name, await caches.match(name) ?? await fetchChecked(path, hash, hasHashInName(path) ? "default" : "no-cache") ?? await fetchChecked(path, hash, "reload", true));
}

// fetchChecked fetches a file with the help of the browser's own cache; null if its content is not what the set says.
async function fetchChecked(path, hash, cache, last) {
  const answer = await fetch(root + path, { cache, redirect: "error" });
  if (answer.ok && await digest(await answer.clone().arrayBuffer()) === hash) return answer;
  if (last) throw new Error(`${path}: ${answer.status}, not the file of version ${fileSet.version}`);
  return null;
}
