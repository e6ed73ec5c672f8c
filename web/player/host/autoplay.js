// startAutoplay starts once, when half of the stage is in sight; never where motion is not wanted, and never where
// there is no button to stop it.
/** @param {PlayerForHost} player @param {URLSearchParams} params @param {(text: string) => void} complain */
export function startAutoplay({ $, on, dispatchFromHost, root }, params, complain) {
  const value = params.get("autoplay");
  if (value === "off") return;
  if (!/^(on|true|1)?$/.test(value)) return complain("parameter autoplay: write on or off");
  if (params.get("controls") === "none") return complain("parameter autoplay: it needs controls, so that a reader can pause");
  if (!matchMedia("(prefers-reduced-motion: no-preference)").matches) return;
  let near = false, begun = false;
  const begin = () => {
    if (begun || !near || "unseen" in root.dataset) return;
    begun = true;
    observer.disconnect();
    dispatchFromHost("play");
  };
  const observer = new IntersectionObserver(entries => { near = entries.at(-1).isIntersecting; begin(); }, { threshold: .5 });
  observer.observe($("stage"));
  on(document, "sight", begin);
}
