import ELK, { type ElkExtendedEdge, type ElkNode } from "elkjs";

import type { Exit } from "../exits";
import { type Card, CARD, exitY } from "./cards";

/** A point of the picture, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A card where it stands. */
export interface Placed {
  readonly card: Card;
  readonly x: number;
  readonly y: number;
}

/** A branch with the way that its line takes. */
export interface Line {
  readonly card: Card;
  readonly exit: Exit;
  readonly points: readonly Point[];
}

/** A flow laid out. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly start: readonly Point[];
  readonly cards: readonly Placed[];
  readonly lines: readonly Line[];
}

/** Layered from left to right, as the console draws; the main way as straight as can be. */
const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.layered.spacing.nodeNodeBetweenLayers": "58",
  "elk.spacing.nodeNode": "34",
  "elk.spacing.edgeNode": "18",
  "elk.spacing.edgeEdge": "9",
  "elk.layered.spacing.edgeNodeBetweenLayers": "22",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.nodePlacement.favorStraightEdges": "true",
  "elk.layered.cycleBreaking.strategy": "DEPTH_FIRST",
  "elk.padding": "[top=8,left=8,bottom=8,right=8]",
};

/** A picture that is wider is folded into rows, as a text is into lines. */
const MAX_WIDTH = 2_600;

const FOLDED = {
  ...OPTIONS,
  "elk.layered.wrapping.strategy": "MULTI_EDGE",
  "elk.aspectRatio": "1.9",
};

/** A flow with more cards is laid out in a simpler way: the straightest lines would take 250 cards 20 seconds. */
const MANY_CARDS = 60;

const QUICK = {
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.thoroughness": "3",
};

const START = "start";

const nodeOf = (card: Card): ElkNode => ({
  id: `card ${card.action.Identifier}`,
  width: CARD.width,
  height: card.height,
  layoutOptions: { "elk.portConstraints": "FIXED_POS" },
  ports: [
    {
      id: `in ${card.action.Identifier}`,
      x: 0,
      y: CARD.header / 2,
      width: 0,
      height: 0,
      layoutOptions: { "elk.port.side": "WEST" },
    },
    ...card.exits.map((exit) => ({
      id: `${exit.key} ${card.action.Identifier}`,
      x: CARD.width,
      y: exitY(card, exit),
      width: 0,
      height: 0,
      layoutOptions: { "elk.port.side": "EAST" },
    })),
  ],
});

const MAIN = {
  "elk.layered.priority.direction": "10",
  "elk.layered.priority.straightness": "10",
  "elk.layered.priority.shortness": "10",
};

function pointsOf(edge: ElkExtendedEdge | undefined): readonly Point[] {
  const [section] = edge?.sections ?? [];
  return section === undefined
    ? []
    : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
}

/** Finds a place for each card and a way for each branch. */
export async function layOut(cards: readonly Card[], startAction: string): Promise<Layout> {
  const ids = new Set(cards.map(({ action }) => action.Identifier));
  const branches = cards.flatMap((card) =>
    card.exits.filter(({ target }) => ids.has(target)).map((exit) => ({ card, exit })),
  );
  const graph = (options: ElkNode["layoutOptions"]): ElkNode => ({
    id: "flow",
    layoutOptions: cards.length > MANY_CARDS ? { ...options, ...QUICK } : { ...options },
    children: [{ id: START, width: 26, height: 26 }, ...cards.map(nodeOf)],
    edges: [
      ...(ids.has(startAction)
        ? [{ id: "begin", sources: [START], targets: [`in ${startAction}`], layoutOptions: MAIN }]
        : []),
      ...branches.map(({ card, exit }, index) => ({
        id: `branch ${index}`,
        sources: [`${exit.key} ${card.action.Identifier}`],
        targets: [`in ${exit.target}`],
        layoutOptions: exit.kind === "error" ? {} : MAIN,
      })),
    ],
  });
  const elk = new ELK();
  let placed: ElkNode = await elk.layout(graph(OPTIONS));
  if ((placed.width ?? 0) > MAX_WIDTH) {
    placed = await elk.layout(graph(FOLDED));
  }
  const places = new Map(placed.children?.map((node) => [node.id, node]));
  const edges = new Map(placed.edges?.map((edge) => [edge.id, edge]));
  const start = places.get(START);
  const begin = pointsOf(edges.get("begin"));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    start: begin.length > 0 ? begin : [{ x: start?.x ?? 0, y: start?.y ?? 0 }],
    cards: cards.map((card) => {
      const place = places.get(`card ${card.action.Identifier}`);
      return { card, x: place?.x ?? 0, y: place?.y ?? 0 };
    }),
    lines: branches.map(({ card, exit }, index) => ({
      card,
      exit,
      points: pointsOf(edges.get(`branch ${index}`)),
    })),
  };
}
