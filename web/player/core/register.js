// Asks the browser to keep the site for use without a network: once the page has come to rest, where the reader does
// not save data, and only for a window of the site's own. A frame on somebody else's page leaves no trace there.

const rest = 4000; // ms after the page is loaded

// registerWorker takes the address of the site's root. That it cannot be done is no fault: the network is still there.
/** @param {string} root */
export function registerWorker(root) {
  if (window !== window.parent || navigator.connection?.saveData || /2g/.test(navigator.connection?.effectiveType)) return;
  const ask = () => {
    try {
      navigator.serviceWorker?.register(`${root}sw.js`).catch(() => {});
    } catch { /* a sandboxed window may not even look */ }
  };
  const idle = () => (window.requestIdleCallback ?? setTimeout)(ask);
  const wait = () => setTimeout(idle, rest);
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait);
}
