// The shapes that scripts share, for the type checker only: nothing of this is shipped.
// What comes from Go is described there; a comment says where.

/** Every element that the scripts meet is an HTML or an SVG element. */
interface Element extends HTMLOrSVGElement {}
interface ParentNode {
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}
interface Navigator {
  readonly connection?: { readonly saveData: boolean; readonly effectiveType: string };
}

/** esbuild puts these in (internal/site/player.go, offline.go, embed.go). */
declare const LATER: string;
declare const ROOT: string;
declare const SITE: string;

/** Only inside the single file (web/bundle). */
declare var openCasesFile: SingleFile | undefined;
declare var revisit: ((search: string) => void) | undefined;
interface Window {
  openCasesFile?: SingleFile;
}
interface SingleFile {
  answer(address: string, signal?: AbortSignal): Promise<Response>;
  go(hash: string): void;
  again(search: string): void;
}

/** The page's side of the engine (wasm/player/bridge.go). */
declare var opencases: EngineBridge;
declare var Go: new () => { importObject: WebAssembly.Imports; run(instance: WebAssembly.Instance): Promise<void> };
interface EngineBridge {
  // the page gives
  frame(text: string): void;
  awake(is: boolean, ms?: number): void;
  problem(text: string): void;
  note(text: string): void;
  ready?: (value?: unknown) => void;
  begun?: (fault?: string) => void;
  // the engine gives
  begin?: (start: object) => void;
  command?: (words: string) => string;
  open?: (query: string, commands: string) => void;
  stage?: (width: number, composition: string) => void;
  still?: (reduced: boolean) => void;
  theme?: (inks: Record<string, number>) => void;
}

/** What the site tells the scripts: core/config.js, internal/site/player.go. */
interface Config {
  lang: string;
  chapter: string;
  chapters: Chapter[];
  stills: string;
  cards: string;
  record: string;
  words: string;
  wasm: string;
  wasmBytes: number;
  wasmExec: string;
  parts: Record<string, string>;
  late: string;
  page: string;
  search?: string;
  inside?: string;
  say: Record<string, string>;
  // the presenter's own
  deck?: string;
  upright?: string;
  speaker?: string;
}
interface Chapter {
  name: string;
  title: string;
  beats: number;
  asks?: boolean;
  views: string[];
  months: string[];
}

/** A State of the story while no engine keeps it: core/state.js. */
interface State {
  chapter: string;
  beat: number;
  params: Record<string, string>;
  play: "" | "play" | "replay";
}
/** What a State is read and changed with. */
interface Story {
  chapters: Chapter[];
  asking: boolean;
}

/** What a document shows beside the marks: internal/frame. */
interface Frame {
  query: string;
  lang: string;
  chapter: string;
  beat: number;
  beats: number;
  step: number;
  steps: number;
  kicker: string;
  title: string;
  textHTML: string;
  description: string;
  view: string;
  playing: boolean;
  atStart: boolean;
  atEnd: boolean;
  speed: number;
  only: string;
  selected: string;
  series: Choice[];
  axis: Axis;
  labels: Label[];
  hots: Hot[];
  ask?: Ask;
  suppose?: Suppose;
  // added by core/session.js to a still's
  waiting?: Record<string, string>;
  fixed?: boolean;
}
/** A Frame with the marks of its picture, as the server drew them. */
interface Still extends Frame {
  svg: string;
}
interface Choice {
  name: string;
  text: string;
}
interface Axis {
  from: string;
  to: string;
  month: string;
  monthText: string;
  index: number;
  last: number;
  x0: number;
  x1: number;
  ticks: { x: number; text: string }[];
}
interface Label {
  id: string;
  x: number;
  y: number;
  w: number;
  anchor: "left" | "middle" | "right";
  role: string;
  ink: string;
  html: string;
}
interface Hot {
  id: string;
  ref: string;
  x: number;
  y: number;
  w: number;
  h: number;
  series: string;
  text: string;
}
interface Ask {
  kind: "value" | "line";
  label: string;
  hint: string;
  min: number;
  max: number;
  step: number;
  months?: Choice[];
  values: (number | null)[];
  valueText: string;
  revealed: boolean;
  answerHTML: string;
  plot: [left: number, top: number, right: number, bottom: number];
}
interface Suppose {
  share: number;
  rate: number;
  shareText: string;
  label: string;
  noticeHTML: string;
  formulaHTML: string;
}

/** What core/session.js is given by the document that it serves. */
interface Display {
  story: Story;
  fetchStill(state: State): Still | Promise<Still>;
  showPoster(svg: string): void;
  showFrame(frame: Frame): void;
  canPaint?(): boolean;
  warn(text: string): void;
  reload(query: string): void;
  composition(): string;
  showProgress(share: number): void;
  showProblem(kind: string, retry: () => void): void;
  clearStatus(): void;
}

/** What boot.js heard before the player came. */
interface Heard {
  sign: boolean;
  onSign(): void;
  acts: { event: Event; target: Element }[];
  messages: MessageEvent[];
  onMessage(event: MessageEvent): void;
}

/** What host/host.js is given by connect-host.js. */
interface PlayerForHost {
  $(id: string): any;
  on(target: EventTarget, types: string, listener: (event: any) => void, options?: AddEventListenerOptions | boolean): void;
  root: HTMLElement;
  config: Config;
  search: string;
  heard: Heard;
  dispatchFromHost(command: string): string;
  onCommand(listener: (command: string) => void): void;
  frameListeners: FrameListener[];
  shownFrame(): Frame | null;
  position(): { chapter: string; beat: number; query: string };
  parametersNow(params: URLSearchParams): URLSearchParams;
}
type FrameListener = (before: Frame | null, now: Frame) => void;

/** What a page may say to the player, version 1 of the protocol: host/protocol.js. */
type HostMessage = { openCases: 1 } & (
  | { type: "command"; command: string }
  | { type: "set"; values: Record<string, string> }
  | { type: "visibility"; visible: boolean }
  | { type: "hello" });

/** The deck that the presenter goes through: present/deck.js, internal/site/present.go. */
interface DeckData {
  id: string;
  steps: DeckStep[];
  asks: Record<string, { n: number; text: string; ink: string }[]>;
}
interface DeckStep {
  chapter: string;
  beat: number;
  title: string;
  kicker: string;
  share: number;
  notes: { title: string; html: string }[];
  builds: DeckBuild[];
}
interface DeckBuild {
  how: "stand" | "begin" | "sweep" | "ask" | "answer";
  to?: string;
  still: Still;
}
/** A place in the deck; both count from 0. */
interface Place {
  step: number;
  build: number;
}
/** What presenter and speaker share: present/session.js. */
interface SessionState {
  version: number;
  by: string;
  at: Place;
  blank: boolean;
  minutes: number;
  began: number;
  held: number | null;
  guesses: Record<string, (number | null)[][]>;
}

/** What functions of the scripts return. */
type Deck = ReturnType<typeof import("./present/deck.js").createDeck>;
interface PresentSession {
  readonly state: SessionState;
  change(fields: Partial<SessionState>): void;
  begin(): void;
  hello(): void;
  onChange(act: (state: SessionState, before: SessionState, own: boolean) => void): void;
  onMessage(kind: string, act: (body: any) => void): void;
  onOtherDeck(act: () => void): void;
  broadcast(kind: string, body: unknown): void;
  addPeer(peer: Window | null): void;
}
interface HeightTracker {
  sendHeight(): void;
  setPageFollows(): void;
}
