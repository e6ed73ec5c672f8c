// The protocol between a page and the player, version 1. Every message is an object {openCases: 1, type, ...}.
//
// The page says
//   {type: "command", command: "chapter gap 3"}   anything of the vocabulary (internal/story/command.go)
//   {type: "set", values: {accent: "#06c"}}       parameters, by their names in the address; "" is the usual value
//   {type: "visibility", visible: false}          nobody sees the frame: nothing is drawn
//   {type: "hello"}                               send everything again; and: this page follows the height
//
// The player says
//   {type: "ready", chapter, beat, title, lang}   commands are taken from now on
//   {type: "height", height}                      whole CSS px that its content takes
//   {type: "state", chapter, beat, view, month, playing, query}   at most four times a second
//   {type: "chapter", chapter, beat}              another chapter or beat has begun; beats count from 1
//   {type: "error", message}                      a command could not be done
//   {type: "interaction", command}                a reader did something: the first word of the command it was
//
// Anything else is passed over, and so is whatever does not come from the window this frame stands in.
import { validateCommand } from "./vocabulary.js";

const pace = 250, pause = 1000; // ms between two states; between two interactions of a kind

/** @param {PlayerForHost} player @param {(message: object) => void} post @param {(text: string) => void} complain */
export function createProtocol({ $, parametersNow, config, root, dispatchFromHost, onCommand, frameListeners, shownFrame, position }, post, complain) {
  const send = (type, more) => post({ openCases: 1, type, ...more });
  let state, timer, setParameters;

  const sendState = () => {
    timer = undefined;
    send("state", state);
  };
  /** @type {FrameListener} */
  const onFrame = (before, { chapter, beat, view, axis, playing, query }) => {
    const beatChanged = !before || before.chapter !== chapter || before.beat !== beat;
    state = { chapter, beat: beat + 1, view, month: axis.month, playing, query };
    if (beatChanged) send("chapter", { chapter, beat: beat + 1 });
    if (beatChanged || before.playing !== playing) {
      clearTimeout(timer);
      sendState();
    } else timer ??= setTimeout(sendState, pace);
  };
  frameListeners.push(onFrame);
  const already = shownFrame(); // where this script came later than the first Frame
  if (already) onFrame(null, already);

  const last = {};
  onCommand(command => {
    const [verb] = command.split(" "), now = Date.now();
    if (now - (last[verb] ?? -pause) < pause) return;
    last[verb] = now;
    send("interaction", { command: verb });
  });

  const sendReady = () => {
    const { chapter, beat } = position();
    send("ready", { chapter, beat: beat + 1, title: document.title, lang: config.lang });
  };

  function command(text) {
    const words = typeof text === "string" && text.length <= 1000 ? text.trim().replace(/\s+/g, " ") : "";
    const fault = validateCommand(words, config, $) || changeLanguage(words) || dispatchFromHost(words);
    if (!fault && words.startsWith("theme ")) setParameters({ theme: words.slice(6) });
    if (!fault || fault === true) return;
    complain(fault);
    send("error", { message: fault });
  }

  // changeLanguage goes to the document of another language, at the same place: true when it went.
  function changeLanguage(words) {
    const [verb, lang] = words.split(" ");
    if (verb !== "lang") return false;
    if (lang === config.lang) return true;
    const to = new URL(`../../../${lang}/player/${config.chapter}/`, location.href);
    to.search = String(parametersNow(new URLSearchParams(location.search)));
    to.hash = location.hash;
    fetch(to, { method: "HEAD" }).then(answer => {
      if (answer.ok) location.replace(to);
      else send("error", { message: `command lang: there is no language ${lang} here` });
    }, () => {});
    return true;
  }

  return {
    sendReady,
    command,
    onSet(handler) { setParameters = handler; },
    sendHeight(px) { send("height", { height: px }); },

    // handleMessage returns whether the message was one of this protocol.
    /** @param {any} data @param {HeightTracker} tracker */
    handleMessage(data, tracker) {
      if (data === null || typeof data !== "object" || data.openCases !== 1) return false;
      if (data.type === "command") command(data.command);
      if (data.type === "set" && data.values !== null && typeof data.values === "object") setParameters(data.values);
      if (data.type === "visibility" && typeof data.visible === "boolean") {
        if (data.visible) delete root.dataset.unseen;
        else root.dataset.unseen = "";
        document.dispatchEvent(new Event("sight"));
      }
      if (data.type === "hello") {
        tracker.setPageFollows();
        sendReady();
        tracker.sendHeight();
        if (state) sendState();
      }
      return true;
    },
  };
}
