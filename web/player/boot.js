// The first script. It brings the player when a reader shows up or the thread has nothing to do, at once where a page
// around it waits for its height, and records what readers do before the player is there: player.js does it then.
/** @type {Heard} */
const heard = { sign: false, onSign() {}, acts: [], messages: [], onMessage: event => heard.messages.push(event) };
const keys = /^( |ArrowLeft|ArrowRight|PageUp|PageDown|Home|End|f|F|\?)$/;
const savesData = navigator.connection?.saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
let loading;

// load brings the player once. If it does not come, the next act tries again.
const load = () => loading ??= import("./player.js").then(player => player.start(heard)).then(handOver, fault => {
  loading = undefined;
  console.warn(`opencases: ${fault.message}`);
});

// record keeps an act that the player answers.
function record(event) {
  const { type, key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.button || type === "click" && event.shiftKey) return;
  const isPlayers = type === "keydown" ? keys.test(key) && !(key === " " && target.closest("a, button, summary")) || target.id === "slider" && /^Arrow/.test(key)
    : target.closest(type === "click" ? "#controls > div button, [data-figure], .hot" : "#slider");
  if (!isPlayers) return;
  if (type !== "pointerdown") event.preventDefault();
  heard.acts.push({ event, target });
}

const signs = ["pointerover", "focusin", "touchstart", "click", "keydown", "pointerdown"];

// handOver stops listening, and repeats for the player what was recorded. A figure may have been written anew since.
function handOver() {
  for (const type of signs) removeEventListener(type, onSign, true);
  for (const { event, target } of heard.acts.splice(0)) {
    const ref = target.closest("[data-figure]")?.dataset.figure;
    const at = target.isConnected ? target : ref ? document.querySelector(`[data-figure="${ref}"]`) : document.body;
    at?.dispatchEvent(new /** @type {any} */ (event.constructor)(event.type, event));
  }
}

function onSign(event) {
  heard.sign = true;
  heard.onSign();
  if (/^(click|keydown|pointerdown)$/.test(event.type)) record(event);
  load();
}

for (const type of signs) addEventListener(type, onSign, true);
if (window !== parent) {
  addEventListener("message", event => heard.onMessage(event));
  load();
} else if (!savesData) (window.requestIdleCallback ?? (run => setTimeout(run, 200)))(load, { timeout: 1000 });
