import { dirname, join } from "node:path";

/** A node of Babel's syntax tree, as much of it as is needed here. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly expression?: Node;
  readonly elements?: readonly (Node | null)[];
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
}

/** Where a node stands. */
interface Path {
  readonly node: Node;
  readonly parent?: Node;
}

interface Mutator {
  readonly name: string;
  mutate(path: Path): Iterable<Node>;
}

const copyOf = (node: Node): Node => structuredClone({ ...node, loc: undefined });

/** Limits, defaults and factors: one more, one less. */
const numberLiteral: Mutator = {
  name: "NumberLiteral",
  *mutate({ node: { type, value } }) {
    if (type !== "NumericLiteral" || typeof value !== "number") return;
    yield { type, value: value + 1 };
    if (value > 0) yield { type, value: value - 1 };
  },
};

const DROPPABLE = new Set(["AssignmentExpression", "AwaitExpression", "CallExpression"]);

/** A call or an assignment that is left out. */
const droppedStatement: Mutator = {
  name: "DroppedStatement",
  *mutate({ node: { type, expression } }) {
    if (type === "ExpressionStatement" && DROPPABLE.has(expression?.type ?? "")) {
      yield { type: "EmptyStatement" };
    }
  },
};

/** An entry of a list, such as a row of a table, that is left out. */
const droppedElement: Mutator = {
  name: "DroppedElement",
  *mutate({ node }) {
    const { type, elements = [] } = node;
    if (type !== "ArrayExpression" || elements.length < 2) return;
    for (const left of elements) {
      yield {
        type,
        elements: elements.filter((each) => each !== left).map((each) => each && copyOf(each)),
      };
    }
  },
};

/**
 * Whether a text need not be changed: words for people, which tests hold where they matter; where to
 * read more; and an entry of a list, which is left out instead.
 */
function isSpared({ node, parent }: Path): boolean {
  const parts = node.quasis?.map(({ value }) => value.raw) ?? [String(node.value)];
  return parent?.type === "ArrayExpression" || parts.some((part) => /\s|^https:/.test(part));
}

/** Stryker's own change of texts, but for those that are spared. */
const stringLiteral = (original: Mutator): Mutator => ({
  name: original.name,
  mutate: (path) => (isSpared(path) ? [] : original.mutate(path)),
});

/** Teaches Stryker the changes that it doesn't make by itself. It offers no other way to say so. */
export async function addMutators(): Promise<void> {
  const instrumenter = dirname(require.resolve("@stryker-mutator/instrumenter"));
  const { allMutators } = (await import(join(instrumenter, "mutators", "mutate.js"))) as {
    allMutators: Mutator[];
  };
  if (allMutators.includes(numberLiteral)) return;
  const ours = allMutators.map((each) =>
    each.name === "StringLiteral" ? stringLiteral(each) : each,
  );
  allMutators.splice(0, Infinity, ...ours, numberLiteral, droppedStatement, droppedElement);
}
