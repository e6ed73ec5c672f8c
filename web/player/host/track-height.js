// How high the player is, by what is in it. The height of the frame has no part in that: a page that follows it would
// otherwise follow itself. A frame that is not made that high gets a smaller stage, as far as words allow; in a lower one
// the stage stands beside the words.

const patience = 500;                                    // ms in which a page may follow
const smallest = { narrow: 280, article: 560, wide: 740 }; // px of the stage: picture.Design
const shapes = { narrow: 280 / 330, article: 560 / 320, wide: 740 / 500 };
const column = 330, gaps = 48, bar = 51;                 // px for words beside the stage, between them, and below: late.css

// fitting calls tell with whole px. limit is the greatest height a page allows, or undefined.
export function fitting({ $, on, root }, params, limit, tell) {
  const player = $("player"), sheet = $("sheet"), stage = $("stage");
  const given = params.get("height") === "fit"; // the page gives a height and keeps it
  let told = 0, followed = false, open = false, timer;

  // measure is what the player takes with its stage in full and no scrollbar beside it.
  function measure() {
    const squeezed = sheet.style.getPropertyValue("--fit"), { scroll, low } = root.dataset;
    delete root.dataset.scroll;
    delete root.dataset.low;
    sheet.style.removeProperty("--fit");
    const natural = player.getBoundingClientRect().height, full = stage.getBoundingClientRect().height;
    if (squeezed) sheet.style.setProperty("--fit", squeezed);
    if (scroll !== undefined) root.dataset.scroll = scroll;
    if (low) root.dataset.low = low;
    return { natural, full };
  }

  // beside is the composition whose stage is the largest beside the words, [its name, px of its width], if one is large enough.
  function beside(room) {
    const sizes = ["narrow", "article"].map(form => [form, Math.floor(Math.min((room - bar) * shapes[form], player.clientWidth - column - gaps))]);
    return sizes.filter(([form, width]) => width >= .9 * smallest[form]).sort(([a, v], [b, w]) => w * w / shapes[b] - v * v / shapes[a])[0];
  }

  // squeeze takes from the stage what is too much.
  function squeeze({ natural, full }, room) {
    const form = player.clientWidth < 560 ? "narrow" : player.clientWidth < 1080 ? "article" : "wide";
    delete root.dataset.low;
    sheet.style.removeProperty("--fit");
    if (natural > room + 1) {
      const width = Math.floor((full - natural + room) * shapes[form]), other = width < smallest[form] && beside(room);
      if (other) root.dataset.low = other[0];
      sheet.style.setProperty("--fit", `${other ? other[1] : Math.max(smallest[form], width)}px`);
    }
    root.toggleAttribute("data-scroll", player.getBoundingClientRect().height > innerHeight + 1);
  }

  function settle(size) {
    const most = limit ? Math.min(limit, Math.max(innerHeight, 200)) : innerHeight;
    if (size.natural <= innerHeight + 1 || given || limit || !followed) squeeze(size, most);
  }

  function look(again) {
    if (document.fullscreenElement) delete root.dataset.low;
    if (!open || document.fullscreenElement || !player.offsetWidth) return;
    const size = measure(), height = Math.max(100, Math.ceil(size.natural - .01));
    clearTimeout(timer);
    if (given) settle(size);
    else timer = setTimeout(() => settle(measure()), patience);
    if (given || height === told && !again) return;
    told = height;
    tell(height);
  }

  new ResizeObserver(() => look()).observe(player);
  on(window, "resize", () => look());
  on(window, "load", () => look(true));
  on(window, "pageshow", event => { if (event.persisted) look(true); });
  on(document, "fullscreenchange", () => look());
  // Lines break as they will only with their own font; but nobody is kept waiting for it.
  const begin = () => { open = true; look(true); };
  document.fonts.ready.then(begin);
  for (const later of [800, 3000]) setTimeout(begin, later); // the page's own script may come late, too
  return {
    tell: () => look(true),
    // trust a page that has said that it follows.
    trust() { followed = true; },
  };
}
