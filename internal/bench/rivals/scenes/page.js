// What every scene answers to: the button, and the bench.
import { data } from "./marks.js";

// expose takes what a scene can do:
//
//	show(name)    cut to a picture: strikes, reports, cases
//	clear()       cut to the empty timeline
//	settle(step)  let the strikes settle along the timeline, step ms a month; 0 brings all at once
//	regroup(name) send the reports to their places in the picture of that name
//
// settle and regroup answer with a promise of the picture at rest.
export function expose(scene) {
  document.getElementById("play").onclick = async () => {
    scene.clear();
    await scene.settle(data.step);
  };
  globalThis.bench = scene;
  scene.show("strikes");
  requestAnimationFrame(() => performance.mark("bench.ready"));
}
