// How requests are answered. The page decides the version, and what it asks for names its content:
//
//   assets      from whichever cache has them, else from the network: a name with a hash is the same in every version
//   ?v=HASH     a player in a page, the speaker's window of a presenter: the very document that the page was made with
//   pages       fresh from the network while it answers, else this version's
//
// So a page is of one version with all that it shows, whichever version another tab has; and a reader with a network
// sees what the site says now. Everything else is the network's: polls, embeds, pictures for sharing, other origins.
import { family, fixed, key, own, pathOf, root, set } from "./file-set.js";
import { note } from "./clients.js";

const patience = 3000; // ms that a page may take to answer, before the one that is kept stands in

// answering gives what a request is answered with, or nothing where it is none of ours.
export function answering(event) {
  const { request } = event, url = new URL(request.url), path = pathOf(url);
  if (path === null || request.method !== "GET" || request.headers.has("range")) return;
  if (fixed(path)) return path.endsWith(".png") ? undefined : asset(request, root + path);
  const pin = url.searchParams.get("v");
  if (path in set.files) return pin ? pinned(event, url, path, pin) : page(event, () => from(own, key(path, set.files[path])));
  const to = request.mode === "navigate" ? elsewhere(path) : null;
  if (to !== null) return page(event, () => Response.redirect(root + to + url.search));
}

const from = async (name, address) => (await caches.open(name)).match(address, { ignoreVary: true });

async function asset(request, address) {
  return await from(own, address) ?? await caches.match(address, { ignoreVary: true }) ?? fetch(request);
}

async function pinned(event, url, path, pin) {
  const names = (await caches.keys()).filter(name => name.startsWith(family) && name !== own);
  for (const name of [own, ...names]) {
    const found = await from(name, key(path, pin));
    if (found) {
      event.waitUntil(note(name, event.resultingClientId));
      return found;
    }
  }
  event.waitUntil(note(own, event.resultingClientId));
  try {
    return await fetch(event.request);
  } catch (fault) {
    // A window that was kept open longer than its version comes as it is now; in a page that would be a mixture.
    if (event.request.destination !== "document") throw fault;
    url.searchParams.delete("v");
    return Response.redirect(url);
  }
}

async function page(event, kept) {
  if (event.resultingClientId) event.waitUntil(note(own, event.resultingClientId));
  if (!navigator.onLine) return kept();
  const fresh = fetch(event.request), late = new Promise(then => setTimeout(then, patience));
  fresh.catch(() => {}); // heard below
  try {
    const answer = await Promise.race([fresh, late]);
    if (answer && answer.status < 500) return answer;
  } catch { /* no network */ }
  return await kept() ?? fresh;
}

// elsewhere is where an address without a file of its own leads, null if nowhere: what the server redirects.
function elsewhere(path) {
  if (path === "") return `${language()}/`;
  if (path in set.moved) return set.moved[path];
  if (`${path}/` in set.files || `${path}/` in set.moved) return `${path}/`;
  const folder = path.replace(/index\.html$/, "");
  return folder in set.files ? folder : null;
}

// language is the reader's, as far as the site has it.
function language() {
  for (const tag of navigator.languages) {
    const found = set.languages.find(l => l === tag.split("-")[0].toLowerCase());
    if (found) return found;
  }
  return set.languages[0];
}
