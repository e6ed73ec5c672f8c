// Where the middle of what a reader sees of an article is: in any scroller, and in an article that is framed itself.

const pace = 200; // ms between two looks at how much of a framed article is in view

// host is the element around another one as it is shown: its slot, its parent, or what carries its shadow root.
export const host = node => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

// middle is the height, in px of the window, of the middle of area and of every scroller from an element outwards;
// undefined if nothing of it is in view. A page's body scrolls with the window unless html is a scroller too.
export function middle(from, { top, bottom }) {
  const html = document.documentElement, scrolls = e => /auto|scroll|hidden/.test(getComputedStyle(e).overflowY);
  for (let e = from; e && e !== html; e = host(e)) {
    if (!scrolls(e) || e === document.body && !scrolls(html)) continue;
    const box = e.getBoundingClientRect();
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return top < bottom ? (top + bottom) / 2 : undefined;
}

// watch calls look with what of the window is in view, {top, bottom}, at first and at most once a frame when something
// around the elements scrolls or changes its size. cover is an element that covers the window. It answers with what ends it.
export function watch(elements, cover, look) {
  const area = { top: 0, bottom: innerHeight };
  let asked = 0, timer;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      if (window === window.top) area.bottom = innerHeight;
      look(area);
    });
  };
  // Scrolling inside a shadow root is not heard outside it.
  const roots = new Set([window]);
  for (const element of elements) for (let e = element; e; e = host(e)) roots.add(e.getRootNode());
  const options = { capture: true, passive: true };
  for (const root of roots) root.addEventListener("scroll", soon, options);
  addEventListener("resize", soon);
  const grown = new ResizeObserver(soon);
  grown.observe(document.documentElement);
  // Nothing tells a framed article that the page around it scrolls: it looks again and again while it is in view.
  const sight = new IntersectionObserver(entries => {
    const { isIntersecting, intersectionRect: { top, bottom } } = entries.at(-1);
    if (!isIntersecting) return;
    if (top !== area.top || bottom !== area.bottom) soon();
    Object.assign(area, { top, bottom });
    timer = setTimeout(() => {
      sight.unobserve(cover);
      sight.observe(cover);
    }, pace);
  });
  if (window !== window.top) sight.observe(cover);
  soon();
  return () => {
    for (const root of roots) root.removeEventListener("scroll", soon, options);
    removeEventListener("resize", soon);
    grown.disconnect();
    sight.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(asked);
  };
}
