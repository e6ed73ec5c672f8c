// The poll in the speaker's window: nothing until a presenter with a poll has spoken.
import { $, attr, number, on, text } from "../player/core/dom.js";
import { say } from "../player/core/config.js";

export function pollStatus(session) {
  const status = $("poll-status"), button = $("poll-toggle");
  session.hear("poll", ({ asks, shown, trouble, answered, phones, address }) => {
    status.hidden = false;
    text(status, trouble ? say(`poll.${trouble}`) : !address ? say("poll.nowhere") :
      say(asks ? "poll.speaker" : "poll.speaker.idle", { n: number(asks ? answered : phones), of: number(phones) }));
    button.hidden = !asks || !answered || !!trouble;
    text(button, say(shown ? "poll.hide" : "poll.show"));
    attr(button, "aria-pressed", String(shown));
  });
  on(button, "click", () => session.whisper("poll-toggle", null));
}
