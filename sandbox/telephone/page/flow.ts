import type { NumberView, Snapshot, TrailView } from "../views";
import { toast } from "./connection";
import { byId, make } from "./dom";
import { offerBlocks } from "./faults";
import { offerEdit } from "./flow-edit";

/** Sizes of the picture: 1 is as it was drawn. */
const SMALLEST = 0.2;
const LARGEST = 1.6;
const STEP = 1.25;

const sheet = new CSSStyleSheet();
const pictures = new Map<string, Promise<SVGSVGElement | undefined>>();
let shown = "";
/** The flow that was chosen by hand; none follows the call. */
let chosen: string | undefined;
let contactId: string | undefined;
let size = 0.9;
let whole = false;
let lit = "";

/** The buttons for the size of the picture. */
export function setUpFlow(): void {
  document.adoptedStyleSheets.push(sheet);
  for (const each of document.querySelectorAll<HTMLElement>("[data-zoom]")) {
    each.addEventListener("click", () => {
      const how = each.dataset.zoom;
      whole = how === "fit" && !whole;
      if (how === "in") size = Math.min(LARGEST, size * STEP);
      if (how === "out") size = Math.max(SMALLEST, size / STEP);
      resize();
    });
  }
  new ResizeObserver(resize).observe(byId("picture", HTMLElement));
}

/** Shows the flow that is running, its running block and the way that was taken; before a call the number's. */
export function showFlow({ telephone: { contact }, numbers }: Snapshot): void {
  if (contact === undefined) {
    showNumber(numbers);
    return;
  }
  if (contact.id !== contactId) {
    contactId = contact.id;
    chosen = undefined;
  }
  const { trails } = contact;
  const running = trails.find((trail) => trail.running !== undefined);
  const current = trails.find(({ flow }) => flow === chosen) ?? running ?? lastOf(trails);
  showTabs(trails, current);
  if (current !== undefined) void showPicture(current);
}

/** The flow that answers at the number that would be called. */
function showNumber(numbers: readonly NumberView[]): void {
  const to = digits(byId("to", HTMLInputElement).value);
  const called = numbers.find(({ number }) => digits(number) === to) ?? numbers[0];
  if (called?.flowId === undefined) return;
  const { flowId: flow, flow: name = "", flowVersion: version = "" } = called;
  const trail = { flow, name, type: "CONTACT_FLOW", entered: [], taken: [] };
  showTabs([trail], trail);
  void showPicture(trail, version);
}

const digits = (number: string): string => number.replace(/\D/g, "");

/** The flow that was run last: of a call that is connected, not the whisper before. */
const lastOf = (trails: readonly TrailView[]): TrailView | undefined =>
  trails.filter(({ type }) => !type.endsWith("_WHISPER")).at(-1) ?? trails.at(-1);

function showTabs(trails: readonly TrailView[], current: TrailView | undefined): void {
  const tabs = byId("tabs", HTMLElement);
  const wanted = trails.map(({ flow }) => flow).join(" ");
  if (tabs.dataset.flows !== wanted) {
    tabs.dataset.flows = wanted;
    tabs.replaceChildren(
      ...trails.map((trail) => {
        const tab = make("button", "tab", trail.name);
        tab.type = "button";
        tab.dataset.flow = trail.flow;
        tab.addEventListener("click", () => {
          chosen = chosen === trail.flow ? undefined : trail.flow;
          void showPicture(trail);
        });
        return tab;
      }),
    );
  }
  for (const tab of tabs.querySelectorAll<HTMLElement>(".tab")) {
    const trail = trails.find(({ flow }) => flow === tab.dataset.flow);
    tab.classList.toggle("running", trail?.running !== undefined);
    tab.setAttribute("aria-pressed", String(trail === current));
  }
}

