// Gives the player the same handles as the scenes have (scenes/page.js): they speak its own commands to its own engine.
// stops are the months at which a playing story waits for its reader.
((months, stops) => {
  const { awake, frame } = opencases, waiting = [];
  let playing, arrived;
  opencases.awake = (is, ms) => {
    awake(is, ms);
    if (!is) for (const done of waiting.splice(0)) done();
  };
  // What has changed comes as the text of a JSON object; to read all of it would count as the player's time.
  const told = (text, name) => new RegExp(`"${name}":"?([^",}]+)`).exec(text)?.[1];
  opencases.frame = text => {
    frame(text);
    playing = told(text, "playing") ?? playing;
    const month = told(text, "month");
    if (!month) return;
    performance.mark("bench.month");
    if (playing === "true" && stops.includes(month)) queueMicrotask(() => arrived?.(month)); // the engine is in the middle of its frame
  };
  // rest is the engine's own word that nothing moves any more.
  const rest = () => new Promise(done => waiting.push(done));
  const say = words => {
    const fault = opencases.command(words);
    if (fault) throw new Error(fault);
  };
  const go = words => {
    const rested = rest();
    say(words);
    return rested;
  };
  const first = months[0], last = months.at(-1);
  const pictures = { strikes: "chapter strikes 4", reports: "chapter reports 4", cases: "chapter cases 3" };
  globalThis.bench = {
    show: name => go(pictures[name]),
    clear: async () => {
      await go("chapter strikes 1");
      await go(`seek ${first}`);
    },
    // The timeline is played as a reader plays it; where the story would wait for words to be read, it is told to go on. Of
    // its own pace only what is left of the frame that comes to such a stop is lost.
    async settle(step) {
      if (!step) return go(`seek ${last}`);
      say("speed 4");
      const over = new Promise(done => arrived = month => month === last ? done() : say("next"));
      say("play");
      await over;
      arrived = null;
      await go("pause");
    },
    regroup: name => go(pictures[name]),
  };
})
