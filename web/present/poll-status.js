// The poll in the speaker's window: nothing until a presenter with a poll has spoken.
import { $, setAttr, formatNumber, on, setText } from "../player/core/dom.js";
import { say } from "../player/core/config.js";

/** @param {PresentSession} session */
export function connectPollStatus(session) {
  const status = $("poll-status"), button = $("poll-toggle");
  session.onMessage("poll", ({ asks, shown, trouble, answered, phones, address }) => {
    status.hidden = false;
    setText(status, trouble ? say(`poll.${trouble}`) : !address ? say("poll.nowhere") :
      say(asks ? "poll.speaker" : "poll.speaker.idle", { n: formatNumber(asks ? answered : phones), of: formatNumber(phones) }));
    button.hidden = !asks || !answered || !!trouble;
    setText(button, say(shown ? "poll.hide" : "poll.show"));
    setAttr(button, "aria-pressed", String(shown));
  });
  on(button, "click", () => session.broadcast("poll-toggle", null));
}
