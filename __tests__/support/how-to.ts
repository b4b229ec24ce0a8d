import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { Testing } from "cdktf";

import type * as stack from "../../constructs/contact-center-stack";
import type * as value from "../../kwglobal";
import { Synthesized } from "./synthesized";

const PROJECT = join(__dirname, "..", "..");
const PAGES = join(PROJECT, "docs", "how-to");

/** What a synth reads. */
const SOURCES = [
  "constructs",
  "contact-flow",
  "flow-templates",
  "kwglobal.ts",
  "lambda-src",
  "package-lock.json",
];

/** The names of all pages, without their ending. */
export const HOW_TO_PAGES = readdirSync(PAGES).map((file) => file.replace(/\.md$/, ""));

/** A page's text. */
export const howToPage = (name: string): string => readFileSync(join(PAGES, `${name}.md`), "utf8");

/** A change that a page tells to make. */
export interface Edit {
  readonly file: string;
  /** Whole lines that stand there, and what takes their place. */
  readonly before: string;
  readonly after: string;
}

/**
 * The edits of a page: its code blocks that begin with "```diff file". Lines are as in a unified diff,
 * without line numbers, and indented as their block is.
 */
export function editsIn(page: string): Edit[] {
  return [...page.matchAll(/^( *)```diff (\S+)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = "", file = "", block = ""]) => {
      const lines = block
        .split("\n")
        .slice(0, -1)
        .map((line) => line.slice(indent.length));
      const kept = (sign: string) =>
        lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1));
      return { file, before: kept("+").join("\n"), after: kept("-").join("\n") };
    },
  );
}

/** Makes an edit in a text, whose lines must fit at one place and no other. */
export function applyEdit(text: string, { file, before, after }: Edit): string {
  const parts = `\n${text}`.split(`\n${before}\n`);
  if (parts.length !== 2) {
    throw new Error(
      `${file} must have these lines once, has them ${parts.length - 1} times:\n${before}`,
    );
  }
  return parts.join(`\n${after}\n`).slice(1);
}

/** What an edit changes in a stack, by address; locals are what the reconciler is told. */
export interface Changes {
  readonly created: string[];
  readonly changed: string[];
  readonly deleted: string[];
  readonly stack: Synthesized;
}

/** A copy of the project, in which pages' edits are tried out. */
export class ProjectCopy {
  public readonly directory = mkdtempSync(join(tmpdir(), "how-to-"));

  private readonly unchanged = new Map<string, Synthesized>();

  public constructor() {
    for (const source of SOURCES) {
      cpSync(join(PROJECT, source), join(this.directory, source), {
        recursive: true,
        preserveTimestamps: true,
      });
    }
    symlinkSync(join(PROJECT, "node_modules"), join(this.directory, "node_modules"));
  }

  /** Puts another file of the project into the copy. */
  public add(file: string, as: string): void {
    mkdirSync(dirname(join(this.directory, as)), { recursive: true });
    cpSync(join(PROJECT, file), join(this.directory, as));
  }

  /** Synthesizes with the edits, and takes them back. */
  public changesOf(edits: readonly Edit[], environment: string): Changes {
    const before = this.unchanged.get(environment) ?? this.synthesize(environment);
    this.unchanged.set(environment, before);
    const files = new Map<string, string>();
    for (const edit of edits) {
      const path = join(this.directory, edit.file);
      const text = readFileSync(path, "utf8");
      files.set(path, files.get(path) ?? text);
      writeFileSync(path, applyEdit(text, edit));
    }
    try {
      return changes(before, this.synthesize(environment));
    } finally {
      for (const [path, text] of files) writeFileSync(path, text);
    }
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true });
  }

  private synthesize(name: string): Synthesized {
    const { ContactCenterStack } = this.load("constructs/contact-center-stack.ts") as typeof stack;
    const { ENVIRONMENTS, KWGLOBAL } = this.load("kwglobal.ts", { afresh: true }) as typeof value;
    const environment = ENVIRONMENTS.find((each) => each.name === name);
    if (environment === undefined) throw new Error(`there is no environment "${name}"`);
    const made = new ContactCenterStack(Testing.app(), `kwglobal-${name}`, {
      center: KWGLOBAL,
      environment,
    });
    return new Synthesized(JSON.parse(Testing.synth(made)) as Record<string, unknown>);
  }

  private load(file: string, { afresh = false } = {}): unknown {
    const path = join(this.directory, file);
    if (afresh) Reflect.deleteProperty(require.cache, path);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the copy's own modules
    return require(path);
  }
}

function changes(before: Synthesized, after: Synthesized): Changes {
  const [old, now] = [contents(before), contents(after)];
  return {
    created: [...now.keys()].filter((address) => !old.has(address)).sort(),
    changed: [...now]
      .filter(([address, text]) => old.has(address) && old.get(address) !== text)
      .map(([address]) => address)
      .sort(),
    deleted: [...old.keys()].filter((address) => !now.has(address)).sort(),
    stack: after,
  };
}

function contents(stack: Synthesized): ReadonlyMap<string, string> {
  const locals = Object.entries(stack.json.locals as object);
  return new Map([
    ...stack
      .addresses()
      .map((address) => [address, JSON.stringify(stack.resource(address))] as const),
    ...locals.map(([name, local]) => [`local.${name}`, JSON.stringify(local)] as const),
  ]);
}
