// How requests are answered. The page decides the version, and what it asks for names its content:
//
//   assets      from whichever cache has them, else from the network: a name with a hash is the same in every version
//   ?v=HASH     a player in a page, the speaker's window of a presenter: the very document that the page was made with
//   pages       fresh from the network while it answers, else this version's
//
// So a page is of one version with all that it shows, whichever version another tab has; and a reader with a network
// sees what the site says now. Everything else is the network's: polls, embeds, pictures for sharing, other origins.
import { cachePrefix, hasHashInName, cacheKey, ownCache, pathInSite, root, fileSet } from "./file-set.js";
import { noteClient } from "./clients.js";

const patience = 3000; // ms that a page may take to answer, before the one that is kept stands in

// answerRequest gives the answer to a request, or nothing where the worker leaves it to the network.
/** @param {FetchEvent} event @returns {Promise<Response> | undefined} */
export function answerRequest(event) {
  const { request } = event, url = new URL(request.url), path = pathInSite(url);
  if (path === null || request.method !== "GET" || request.headers.has("range")) return;
  if (hasHashInName(path)) return path.endsWith(".png") ? undefined : answerAsset(request, root + path);
  const pin = url.searchParams.get("v");
  if (path in fileSet.files) return pin ? answerPinned(event, url, path, pin) : answerPage(event, () => from(ownCache, cacheKey(path, fileSet.files[path])));
  const to = request.mode === "navigate" ? redirectTarget(path) : null;
  if (to !== null) return answerPage(event, () => Response.redirect(root + to + url.search));
}

const from = async (name, address) => (await caches.open(name)).match(address, { ignoreVary: true });

async function answerAsset(request, address) {
  return await from(ownCache, address) ?? await caches.match(address, { ignoreVary: true }) ?? fetch(request);
}

async function answerPinned(event, url, path, pin) {
  const names = (await caches.keys()).filter(name => name.startsWith(cachePrefix) && name !== ownCache);
  for (const name of [ownCache, ...names]) {
    const found = await from(name, cacheKey(path, pin));
    if (found) {
      event.waitUntil(noteClient(name, event.resultingClientId));
      return found;
    }
  }
  event.waitUntil(noteClient(ownCache, event.resultingClientId));
  try {
    return await fetch(event.request);
  } catch (fault) {
    // A window that was kept open longer than its version comes as it is now; in a page that would be a mixture.
    if (event.request.destination !== "document") throw fault;
    url.searchParams.delete("v");
    return Response.redirect(url);
  }
}

async function answerPage(event, kept) {
  if (event.resultingClientId) event.waitUntil(noteClient(ownCache, event.resultingClientId));
  if (!navigator.onLine) return kept();
  const fresh = fetch(event.request), late = new Promise(then => setTimeout(then, patience));
  fresh.catch(() => {}); // heard below
  try {
    const answer = await Promise.race([fresh, late]);
    if (answer && answer.status < 500) return answer;
  } catch { /* no network */ }
  return await kept() ?? fresh;
}

// redirectTarget is where an address without a file of its own leads, null if nowhere: what the server redirects.
function redirectTarget(path) {
  if (path === "") return `${preferredLanguage()}/`;
  if (path in fileSet.moved) return fileSet.moved[path];
  if (`${path}/` in fileSet.files || `${path}/` in fileSet.moved) return `${path}/`;
  const folder = path.replace(/index\.html$/, "");
  return folder in fileSet.files ? folder : null;
}

// preferredLanguage is the reader's, as far as the site has it.
function preferredLanguage() {
  for (const tag of navigator.languages) {
    const found = fileSet.languages.find(l => l === tag.split("-")[0].toLowerCase());
    if (found) return found;
  }
  return fileSet.languages[0];
}