/** @param of - What one picture of a flow is kept for: a call, or the flow's version */
async function showPicture(trail: TrailView, of = contactId ?? ""): Promise<void> {
  const key = `${of} ${trail.flow}`;
  shown = key;
  const loading = pictures.get(key) ?? load(trail.flow);
  pictures.set(key, loading);
  const picture = await loading;
  if (picture === undefined || shown !== key) return;
  const frame = byId("picture", HTMLElement);
  if (picture.parentElement !== frame) {
    frame.replaceChildren(picture);
    lit = "";
    resize();
  }
  mark(picture, trail);
  offerEdit(trail.flow);
  const failing = [...picture.querySelectorAll<SVGElement>('.way[data-exit^="Errors"]')];
  offerBlocks([...new Set(failing.map(({ dataset }) => dataset.action ?? ""))]);
}

/** Loads the drawing. Its style goes where the page's policy allows one to be. */
async function load(flow: string): Promise<SVGSVGElement | undefined> {
  const response = await fetch(`flows/${encodeURIComponent(flow)}.svg`);
  if (!response.ok) {
    toast(((await response.json()) as { message: string }).message);
    return undefined;
  }
  const text = await response.text();
  const [element = "", style = ""] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
  sheet.replaceSync(style);
  const { documentElement } = new DOMParser().parseFromString(
    text.replace(element, ""),
    "image/svg+xml",
  );
  if (!(documentElement instanceof SVGSVGElement)) return undefined;
  const picture = document.importNode(documentElement, true);
  const tip = picture.querySelector("#main")?.cloneNode(true);
  if (tip instanceof SVGElement) {
    tip.id = "taken";
    tip.classList.replace("main", "taken");
    picture.querySelector("defs")?.append(tip);
  }
  return picture;
}

function mark(picture: SVGSVGElement, { running, entered, taken }: TrailView): void {
  const ways = new Set(taken);
  const blocks = new Set(entered);
  for (const way of picture.querySelectorAll<SVGElement>("[data-exit]")) {
    const { action = "", exit = "" } = way.dataset;
    const isTaken = ways.has(`${action} ${exit}`);
    way.classList.toggle("taken", isTaken);
    const plain = way.classList.contains("error") ? "error" : "main";
    if (way.hasAttribute("marker-end")) {
      way.setAttribute("marker-end", `url(#${isTaken ? "taken" : plain})`);
    }
  }
  let runningCard: SVGGElement | undefined;
  for (const card of picture.querySelectorAll<SVGGElement>(".card")) {
    const { action = "" } = card.dataset;
    card.classList.toggle("taken", blocks.has(action));
    card.classList.toggle("running", action === running);
    if (action === running) runningCard = card;
  }
  const now = `${shown} ${running ?? ""}`;
  if (runningCard !== undefined && now !== lit) bringIntoSight(runningCard);
  lit = now;
}

/** Brings the running block into sight, with room for what comes next; as calmly as can be. */
function bringIntoSight(card: SVGGElement): void {
  const frame = byId("picture", HTMLElement);
  const inner = card.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const least = (from: number, to: number, low: number, high: number) =>
    from < low ? from - low : to > high ? Math.min(to - high, from - low) : 0;
  frame.scrollBy({
    left: least(inner.left, inner.right, outer.left + 32, outer.right - outer.width * 0.35),
    top: least(inner.top, inner.bottom, outer.top + 24, outer.bottom - 48),
    behavior: calm ? "instant" : "smooth",
  });
}

function resize(): void {
  const frame = byId("picture", HTMLElement);
  const picture = frame.querySelector<SVGSVGElement>("svg.flow");
  document.querySelector('[data-zoom="fit"]')?.setAttribute("aria-pressed", String(whole));
  if (picture === null) return;
  const { width, height } = picture.viewBox.baseVal;
  const scale = whole ? Math.min(frame.clientWidth / width, frame.clientHeight / height) : size;
  picture.setAttribute("width", String(Math.floor(width * scale)));
  picture.setAttribute("height", String(Math.floor(height * scale)));
  const running = picture.querySelector<SVGGElement>(".card.running");
  if (running !== null && !whole) bringIntoSight(running);
}
