// The class poll, where the presenter was opened with the key that `opencases serve -poll` prints. Without one there is
// nothing of it, and no request is made. What the phones say stays in this window: only how many they are is sent to
// the speaker's, and nothing is kept.
import { setAttr, root } from "../player/core/dom.js";

const storageKey = "opencases-poll-key";
const keyPattern = /(?:^#|&)poll=([A-Z2-7]{20,40})(?=&|$)/;
const pause = ms => new Promise(done => setTimeout(done, ms));

// takeKey takes the key out of the address, where the whole room would see it, and keeps it while the tab is open.
export function takeKey() {
  const found = keyPattern.exec(location.hash)?.[1];
  if (found) {
    history.replaceState(null, "", location.pathname + location.search + location.hash.replace(keyPattern, ""));
    try { sessionStorage.setItem(storageKey, found); } catch { /* it lives as long as the document */ }
    return found;
  }
  try { return sessionStorage.getItem(storageKey); } catch { return null; }
}

// holdsKey tells whether the address brings a key.
export const holdsKey = () => keyPattern.test(location.hash);

// createPoll leads the poll. changed is called with what is known: {state, trouble}; state is null until the first
// answer, trouble "" or "lost" or "ended".
export function createPoll({ key, changed }) {
  const base = new URL("../../poll/", location.href);
  const known = { state: null, trouble: "" };
  let wanted = null, busy = false, unsent = false;
  setAttr(root, "data-poll", "");

  async function ask(path, options = {}) {
    const answer = await fetch(new URL(path, base), { ...options, cache: "no-store", credentials: "omit", headers: { ...options.headers, "X-Poll-Key": key }, signal: AbortSignal.timeout(30000) });
    if (answer.status === 403 || answer.status === 404) { // another poll, or none
      try { sessionStorage.removeItem(storageKey); } catch { /* it was never kept */ }
      return take(null, "ended");
    }
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    take(await answer.json(), "");
  }

  function take(state, trouble) {
    // An answer that was overtaken by a later one is not taken.
    if (state && (!known.state || known.trouble || state.version >= known.state.version)) known.state = state;
    known.trouble = trouble;
    changed(known);
  }

  // setQuestion tells the server what is asked now; of several wishes the last one counts. One that did not arrive is
  // sent again.
  async function setQuestion(wish) {
    wanted = wish;
    if (busy || known.trouble === "ended") return;
    busy = true;
    while (wanted) {
      const sent = wanted;
      try {
        await ask("lead", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) });
        unsent = false;
      } catch {
        unsent = true;
        take(null, "lost");
        break;
      }
      if (wanted === sent) wanted = null;
      else if (sent.again) wanted = { ...wanted, again: false };
    }
    busy = false;
  }

  async function listen() {
    for (let failures = 0; known.trouble !== "ended";) {
      try {
        await ask(`lead?after=${known.trouble ? 0 : known.state?.version ?? 0}`);
        failures = 0;
        if (unsent && wanted) setQuestion(wanted);
        await pause(250); // a class that answers at once is told of in a few steps
      } catch {
        take(null, "lost");
        await pause(Math.min(5000, 500 * 2 ** failures++));
      }
    }
  }
  listen();
  return { known, setQuestion, code: new URL("code.svg", base).href };
}
