import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { CATALOG } from "../../contact-flow/catalog";
import { catalogFacts } from "../../contact-flow/facts/catalog-facts";
import { sourcesOf } from "../../contact-flow/facts/catalog-sources";
import EXPORTS from "../../contact-flow/facts/exports.json";
import { PROBES } from "../../contact-flow/facts/probes";
import { BEHAVIOUR, BLOCK_BEHAVIOUR } from "../../contact-flow/facts/runtime-facts";
import { described, KINDS, type Source } from "../../contact-flow/facts/source";
import { RULES } from "../../contact-flow/lint";

const DOCS = join(__dirname, "..", "..", "docs");

/** The page for people, and the file for other tools. */
export const FACTS_PAGE = join(DOCS, "facts.md");
export const CATALOG_FILE = join(DOCS, "catalog.json");

/** One thing that is taken to be so, with where it comes from, the surest source first. */
interface Fact {
  readonly about: string;
  readonly says: string;
  readonly sources: readonly Source[];
}

const behaviours: readonly Fact[] = [
  ...BEHAVIOUR.map(({ does, source }) => ({ about: "any", says: does, sources: [source] })),
  ...Object.entries(BLOCK_BEHAVIOUR).flatMap(([type, all]) =>
    all.map(({ does, source }) => ({ about: type, says: does, sources: [source] })),
  ),
];

const catalog: readonly Fact[] = catalogFacts().map(({ key, says }) => ({
  about: key,
  says,
  sources: sourcesOf(key),
}));

const rules: readonly Fact[] = RULES.map(({ id, reason, source }) => ({
  about: id,
  says: reason,
  sources: [source],
}));

/** How many facts each kind of source is the surest of. */
function figures(facts: readonly Fact[]): Readonly<Record<Source["by"], number>> {
  const count = (kind: Source["by"]) =>
    facts.filter(({ sources }) => sources[0]?.by === kind).length;
  return Object.fromEntries(KINDS.map((kind) => [kind, count(kind)])) as Record<
    Source["by"],
    number
  >;
}

const escaped = (text: string): string => text.replace(/[|<>]/g, (sign) => `\\${sign}`);

/** The sources of a page, each with a number, since many facts have the same. */
class Links {
  private readonly numbers = new Map<string, number>();

  /** A link to the source, short enough for a table. */
  public to(source: Source): string {
    if (source.by === "page") return `[page][${this.numberOf(source.page)}]`;
    if (source.by !== "probe") return escaped(described(source));
    const { date, region, published } = source.run;
    const place = region === undefined ? "" : `, ${region}`;
    return `[answered ${date}${place}][${this.numberOf(published)}]`;
  }

  /** What the numbers stand for. */
  public list(): string {
    return [...this.numbers].map(([address, number]) => `[${number}]: ${address}`).join("\n");
  }

  private numberOf(address: string): number {
    const number = this.numbers.get(address) ?? this.numbers.size + 1;
    this.numbers.set(address, number);
    return number;
  }
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const rows = (facts: readonly Fact[], links: Links) =>
  facts.map(({ about, says, sources }) => [
    `\`${about}\``,
    escaped(says),
    sources.map((source) => links.to(source)).join("; "),
  ]);

/** docs/facts.md: what catalog, interpreter and lint take to be so, and how sure each thing is. */
export function factsPage(): string {
  const links = new Links();
  const parts = [
    ["Catalog", catalog],
    ["Interpreter", behaviours],
    ["Lint", rules],
  ] as const;
  const count = parts.map(([name, facts]) => [
    name,
    String(facts.length),
    ...KINDS.map((kind) => String(figures(facts)[kind])),
  ]);
  const flows = EXPORTS.repositories.reduce(
    (sum: number, each: { flows: number }) => sum + each.flows,
    0,
  );
  const tables = [catalog, behaviours].map((facts) => rows(facts, links));
  const ofLint = RULES.map(({ id, level, reason, fix, source }) => [
    `\`${id}\``,
    level,
    escaped(reason),
    escaped(fix),
    links.to(source),
  ]);
  return `# Facts about Amazon Connect

Written by \`npm run flows -- facts --write\`. What we take to be so of Amazon Connect, and how sure it is.
Nothing here was asked of Amazon Connect by us: its answers (_answered_) are those that others have
published, ${PROBES.length} of them, and \`__tests__/contact-flow/facts/probes.test.ts\` has the emulator give the same ones.
_Seen in exports_ counts ${flows} flows of ${EXPORTS.repositories.length} public repositories. _Our reading_ is what no page says in so many
words. A fact counts for the surest of its sources. The same for other tools: [catalog.json](catalog.json).

${table(["", "facts", "answered by Connect", "AWS's page", "the provider's tests", "seen in exports", "our reading"], count)}

## Catalog

What an action may hold, and how it may come out.

${table(["about", "says", "source"], tables[0] ?? [])}

## Interpreter

What a block does when it is run. A block without an entry isn't run here: \`contact-flow/runtime/blocks/\`
names what it needs.

${table(["block", "does", "source"], tables[1] ?? [])}

## Lint

What \`npm run flows -- lint\` finds. Each rule is a file in \`contact-flow/lint/rules/\`. _Refused_:
\`CreateContactFlow\` refuses the flow, so it is an error anywhere. _Error in ours_: a warning in an export, which AWS
has accepted.

${table(["rule", "level", "why it is a mistake", "what to do", "source"], ofLint)}

${links.list()}
`;
}

/** docs/catalog.json: the same for other tools, each source once. */
export function catalogFile(): string {
  const known: string[] = [];
  const numberOf = (source: Source): number => {
    const text = JSON.stringify(source);
    if (!known.includes(text)) known.push(text);
    return known.indexOf(text);
  };
  const numbered = (facts: readonly Fact[]) =>
    facts.map(({ about, says, sources }) => ({ about, says, sources: sources.map(numberOf) }));
  const told = { facts: numbered(catalog), behaviour: numbered(behaviours), lint: numbered(rules) };
  return `${JSON.stringify(
    {
      flowLanguage: "2019-10-30",
      figures: figures([...catalog, ...behaviours, ...rules]),
      exports: EXPORTS.repositories,
      actions: CATALOG,
      ...told,
      sources: known.map((text) => JSON.parse(text) as Source),
    },
    null,
    1,
  )}\n`;
}

/** What `flows facts` may be told. */
export interface FactsOptions {
  readonly json?: true;
  readonly write?: true;
}

/** Prints the facts, or writes the pages that hold them. */
export function facts({ json, write }: FactsOptions, print: (text: string) => void): void {
  if (write !== true) {
    print((json === true ? catalogFile() : factsPage()).trimEnd());
    return;
  }
  for (const [file, text] of [
    [FACTS_PAGE, factsPage()],
    [CATALOG_FILE, catalogFile()],
  ] as const) {
    writeFileSync(file, text);
    print(`wrote ${relative(process.cwd(), file)}`);
  }
}
