import { dirname, join } from "node:path";

/** A node of Babel's syntax tree, as much of it as is needed here. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly expression?: Node;
  readonly elements?: readonly (Node | null)[];
}

interface Mutator {
  readonly name: string;
  mutate(path: { readonly node: Node }): Iterable<Node>;
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

/** Teaches Stryker the changes that it doesn't make by itself. It offers no other way to say so. */
export async function addMutators(): Promise<void> {
  const instrumenter = dirname(require.resolve("@stryker-mutator/instrumenter"));
  const { allMutators } = (await import(join(instrumenter, "mutators", "mutate.js"))) as {
    allMutators: Mutator[];
  };
  const known = new Set(allMutators.map(({ name }) => name));
  const ours = [numberLiteral, droppedStatement, droppedElement];
  allMutators.push(...ours.filter(({ name }) => !known.has(name)));
}
