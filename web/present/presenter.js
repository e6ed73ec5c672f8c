// The presenter: wires deck, stage, room, keys and pointers to the session that the speaker's window shares.
//
// It holds the player's own modules in one document rather than a player in a frame: a frame takes the focus, and with it
// a clicker's keys, after one click into it; and one document is what still works when it is opened from a disk.
import { $, attr, on, root, text } from "../player/core/dom.js";
import { config, say } from "../player/core/config.js";
import { card } from "../player/controls/card.js";
import { help } from "../player/controls/dialogs.js";
import { resized, wake } from "../player/core/session.js";
import { watchers } from "../player/show.js";
import { wire } from "../player/connect-controls.js";
import { composition, onTurn } from "./composition.js";
import { load, same } from "./deck.js";
import { keying } from "./keys.js";
import { overviewing } from "./overview.js";
import { named, naming, query } from "./address.js";
import { pointing } from "./pointer.js";
import { holdsKey, takeKey } from "./poll.js";
import { pollSteps } from "./poll-steps.js";
import { printing } from "./print.js";
import { rooming } from "./room-guesses.js";
import { joining } from "./session.js";
import { finish, move, stand } from "./stage.js";
import { ways } from "./navigation.js";
import { showWords } from "./build-words.js";

const fetchDeck = () => load(composition() === "narrow" && !query.has("print") ? config.upright : config.deck);
const deck = await fetchDeck();
// Where nothing can paint the engine's picture, its files are not asked for: the stills stand.
const paints = () => !!document.createElement("canvas").getContext("webgl2");
const theme = query.get("theme");
if (["light", "dark"].includes(theme)) root.dataset.theme = theme;

if (query.has("print")) printing(deck, query.get("print") === "builds");
else present();

function present() {
  const key = takeKey();
  // A step is named after # while the presenter is open; a link may name it as ?step=14 too.
  const wanted = () => deck.read(named() || query.get("step"));
  const session = joining(config.lang, () => wanted() ?? deck.first, deck);
  const can = ways(deck, session);
  // A sweep under way is ended before anything else is gone on to.
  const forward = () => session.state.blank || !finish() ? can.forward() : undefined;
  const back = () => { finish(); can.back(); };
  const room = rooming({ deck, session, reveal: forward });
  const poll = key && pollSteps({ key, deck, session });
  const pointer = pointing({ forward, back });
  const overview = overviewing({ deck, session, go: can.go });
  let place; // the entries of the deck that are shown
  watchers.push((_, frame) => showWords(place, frame));

  function arrive(before, after, cut) {
    const next = before && deck.forward(before);
    card.close();
    place = deck.at(after);
    if (!cut && next && same(next, after)) move(deck.at(before), place);
    else stand(place);
    room.show(place);
    if (poll) poll.arrive(place);
    count(after);
    try {
      query.delete("step");
      history.replaceState(null, "", naming(deck.print(after)));
    } catch { /* too many in a short time: the address stays */ }
  }

  function count(at) {
    const builds = deck.steps[at.step].builds.length;
    text($("count"), say(builds > 1 ? "present.count.builds" : "present.count", { n: at.step + 1, of: deck.steps.length, build: at.build + 1, builds }));
    $("edge-back").disabled = !deck.back(at);
    $("edge-on").disabled = !deck.forward(at);
  }

  onTurn(async () => {
    const asked = composition(), turned = await fetchDeck();
    if (asked !== composition()) return; // turned back meanwhile
    deck.redraw(turned);
    overview.redraw();
    arrive(null, session.state.at, true);
    resized(true);
  });

  session.listen((state, before) => {
    if (!same(state.at, before.at)) arrive(before.at, state.at, false);
    else if (state.guesses !== before.guesses) room.show(deck.at(state.at));
    dim(state.blank);
  });

  function dim(is) {
    if ($("blank").hidden === !is) return;
    $("blank").hidden = !is;
    if (!is) document.activeElement?.blur();
  }

  const full = () => {
    const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    done?.catch?.(() => {}); // refused: nothing changes
  };
  const speaker = () => session.greet(window.open(config.speaker, "opencases-speaker", "width=1100,height=760"));
  const leave = box => {
    if (box.id === "help") box.close();
    else card.close();
    document.activeElement?.blur();
  };
  const show = number => {
    $("goto").hidden = !number;
    text($("goto"), say("present.goto", { n: number, of: deck.steps.length }));
  };

  keying({
    ...can, forward, back, full, speaker, help,
    overview: overview.open,
    ask: () => show("…"),
    add: room.add, drop: room.drop, reveal: room.reveal,
    ...poll && { code: poll.enlarge, board: poll.toggle },
    laser: pointer.laser, dark: pointer.dark,
    escape() {
      show("");
      if (!can.light() && document.fullscreenElement) document.exitFullscreen();
    },
  }, { go: number => can.go(deck.read(number)), typed: show, leave });

  for (const [id, act] of Object.entries({ back, next: forward, "overview-open": overview.open, "blank-on": can.blank, "blank-off": can.blank, full, "speaker-open": speaker, "help-open": help }))
    on($(id), "click", event => {
      if (!event.currentTarget.getAttribute("aria-disabled")) act();
    });
  on($("blank"), "click", can.light);
  on(window, "hashchange", () => holdsKey() ? location.reload() : can.go(wanted()));
  session.hear("laser", pointer.far);

  if (config.late) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: config.late }));
  wire();
  arrive(null, session.state.at, true);
  session.hello();
  // Nobody answered: this window begins the session.
  setTimeout(session.begin, 300);
  attr(root, "data-ready", "");
  (window.requestIdleCallback ?? (run => setTimeout(run, 200)))(() => paints() && wake());
}
