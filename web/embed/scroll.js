// Where the middle of what a reader sees of an article is: in any scroller, and in an article that is framed itself.

const pace = 200; // ms between two looks at how much of a framed article is in view

// hostOf is the element around another one as it is shown: its slot, its parent, or what carries its shadow root.
export const hostOf = node => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

// visibleMiddle is the height, in px of the window, of the middle of area and of every scroller from an element
// outwards; undefined if nothing of it is in view. A page's body scrolls with the window unless html is a scroller too.
export function visibleMiddle(from, { top, bottom }) {
  const html = document.documentElement, scrolls = e => /auto|scroll|hidden/.test(getComputedStyle(e).overflowY);
  for (let e = from; e && e !== html; e = hostOf(e)) {
    if (!scrolls(e) || e === document.body && !scrolls(html)) continue;
    const box = e.getBoundingClientRect();
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return top < bottom ? (top + bottom) / 2 : undefined;
}

// watchScroll calls look with what of the window is in view, {top, bottom}, at first and at most once a frame when
// something around the elements scrolls or changes its size. cover is an element that covers the window. It answers
// with what ends it.
export function watchScroll(elements, cover, look) {
  let asked = 0, timer, area; // area is what of a framed article is in view
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      look(area ?? { top: 0, bottom: innerHeight });
    });
  };
  const stop = new AbortController(), options = { capture: true, signal: stop.signal };
  addEventListener("resize", soon, options);
  // Scrolling inside a shadow root is not heard outside it. A root that is met again still calls once.
  for (let e of elements) for (; e; e = hostOf(e)) e.getRootNode().addEventListener("scroll", soon, options);
  const grown = new ResizeObserver(soon);
  grown.observe(document.documentElement);
  // Nothing tells a framed article that the page around it scrolls: it looks again and again while it is in view.
  const sight = new IntersectionObserver(entries => {
    const { isIntersecting, intersectionRect } = entries.at(-1);
    if (!isIntersecting) return;
    area = intersectionRect;
    soon();
    timer = setTimeout(() => {
      sight.unobserve(cover);
      sight.observe(cover);
    }, pace);
  });
  if (window !== window.top) sight.observe(cover);
  soon();
  return () => {
    stop.abort();
    grown.disconnect();
    sight.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(asked);
  };
}
