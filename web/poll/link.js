// The connection to the teacher's computer. A phone asks and waits for an answer, again and again: that survives a phone
// that sleeps, a network that is lost, and a server that is started anew.

const patience = 40000;  // ms after which a request that hangs is given up; the server answers sooner
const longest = 8000;    // ms between attempts
const early = 5000;      // ms in which the server answers only what it need not wait for
const place = "open-cases-poll";

export function connectServer({ lang, onConnection }) {
  let phone = remembered(), version = "0", failures = 0, wake = null, current = null, nudged = false;

  // The phone's secret outlives a reload, where there is a place for it, and ends with the tab.
  function remembered() {
    try { return sessionStorage.getItem(place) || ""; } catch (none) { return ""; }
  }
  function setPhone(secret) {
    phone = secret;
    version = "0";
    try { sessionStorage.setItem(place, secret); } catch (none) { /* it lives as long as the page */ }
  }

  // request sends a request; it fails where there is no answer.
  async function request(path, options) {
    const stop = typeof AbortController === "function" ? new AbortController() : null;
    const timer = stop && setTimeout(() => stop.abort(), patience);
    if (!options.method) current = stop;
    try {
      const headers = { ...options.headers };
      if (phone) headers["X-Poll-Phone"] = phone;
      const answer = await fetch(path, { ...options, headers, cache: "no-store", credentials: "omit", signal: stop ? stop.signal : undefined });
      const text = await answer.text();
      failures = 0;
      onConnection(true);
      return { status: answer.status, version: answer.headers.get("X-Poll-Version"), text };
    } finally {
      clearTimeout(timer);
      if (current === stop) current = null;
    }
  }

  // waitFor pauses until the time is over, the phone wakes, or the network is back.
  const waitFor = ms => new Promise(/** @param {(value?: void) => void} done */ done => {
    const timer = setTimeout(done, ms);
    wake = () => { clearTimeout(timer); done(); };
  });
  const waitBeforeRetry = () => waitFor(Math.min(longest, 500 * 2 ** failures) * (.75 + Math.random() / 2));

  // join takes part once, whoever asks for it first.
  let joining = null;
  function join() {
    if (!joining) joining = request(`poll/join?lang=${lang}`, { method: "POST" }).then(({ status, text }) => {
      if (status === 201) setPhone(text);
      return { status, text };
    }).finally(() => { joining = null; });
    return joining;
  }

  // listen shows every view there is from now on.
  async function listen(show) {
    for (;;) {
      try {
        if (!phone) {
          const { status, text } = await join();
          if (status !== 201) {
            if (status === 503) show(text);
            await waitFor(5000);
            continue;
          }
        }
        const asked = Date.now(), answer = await request(`poll/view?lang=${lang}&after=${version}`, {});
        if (answer.status === 200) {
          version = answer.version;
          show(answer.text);
        } else if (answer.status === 404) setPhone(""); // the server was started anew, or has forgotten this phone
        else if (answer.status !== 204) await waitFor(2000);
        else if (Date.now() - asked < early) await waitFor(early); // a copy of this page waits in this one's place
      } catch (fault) {
        if (nudged) nudged = false; // given up on purpose, to ask at once
        else {
          failures++;
          onConnection(failures <= 1);
          await waitBeforeRetry();
        }
      }
    }
  }

  // answer sends a form and gives what to show. It is sent again until it has arrived: the last one counts, so that
  // sending twice does no harm.
  async function answer(body) {
    for (;;) {
      try {
        const joined = phone ? { status: 201 } : await join();
        if (joined.status === 503) return joined.text;
        const { status, text } = await request(`poll/answer?lang=${lang}`, { method: "POST", body });
        if (status === 404 && !text) setPhone("");
        else if (status === 429) await new Promise(done => setTimeout(done, 1500));
        else return text;
      } catch (fault) {
        failures++;
        onConnection(false);
        await new Promise(done => setTimeout(done, 1500));
      }
    }
  }

  function hurry() {
    failures = 0;
    if (wake) wake();
  }
  // After a sleep the request under way may hang on a connection that is dead: it is asked anew.
  let hidden = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hidden = Date.now();
    else if (Date.now() - hidden > 5000) {
      hurry();
      if (current) { nudged = true; current.abort(); }
    }
  });
  window.addEventListener("online", hurry);
  return { listen, answer, hurry };
}
