import type { Flow } from "../flow";
import type { NameOf } from "../summary";
import { visible } from "../visible";
import { type Card, CARD, cardsOf, exitLabel, exitY, headerOf, isMainWay } from "./cards";
import { type Layout, layOut, type Line, type Placed, type Point } from "./layout";
import { STYLE } from "./style";
import { widthOf } from "./text-width";

/** How a flow is drawn. */
export interface DiagramOptions {
  /** Begins the ids within the picture, which a page with several must keep apart; `flow` unless said. */
  readonly id?: string;
  /** The flow's name, above the picture and in its title. */
  readonly title: string;
  /** A line below it, such as the type of the flow. */
  readonly subtitle?: string;
  /** Names for ids that the flow's own metadata does not know. */
  readonly nameOf?: NameOf;
  /** How often a branch has been taken; colours the picture by it. `exit` is the exit's key. */
  readonly timesTaken?: (action: string, exit: string) => number;
}

const MARGIN = 28;
const TITLE = 58;
const CORNER = 7;

/** What XML 1.0 has no place for, not even as an entity. @see https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as the value of an attribute, from which it can be read again. */
const attribute = (text: string): string =>
  text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A text that is shown. */
const escape = (text: string): string => attribute(visible(text));

const idIn = ({ id = "flow" }: DiagramOptions): string => id;

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** A line through the points with rounded corners. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) {
    return "";
  }
  let path = `M${round(first.x)} ${round(first.y)}`;
  let from = first;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) {
      path += `L${round(point.x)} ${round(point.y)}`;
      return;
    }
    const before = towards(point, from);
    const after = towards(point, next);
    path += `L${round(before.x)} ${round(before.y)}Q${round(point.x)} ${round(point.y)} ${round(after.x)} ${round(after.y)}`;
    from = point;
  });
  return path;
}

/** The point a corner's radius away from `corner` on the way to `other`. */
function towards(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const part = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part };
}

const covered = (times: number | undefined): string =>
  times === undefined ? "" : times > 0 ? " taken" : " missed";

function drawLine({ card, exit, points }: Line, options: DiagramOptions): string {
  const action = card.action.Identifier;
  const times = options.timesTaken?.(action, exit.key);
  const kind = exit.kind === "error" ? "error" : "main";
  const head = times === undefined ? kind : times > 0 ? "taken" : "missed";
  return `<path class="way ${kind}${covered(times)}" data-action="${attribute(action)}" data-exit="${exit.key}" marker-end="url(#${idIn(options)}-${head})" d="${pathOf(points)}"><title>${escape(`${action} → ${exit.label} → ${exit.target}`)}${times === undefined ? "" : ` (${times} ×)`}</title></path>`;
}

function drawExits(card: Card, options: DiagramOptions): string {
  return card.exits
    .map((exit) => {
      const y = exitY(card, exit);
      const times = options.timesTaken?.(card.action.Identifier, exit.key);
      const look = `${exit.kind === "error" ? "error" : "main"}${covered(times)}`;
      const label = isMainWay(exit)
        ? ""
        : `<text class="exit ${look}" x="${CARD.width - 12}" y="${round(y + 4)}">${escape(exitLabel(exit))}</text>`;
      return `${label}<circle class="port ${look}" cx="${CARD.width}" cy="${round(y)}" r="3.5"/>`;
    })
    .join("");
}

/** The coloured head: round below too, where a card is nothing else. */
const headOf = (header: number, height: number): string =>
  height > header
    ? `M0 9a9 9 0 0 1 9-9h${CARD.width - 18}a9 9 0 0 1 9 9v${header - 9}H0z`
    : `M0 9a9 9 0 0 1 9-9h${CARD.width - 18}a9 9 0 0 1 9 9v${height - 18}a9 9 0 0 1-9 9H9a9 9 0 0 1-9-9z`;

function drawCard({ card, x, y }: Placed, options: DiagramOptions): string {
  const { action, blockLines, nameLines, lines, tone, height, exits } = card;
  const header = headerOf(card);
  const entered = exits.length > 0 ? undefined : options.timesTaken?.(action.Identifier, "entered");
  const text: string[] = [];
  const write = (kind: "block" | "name" | "line", all: readonly string[], from: number): number => {
    let at = from;
    for (const line of all) {
      text.push(`<text class="${kind}" x="14" y="${at}">${escape(line)}</text>`);
      at += CARD[kind];
    }
    return at;
  };
  write("block", blockLines, 20);
  write("line", lines, write("name", nameLines, header + 17));
  return [
    `<g class="card ${tone}${covered(entered)}" data-action="${attribute(action.Identifier)}" transform="translate(${round(x)} ${round(y)})">`,
    `<rect class="face" width="${CARD.width}" height="${height}" rx="9"/>`,
    `<path class="head" d="${headOf(header, height)}"/>`,
    `<rect class="frame" width="${CARD.width}" height="${height}" rx="9"/>`,
    ...text,
    drawExits(card, options),
    "</g>",
  ].join("");
}

const describe = (cards: readonly Card[]): string =>
  cards
    .map(({ action, block, exits }) => {
      const ways = exits.map(({ label, target }) => `${label} to ${target}`).join(", ");
      return `${action.Identifier} (${block})${ways === "" ? "" : `: ${ways}`}`;
    })
    .join(". ");

const marker = (id: string, kind: string): string =>
  `<marker id="${id}-${kind}" class="tip ${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M0 .8 7.4 4 0 7.2z"/></marker>`;

function drawAll(layout: Layout, cards: readonly Card[], options: DiagramOptions): string {
  const title = widthOf(visible(options.title), { weight: "bold", size: 21 }) + 16;
  const width = Math.ceil(Math.max(layout.width, title) + 2 * MARGIN);
  const height = Math.ceil(layout.height + 2 * MARGIN + TITLE);
  // Errors lie below the main way, so that it is never crossed out.
  const lines = [...layout.lines].sort(
    (a, b) => Number(b.exit.kind === "error") - Number(a.exit.kind === "error"),
  );
  const [begin] = layout.start;
  const id = idIn(options);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="flow${options.timesTaken === undefined ? "" : " coverage"}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">${escape(options.title)}</title>`,
    `<desc id="${id}-description">${escape(describe(cards))}</desc>`,
    `<style>${STYLE}</style>`,
    `<defs>${(options.timesTaken === undefined ? ["main", "error"] : ["main", "taken", "missed"]).map((kind) => marker(id, kind)).join("")}</defs>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="title" x="${MARGIN + 8}" y="${MARGIN + 16}">${escape(options.title)}</text>`,
    `<text class="subtitle" x="${MARGIN + 8}" y="${MARGIN + 37}">${escape(options.subtitle ?? "")}</text>`,
    `<g transform="translate(${MARGIN} ${MARGIN + TITLE})">`,
    ...lines.map((line) => drawLine(line, options)),
    layout.start.length > 1
      ? `<path class="way main" marker-end="url(#${id}-main)" d="${pathOf(layout.start)}"/>`
      : "",
    begin === undefined
      ? ""
      : `<circle class="start" cx="${round(begin.x - 13)}" cy="${round(begin.y)}" r="8"/>`,
    ...layout.cards.map((card) => drawCard(card, options)),
    "</g></svg>\n",
  ].join("\n");
}

/**
 * Draws a flow as SVG: blocks by the console's names, with what they say, the main way strong and
 * the errors quiet. Legible on light and dark, and by a screen reader.
 */
export async function drawFlow(flow: Flow, options: DiagramOptions): Promise<string> {
  const cards = cardsOf(flow, options.nameOf);
  return drawAll(await layOut(cards, flow.StartAction), cards, options);
}
