// Gives the player the same handles as the scenes have (scenes/page.js): they speak its own commands to its own engine.
(months => {
  const { awake } = opencases, waiting = [];
  opencases.awake = (is, ms) => {
    awake(is, ms);
    if (!is) for (const done of waiting.splice(0)) done();
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
  const pictures = { strikes: "chapter strikes 4", reports: "chapter reports 4", cases: "chapter cases 3" };
  globalThis.bench = {
    show: name => go(pictures[name]),
    clear: async () => {
      await go(pictures.strikes);
      await go(`seek ${months[0]}`);
    },
    async settle(step) {
      if (!step) return go(`seek ${months.at(-1)}`);
      const start = performance.now();
      for (const [n, month] of months.entries()) {
        await new Promise(then => setTimeout(then, Math.max(0, start + n * step - performance.now())));
        say(`seek ${month}`);
      }
      await rest();
    },
    regroup: name => go(pictures[name]),
  };
})
