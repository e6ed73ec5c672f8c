// The page around the player. Fetched when there is one: sends it the height and what happens in the player, does what
// it asks, and takes the colours and the typeface it sets. player is what connect-host.js hands over.
import { startAutoplay } from "./autoplay.js";
import { createParameterSetter } from "./set-parameters.js";
import { warnOfParameters } from "./check-parameters.js";
import { slideDeck } from "./slide-deck.js";
import { trackHeight } from "./track-height.js";
import { applyAppearance } from "./appearance.js";
import { connectOtherHosts } from "./other-hosts.js";
import { createProtocol } from "./protocol.js";

/** @param {PlayerForHost} player */
export function connectToHost(player) {
  const { heard, on, $, search } = player, params = new URLSearchParams(search);
  const complaints = new Set();
  // complain says once, to whoever looks into the console, that a value does not fit.
  const complain = text => {
    if (complaints.has(text)) return;
    complaints.add(text);
    console.warn(`opencases: ${text}`);
  };
  const updateAppearance = () => warnOfParameters(params, applyAppearance(params), complain, player.config);
  updateAppearance();
  for (const query of ["(forced-colors: active)", "(prefers-color-scheme: dark)"]) on(matchMedia(query), "change", updateAppearance);
  const play = () => params.has("autoplay") && startAutoplay(player, params, complain);
  if (window === window.parent) return play();

  // A parent's window never changes; nothing but plain data is sent, and nothing in it is secret.
  const post = message => window.parent.postMessage(message, "*");
  const otherHosts = connectOtherHosts(params, post);
  const protocol = createProtocol(player, post, complain);
  protocol.onSet(createParameterSetter(params, player.parametersNow, updateAppearance, protocol.command, complain));
  const tracker = trackHeight(player, params, otherHosts.limit, height => {
    otherHosts.sendHeight(height);
    protocol.sendHeight(height);
  });
  const handleMessage = event => {
    if (event.source !== window.parent) return;
    const { data } = event;
    if (protocol.handleMessage(data, tracker) || slideDeck.handleMessage(data, player, post)) return;
    if (otherHosts.handleMessage(data)) tracker.sendHeight();
  };
  for (const event of heard.messages.splice(0)) handleMessage(event);
  heard.onMessage = handleMessage;
  tracker.sendHeight();
  protocol.sendReady();
  otherHosts.forwardLinks($, on);
  play();
}
