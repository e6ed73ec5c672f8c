// The first script. It brings the player when a reader shows up or the thread has nothing to do, at once where a page
// around it waits for its height, and hears what is done before the player is there: player.js does it then.
const heard = { sign: false, onSign() {}, acts: [], messages: [] };
const keys = /^( |ArrowLeft|ArrowRight|PageUp|PageDown|Home|End|f|F|\?)$/;
const thrift = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
let coming;

// load brings the player once. If it does not come, the next act tries again.
const load = () => coming ??= import("./player.js").then(player => player.start(heard)).then(stop, fault => {
  coming = undefined;
  console.warn(`opencases: ${fault.message}`);
});

// record keeps an act that is the player's to answer.
function record(event) {
  const { type, key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.button || type === "click" && event.shiftKey) return;
  const ours = type === "keydown" ? keys.test(key) && !(key === " " && target.closest("a, button, summary")) || target.id === "slider" && /^Arrow/.test(key)
    : target.closest(type === "click" ? "#controls > div button, [data-figure], .hot" : "#slider");
  if (!ours) return;
  if (type !== "pointerdown") event.preventDefault();
  heard.acts.push({ event, target });
}

const signs = ["pointerover", "focusin", "touchstart", "click", "keydown", "pointerdown"];

// stop leaves the document to the player, and does what was heard. A figure may have been written anew since.
function stop() {
  for (const type of signs) removeEventListener(type, hear, true);
  for (const { event, target } of heard.acts.splice(0)) {
    const ref = target.closest("[data-figure]")?.dataset.figure;
    const at = target.isConnected ? target : ref ? document.querySelector(`[data-figure="${ref}"]`) : document.body;
    at?.dispatchEvent(new event.constructor(event.type, event));
  }
}

function hear(event) {
  heard.sign = true;
  heard.onSign();
  if (/^(click|keydown|pointerdown)$/.test(event.type)) record(event);
  load();
}

for (const type of signs) addEventListener(type, hear, true);
if (window !== parent) {
  addEventListener("message", event => heard.messages.push(event));
  load();
} else if (!thrift) (window.requestIdleCallback ?? (run => setTimeout(run, 200)))(load, { timeout: 1000 });
