// The presenter: connects deck, stage, room, keys and pointers to the session that the speaker's window shares.
//
// It holds the player's own modules in one document rather than a player in a frame: a frame takes the focus, and with it
// a clicker's keys, after one click into it; and one document is what still works when it is opened from a disk.
import { $, setAttr, on, root, setText } from "../player/core/dom.js";
import { config, say } from "../player/core/config.js";
import { card } from "../player/controls/card.js";
import { openHelp } from "../player/controls/dialogs.js";
import { onStageResized, startEngine } from "../player/core/session.js";
import { frameListeners } from "../player/show.js";
import { connectControls } from "../player/connect-controls.js";
import { composition, onTurn } from "./composition.js";
import { loadDeck, samePlace } from "./deck.js";
import { connectKeys } from "./keys.js";
import { createOverview } from "./overview.js";
import { stepInAddress, addressOfStep, query } from "./address.js";
import { connectPointer } from "./pointer.js";
import { holdsKey, takeKey } from "./poll.js";
import { connectPollSteps } from "./poll-steps.js";
import { showPrintPages } from "./print.js";
import { createRoomGuesses } from "./room-guesses.js";
import { joinSession } from "./session.js";
import { finishSweep, advanceTo, showBuild } from "./stage.js";
import { createNavigation } from "./navigation.js";
import { showBuildWords } from "./build-words.js";

const fetchDeck = () => loadDeck(composition() === "narrow" && !query.has("print") ? config.upright : config.deck);
const deck = await fetchDeck();
const theme = query.get("theme");
if (["light", "dark"].includes(theme)) root.dataset.theme = theme;

if (query.has("print")) showPrintPages(deck, query.get("print") === "builds");
else present();

function present() {
  const key = takeKey();
  // A step is named after # while the presenter is open; a link may name it as ?step=14 too.
  const wanted = () => deck.read(stepInAddress() || query.get("step"));
  const session = joinSession(config.lang, () => wanted() ?? deck.first, deck);
  const navigation = createNavigation(deck, session);
  // A sweep under way is ended before anything else is gone on to.
  const forward = () => session.state.blank || !finishSweep() ? navigation.forward() : undefined;
  const back = () => { finishSweep(); navigation.back(); };
  const room = createRoomGuesses({ deck, session, reveal: forward });
  const poll = key && connectPollSteps({ key, deck, session });
  const pointer = connectPointer({ forward, back });
  const overview = createOverview({ deck, session, go: navigation.go });
  let place; // the entries of the deck that are shown
  frameListeners.push((_, frame) => showBuildWords(place, frame));

  function arrive(before, after, cut) {
    const next = before && deck.forward(before);
    card.close();
    place = deck.at(after);
    if (!cut && next && samePlace(next, after)) advanceTo(deck.at(before), place);
    else showBuild(place);
    room.show(place);
    if (poll) poll.arrive(place);
    showCount(after);
    try {
      query.delete("step");
      history.replaceState(null, "", addressOfStep(deck.print(after)));
    } catch { /* too many in a short time: the address stays */ }
  }

  function showCount(at) {
    const builds = deck.steps[at.step].builds.length;
    setText($("count"), say(builds > 1 ? "present.count.builds" : "present.count", { n: at.step + 1, of: deck.steps.length, build: at.build + 1, builds }));
    $("edge-back").disabled = !deck.back(at);
    $("edge-on").disabled = !deck.forward(at);
  }

  onTurn(async () => {
    const asked = composition(), turned = await fetchDeck();
    if (asked !== composition()) return; // turned back meanwhile
    deck.redraw(turned);
    overview.redraw();
    arrive(null, session.state.at, true);
    onStageResized(true);
  });

  session.onChange((state, before) => {
    if (!samePlace(state.at, before.at)) arrive(before.at, state.at, false);
    else if (state.guesses !== before.guesses) room.show(deck.at(state.at));
    setBlank(state.blank);
  });

  function setBlank(is) {
    if ($("blank").hidden === !is) return;
    $("blank").hidden = !is;
    if (!is) document.activeElement?.blur();
  }

  const toggleFullscreen = () => {
    const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    done?.catch?.(() => {}); // refused: nothing changes
  };
  const openSpeaker = () => session.addPeer(window.open(config.speaker, "opencases-speaker", "width=1100,height=760"));
  const leave = box => {
    if (box.id === "help") box.close();
    else card.close();
    document.activeElement?.blur();
  };
  const show = number => {
    $("goto").hidden = !number;
    setText($("goto"), say("present.goto", { n: number, of: deck.steps.length }));
  };

  connectKeys({
    ...navigation, forward, back, fullscreen: toggleFullscreen, speaker: openSpeaker, help: openHelp,
    overview: overview.open,
    ask: () => show("…"),
    add: room.add, drop: room.drop, reveal: room.reveal,
    ...poll && { code: poll.enlarge, board: poll.toggle },
    laserOn: pointer.laserOn, laserOff: pointer.laserOff,
    escape() {
      show("");
      if (!navigation.unblank() && document.fullscreenElement) document.exitFullscreen();
    },
  }, { go: number => navigation.go(deck.read(number)), typed: show, leave });

  for (const [id, act] of Object.entries({ back, next: forward, "overview-open": overview.open, "blank-on": navigation.blank, "blank-off": navigation.blank, full: toggleFullscreen, "speaker-open": openSpeaker, "help-open": openHelp }))
    on($(id), "click", event => {
      if (!event.currentTarget.getAttribute("aria-disabled")) act();
    });
  on($("blank"), "click", navigation.unblank);
  on(window, "hashchange", () => holdsKey() ? location.reload() : navigation.go(wanted()));
  session.onMessage("laser", pointer.showRemoteDot);

  if (config.late) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: config.late }));
  connectControls();
  arrive(null, session.state.at, true);
  session.hello();
  // Nobody answered: this window begins the session.
  setTimeout(session.begin, 300);
  setAttr(root, "data-ready", "");
  (window.requestIdleCallback ?? (run => setTimeout(run, 200)))(() => startEngine());
}
