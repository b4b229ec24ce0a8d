import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { execa } from "execa";

import { terraformEnvironment } from "../../sandbox/machine/environment";
import type { Snapshot } from "../../sandbox/telephone/views";

const PROJECT = join(__dirname, "..", "..");

/** What `npm start` needs of the project. */
const PARTS = [
  ...["cdktf.json", "kwglobal.ts", "main.ts", "package.json", "package-lock.json", "tsconfig.json"],
  ...["commands", "constructs", "contact-flow", "flow-templates", "lambda-src", "sandbox"],
];

const CALLER = "telephones/%2B13025550123";

/** A copy of the project in which `npm start -- --watch` runs, with somebody who edits and calls. */
export class WatchedClone {
  public readonly directory = mkdtempSync(join(tmpdir(), "watched-"));
  public readonly phone: string;
  private readonly command;
  private text = "";

  private constructor(port: number) {
    for (const part of PARTS) {
      cpSync(join(PROJECT, part), join(this.directory, part), { recursive: true });
    }
    symlinkSync(join(PROJECT, "node_modules"), join(this.directory, "node_modules"));
    this.phone = `http://127.0.0.1:${port}/phone/`;
    this.command = execa(
      process.execPath,
      [
        ...["--require", "ts-node/register/transpile-only", "commands/start.ts"],
        ...["--watch", "--port", String(port)],
      ],
      {
        cwd: this.directory,
        env: { ...terraformEnvironment(process.env), NODE_NO_WARNINGS: "1" },
        extendEnv: false,
        reject: false,
        stdin: "ignore",
        all: true,
      },
    );
    this.command.all.on("data", (chunk: Buffer) => (this.text += chunk.toString()));
  }

  public static async start(): Promise<WatchedClone> {
    return new WatchedClone(await freePort());
  }

  /** All that the command has printed. */
  public get output(): string {
    return this.text;
  }

  /** Saves a file as an editor does. @param change - makes the new text of the old one */
  public save(file: string, change: (text: string) => string): void {
    writeFileSync(join(this.directory, file), change(this.read(file)));
  }

  public read(file: string): string {
    return readFileSync(join(this.directory, file), "utf8");
  }

  /** Saves a text where the file has another one, or is gone. */
  public restore(file: string, text: string): void {
    const path = join(this.directory, file);
    if (!existsSync(path) || this.read(file) !== text) writeFileSync(path, text);
  }

  /** Waits until the command has printed that. @throws Error when it ends before */
  public async printed(pattern: RegExp): Promise<void> {
    await this.until(() => pattern.test(this.text));
  }

  /** What the page shows now; undefined while nothing answers. */
  public async page(): Promise<Snapshot | undefined> {
    const ended = new AbortController();
    try {
      const { body } = await fetch(`${this.phone}events?telephone=%2B13025550123`, {
        signal: ended.signal,
      });
      let text = "";
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        const [, data] = /^data: (.*)\n\n/m.exec(text) ?? [];
        if (data !== undefined) return JSON.parse(data) as Snapshot;
      }
    } catch {
      // Not there yet.
    } finally {
      ended.abort();
    }
    return undefined;
  }

  /** Calls the first number. @returns what is heard first; undefined where nobody answers */
  public async call(): Promise<string | undefined> {
    const number = (await this.page())?.numbers.find(({ flow }) => flow !== undefined)?.number;
    if (number === undefined || !(await this.post(`${CALLER}/dial`, { to: number }))) {
      return undefined;
    }
    const heard = (await this.page())?.telephone.contact?.saying?.text;
    await this.post(`${CALLER}/hang-up`);
    return heard;
  }

  /** Calls again and again until that is heard. */
  public async hears(text: string | RegExp): Promise<void> {
    await this.until(async () => {
      const heard = await this.call();
      return typeof text === "string" ? heard === text : text.test(heard ?? "");
    });
  }

  /** Sends a signal, and waits for the end. @returns the exit status */
  public async end(signal: NodeJS.Signals = "SIGINT"): Promise<number | undefined> {
    this.command.kill(signal);
    const { exitCode } = await this.command;
    return exitCode;
  }

  /** Ends it, if it still runs, and deletes the copy. */
  public async remove(): Promise<void> {
    await this.end();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Waits. @throws Error when the command ends before */
  public async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await condition())) {
      if (this.command.exitCode !== null) throw new Error(`it has ended:\n${this.text}`);
      await wait(100);
    }
  }

  private async post(path: string, body: object = {}): Promise<boolean> {
    const { ok } = await fetch(`${this.phone}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return ok;
  }
}

async function freePort(): Promise<number> {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
}
