// How high the player is, by what is in it. The height of the frame has no part in that: a page that follows it would
// otherwise follow itself. A frame that is not made that high gets a smaller stage, as far as words allow; in a lower one
// the stage stands beside the words.

const patience = 500;                                    // ms in which a page may follow
const smallest = { narrow: 280, article: 560, wide: 740 }; // px of the stage: picture.Design
const shapes = { narrow: 280 / 330, article: 560 / 320, wide: 740 / 500 };
const column = 330, gaps = 48, bar = 51;                 // px for words beside the stage, between them, and below: late.css

// trackHeight calls sendHeight with whole px. limit is the greatest height a page allows, or undefined.
/** @param {PlayerForHost} player @param {URLSearchParams} params @param {number | undefined} limit @param {(height: number) => void} sendHeight @returns {HeightTracker} */
export function trackHeight({ $, on, root }, params, limit, sendHeight) {
  const player = $("player"), sheet = $("sheet"), stage = $("stage");
  const isFixed = params.get("height") === "fit"; // the page gives a height and keeps it
  let toldHeight = 0, pageFollows = false, open = false, timer;

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

  // compositionBesideWords is the composition whose stage is the largest beside the words, with px of its width, if one
  // is large enough.
  function compositionBesideWords(room) {
    const sizes = ["narrow", "article"].map(form => ({ form, width: Math.floor(Math.min((room - bar) * shapes[form], player.clientWidth - column - gaps)) }));
    return sizes.filter(({ form, width }) => width >= .9 * smallest[form]).sort((a, b) => b.width ** 2 / shapes[b.form] - a.width ** 2 / shapes[a.form])[0];
  }

  // shrinkStage takes from the stage what is too much.
  function shrinkStage({ natural, full }, room) {
    const form = player.clientWidth < 560 ? "narrow" : player.clientWidth < 1080 ? "article" : "wide";
    delete root.dataset.low;
    sheet.style.removeProperty("--fit");
    if (natural > room + 1) {
      const width = Math.floor((full - natural + room) * shapes[form]), other = width < smallest[form] && compositionBesideWords(room);
      if (other) root.dataset.low = other.form;
      sheet.style.setProperty("--fit", `${other ? other.width : Math.max(smallest[form], width)}px`);
    }
    root.toggleAttribute("data-scroll", player.getBoundingClientRect().height > innerHeight + 1);
  }

  function shrinkIfAllowed(size) {
    const most = limit ? Math.min(limit, Math.max(innerHeight, 200)) : innerHeight;
    if (size.natural <= innerHeight + 1 || isFixed || limit || !pageFollows) shrinkStage(size, most);
  }

  function update(again) {
    if (document.fullscreenElement) delete root.dataset.low;
    if (!open || document.fullscreenElement || !player.offsetWidth) return;
    const size = measure(), height = Math.max(100, Math.ceil(size.natural - .01));
    clearTimeout(timer);
    if (isFixed) shrinkIfAllowed(size);
    else timer = setTimeout(() => shrinkIfAllowed(measure()), patience);
    if (isFixed || height === toldHeight && !again) return;
    toldHeight = height;
    sendHeight(height);
  }

  new ResizeObserver(() => update()).observe(player);
  on(window, "resize", () => update());
  on(window, "load", () => update(true));
  on(window, "pageshow", event => { if (event.persisted) update(true); });
  on(document, "fullscreenchange", () => update());
  // Lines break as they will only with their own font; but nothing waits for it.
  const begin = () => { open = true; update(true); };
  document.fonts.ready.then(begin);
  for (const later of [800, 3000]) setTimeout(begin, later); // the page's own script may come late, too
  return {
    sendHeight: () => update(true),
    // setPageFollows notes that the page has said that it gives the frame this height.
    setPageFollows() { pageFollows = true; },
  };
}
