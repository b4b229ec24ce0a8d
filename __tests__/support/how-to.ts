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
  /** The page's name. */
  readonly page: string;
  readonly file: string;
  /** Whole lines that stand there, and what takes their place. */
  readonly before: string;
  readonly after: string;
  /** The lines that it puts there, those that follow each other in one text. */
  readonly added: readonly string[];
}

/**
 * The edits of a page, or of another text in its name: its code blocks that begin with "```diff file". Lines are as in a unified diff,
 * without line numbers, and indented as their block is.
 */
export function editsIn(page: string, text = howToPage(page)): Edit[] {
  return [...text.matchAll(/^( *)```diff (\S+)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = "", file = "", block = ""]) => {
      const lines = block
        .split("\n")
        .slice(0, -1)
        .map((line) => line.slice(indent.length));
      const kept = (sign: string) =>
        lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1));
      const added = lines
        .join("\n")
        .split(/^(?!\+).*$/m)
        .map((run) => run.trim().replaceAll(/^\+/gm, ""))
        .filter((run) => run !== "");
      const [before, after] = [kept("+").join("\n"), kept("-").join("\n")];
      return { page, file, before, after, added };
    },
  );
}

/** Whether somebody has made an edit: the text has all its new lines, whatever stands around them. */
export function isMade(text: string, { added }: Edit): boolean {
  return added.length > 0 && added.every((lines) => `\n${text}`.includes(`\n${lines}\n`));
}

/**
 * Makes an edit in a text, whose lines must fit at one place and no other. One that is made already
 * counts as made.
 */
export function applyEdit(text: string, edit: Edit): string {
  if (isMade(text, edit)) return text;
  const { page, file, before, after } = edit;
  const parts = `\n${text}`.split(`\n${before}\n`);
  if (parts.length === 2) return parts.join(`\n${after}\n`).slice(1);
  throw new Error(
    parts.length === 1
      ? `docs/how-to/${page}.md must show ${file} as it is, but its diff names lines that aren't there: write today's lines of ${file} into the diff, in place of those without +, or delete the diff if nobody needs it any more\n${before}`
      : `docs/how-to/${page}.md must show one place of ${file}, but the lines of its diff are there ${parts.length - 1} times: add the line above or below, which tells the place, to the diff\n${before}`,
  );
}

/** What an edit changes in a stack, by address; locals are what the reconciler is told. */
export interface Changes {
  readonly created: string[];
  readonly changed: string[];
  readonly deleted: string[];
  /** As it is without them. */
  readonly before: Synthesized;
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

  /** Whether somebody has made an edit in the project already. */
  public has(edit: Edit): boolean {
    return isMade(readFileSync(join(this.directory, edit.file), "utf8"), edit);
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
    } catch (error) {
      const pages = [...new Set(edits.map(({ page }) => `docs/how-to/${page}.md`))].join(", ");
      throw new Error(
        `${pages}: with its diff the center can't be built, though without it it can: change in the diff what doesn't go with today's kwglobal.ts\n${String(error)}`,
        { cause: error },
      );
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
    before,
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
