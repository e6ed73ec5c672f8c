// How high the player is, by what is in it. The height of the frame has no part in that: a page that follows it would
// otherwise follow itself. A frame that is not made that high gets a smaller stage, as far as words allow.

const patience = 500;                                    // ms in which a page may follow
const smallest = { narrow: 280, article: 560, wide: 740 }; // px of the stage: picture.Design
const shapes = { narrow: 280 / 330, article: 560 / 320, wide: 740 / 500 };

// fitting calls tell with whole px. limit is the greatest height a page allows, or undefined.
export function fitting({ $, on, root }, params, limit, tell) {
  const player = $("player"), sheet = $("sheet"), stage = $("stage");
  const given = params.get("height") === "fit"; // the page gives a height and keeps it
  let told = 0, followed = false, open = false, timer;

  // measure is what the player takes with its stage in full and no scrollbar beside it.
  function measure() {
    const squeezed = sheet.style.getPropertyValue("--fit"), scrolls = "scroll" in root.dataset;
    delete root.dataset.scroll;
    sheet.style.removeProperty("--fit");
    const natural = player.getBoundingClientRect().height, full = stage.getBoundingClientRect().height;
    if (squeezed) sheet.style.setProperty("--fit", squeezed);
    if (scrolls) root.dataset.scroll = "";
    return { natural, full };
  }

  // squeeze takes from the stage what is too much.
  function squeeze({ natural, full }, room) {
    const form = player.dataset.comp;
    if (natural <= room + 1) sheet.style.removeProperty("--fit");
    else sheet.style.setProperty("--fit", `${Math.max(smallest[form], Math.floor((full - natural + room) * shapes[form]))}px`);
    root.toggleAttribute("data-scroll", player.getBoundingClientRect().height > innerHeight + 1);
  }

  function settle(size) {
    const most = limit ? Math.min(limit, Math.max(innerHeight, 200)) : innerHeight;
    if (size.natural <= innerHeight + 1 || given || limit || !followed) squeeze(size, most);
  }

  function look(again) {
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
