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

import { isValidMessage } from "./message.js";

const channelName = "opencases-present";

/** @param {string} name @param {() => Place} first @param {DeckData} deck @returns {PresentSession} */
export function joinSession(name, first, deck) {
  const listeners = [], heard = {}, otherDeckListeners = [], self = Math.random().toString(36).slice(2);
  const fresh = first();
  /** @type {SessionState} */
  let state = { version: 0, by: self, at: fresh, blank: false, minutes: 0, began: 0, held: null, guesses: {} };
  // Windows that have spoken to this one, for documents opened from a disk, which may share no channel.
  const peers = new Set(window.opener ? [window.opener] : []);
  // A document from a disk has no origin that could be named; there every window of this session is one of those.
  const fromDisk = location.protocol === "file:", peerOrigin = fromDisk ? "null" : location.origin;
  let channel;
  try {
    channel = new BroadcastChannel(`${channelName}-${name}`);
    channel.onmessage = event => event.data?.sign === channelName && receive(event.data);
  } catch { /* an origin without one: peers are spoken to directly */ }
  addEventListener("message", event => {
    // Only the window that opened this one, or one that this one has opened, also before it was reloaded.
    const from = /** @type {Window} */ (event.source);
    if (!from || event.origin !== peerOrigin || from !== window.opener && from.opener !== window) return;
    if (event.data?.sign !== channelName || event.data.name !== name) return;
    peers.add(from);
    receive(event.data);
  });

  function send(kind, body) {
    const message = { sign: channelName, name, deck: deck.id, kind, body };
    channel?.postMessage(message);
    for (const peer of peers) {
      if (peer.closed) peers.delete(peer);
      else peer.postMessage(message, fromDisk ? "*" : peerOrigin);
    }
  }

  const isNewer = (a, b) => a.version > b.version || a.version === b.version && a.by > b.by;

  function receive(message) {
    const { kind, body } = message;
    if (message.deck !== deck.id) {
      for (const act of otherDeckListeners) act();
      return;
    }
    if (!isValidMessage(message, deck)) return;
    if (kind === "hello") {
      if (state.version) send("state", state);
    } else if (kind === "state") {
      if (isNewer(body, state)) setState(body, false);
      else if (isNewer(state, body)) send("state", state);
    }
    heard[kind]?.(body);
  }

  function setState(next, own) {
    const before = state;
    state = next;
    for (const listen of listeners) listen(state, before, own);
  }

  // A window that has been reloaded has lost its list of peers: the window it had opened sends it the state again.
  if (window.opener && (!channel || fromDisk)) setInterval(() => { if (state.version) send("state", state); }, 1000);

  return {
    get state() { return state; },
    // change sets some fields for every window.
    change(fields) {
      setState({ ...state, ...fields, version: state.version + 1, by: self }, true);
      send("state", state);
    },
    // begin tells the others of this window's state, where nobody has told of one. What any window has changed meanwhile is
    // newer: no name is less than one with a dash.
    begin() {
      if (state.version) return;
      setState({ ...state, version: 1, by: `-${self}` }, true);
      send("state", state);
    },
    onChange(act) { listeners.push(act); },
    // broadcast tells the others something that is not kept; onMessage takes it.
    broadcast: send,
    onMessage(kind, act) { heard[kind] = act; },
    onOtherDeck(act) { otherDeckListeners.push(act); },
    addPeer(peer) { if (peer) peers.add(peer); },
    hello: () => send("hello", null),
  };
}
