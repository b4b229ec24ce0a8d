import type { Flow } from "../flow";
import type { NameOf } from "../summary";
import { visible } from "../visible";
import { cardsOf } from "./cards";

/**
 * Signs that mean something to Mermaid or to the Markdown in its labels: of ASCII only letters, digits,
 * the space and `'`, `(`, `)`, `,`, `-` do not. They are written as entities.
 * @see https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
const MEANS_SOMETHING = /[!-&*+./:-@[-`{-~]/g;

/** Two things are read when entities no longer are: `ﬂ°`, Mermaid's own mark of one, and icons. */
const entities = (text: string): string =>
  visible(text)
    .replaceAll("ﬂ", "fl")
    .replace(MEANS_SOMETHING, (sign) => `#${sign.charCodeAt(0)};`)
    .replaceAll("#58;fa-", "#58;#8203;fa-");

const quoted = (text: string): string => `"${entities(text)}"`;

/** Colours that stand out in GitHub's light and dark themes, with the text that goes with them. */
const MARKS = {
  removed: "fill:#ffcecb,stroke:#cf222e,color:#1f2328",
  added: "fill:#aceebb,stroke:#1a7f37,color:#1f2328",
  changed: "fill:#fff8c5,stroke:#9a6700,color:#1f2328",
} as const;

/** How a block stands out in a picture of what is different. */
export type Mark = keyof typeof MARKS;

/**
 * A flow as Mermaid text, for a README or a pull request; GitHub draws it. Errors are dotted, and
 * branches of one block that lead to the same place share a line.
 * @param marks blocks that stand out, by the Identifier of their action
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export function mermaidOf(
  flow: Flow,
  nameOf?: NameOf,
  marks: ReadonlyMap<string, Mark> = new Map(),
): string {
  const cards = cardsOf(flow, nameOf);
  const ids = new Map(cards.map(({ action }, index) => [action.Identifier, `b${index}`]));
  const nodes = cards.map(({ action, block, name, lines }) => {
    const rest = [...(name === undefined ? [] : [name]), ...lines].map(entities);
    const label = [`<b>${entities(block)}</b>`, ...rest].join("<br/>");
    return `  ${ids.get(action.Identifier) ?? ""}["${label}"]`;
  });
  const edges = cards.flatMap(({ action, exits }) => {
    const labels = new Map<string, string[]>();
    for (const { kind, label, target } of exits.filter((exit) => ids.has(exit.target))) {
      const key = `${kind === "error" ? "-.->" : "-->"} ${ids.get(target) ?? ""}`;
      labels.set(key, [...(labels.get(key) ?? []), label]);
    }
    return [...labels].map(([key, all]) => {
      const [arrow = "", target = ""] = key.split(" ");
      return `  ${ids.get(action.Identifier) ?? ""} ${arrow}|${quoted(all.join(", "))}| ${target}`;
    });
  });
  const styles = [...marks].flatMap(([action, mark]) => {
    const id = ids.get(action);
    return id === undefined ? [] : [`  style ${id} ${MARKS[mark]}`];
  });
  const start = ids.get(flow.StartAction);
  return [
    "flowchart LR",
    ...(start === undefined ? [] : [`  start((" ")) --> ${start}`]),
    ...nodes,
    ...edges,
    ...styles,
    "",
  ].join("\n");
}
