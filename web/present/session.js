// One session of presenting, shared by the presenter and the speaker's windows: all hold the same state, whoever changes
// it tells the others, the newer version wins, and a window that has been reloaded asks the others for theirs. Windows of
// another deck, because one was opened before a newer version of the site came, are not understood, only noticed.
//
//   at        {step, build}
//   blank     whether the projector is dark
//   minutes   planned, for the pace
//   began     when the clock started, ms of Date.now(); 0: not yet
//   held      ms on the clock while it stands; null while it runs
//   guesses   {chapter: [guess]}: a guess is a list of values, null where a line was left open

import { sound } from "./message.js";

const sign = "opencases-present";

export function joining(name, first, deck) {
  const listeners = [], heard = {}, strangers = [], self = Math.random().toString(36).slice(2);
  const fresh = first();
  let state = { version: 0, by: self, at: fresh, blank: false, minutes: 0, began: 0, held: null, guesses: {} };
  // Windows that have spoken to this one, for documents opened from a disk, which may share no channel.
  const peers = new Set(window.opener ? [window.opener] : []);
  // A document from a disk has no origin that could be named; there every window of this session is one of those.
  const disk = location.protocol === "file:", theirs = disk ? "null" : location.origin;
  let channel;
  try {
    channel = new BroadcastChannel(`${sign}-${name}`);
    channel.onmessage = event => event.data?.sign === sign && hear(event.data);
  } catch { /* an origin without one: peers are spoken to directly */ }
  addEventListener("message", event => {
    // Only the window that opened this one, or one that this one has opened, also before it was reloaded.
    const from = event.source;
    if (!from || event.origin !== theirs || from !== window.opener && from.opener !== window) return;
    if (event.data?.sign !== sign || event.data.name !== name) return;
    peers.add(from);
    hear(event.data);
  });

  function tell(kind, body) {
    const letter = { sign, name, deck: deck.id, kind, body };
    channel?.postMessage(letter);
    for (const peer of peers) {
      if (peer.closed) peers.delete(peer);
      else peer.postMessage(letter, disk ? "*" : theirs);
    }
  }

  const newer = (a, b) => a.version > b.version || a.version === b.version && a.by > b.by;

  function hear(letter) {
    const { kind, body } = letter;
    if (letter.deck !== deck.id) {
      for (const act of strangers) act();
      return;
    }
    if (!sound(letter, deck)) return;
    if (kind === "hello") {
      if (state.version) tell("state", state);
    } else if (kind === "state") {
      if (newer(body, state)) become(body, false);
      else if (newer(state, body)) tell("state", state);
    }
    heard[kind]?.(body);
  }

  function become(next, own) {
    const before = state;
    state = next;
    for (const listen of listeners) listen(state, before, own);
  }

  // A window that has been reloaded has forgotten its peers: the one it had opened tells it again.
  if (window.opener && (!channel || disk)) setInterval(() => { if (state.version) tell("state", state); }, 1000);

  return {
    get state() { return state; },
    // change sets some fields for every window.
    change(fields) {
      become({ ...state, ...fields, version: state.version + 1, by: self }, true);
      tell("state", state);
    },
    // begin tells the others of this window's state, where nobody has told of one. What any window has changed meanwhile is
    // newer: no name is less than one with a dash.
    begin() {
      if (state.version) return;
      become({ ...state, version: 1, by: `-${self}` }, true);
      tell("state", state);
    },
    listen(act) { listeners.push(act); },
    // whisper tells the others something that is not kept; hear takes it.
    whisper: tell,
    hear(kind, act) { heard[kind] = act; },
    stranger(act) { strangers.push(act); },
    greet(peer) { if (peer) peers.add(peer); },
    hello: () => tell("hello", null),
  };
}
