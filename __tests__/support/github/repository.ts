import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { execa } from "execa";

/** This project as a repository of its own, with what isn't committed yet, and no history. */
export class Repository {
  private constructor(public readonly folder: string) {}

  public static async of(project: string, folder: string): Promise<Repository> {
    const { stdout } = await execa("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
      cwd: project,
    });
    for (const file of new Set(stdout.split("\0").filter((name) => name !== ""))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      // A file that is listed may have been deleted.
      cpSync(join(project, file), join(folder, file), { force: true });
    }
    const repository = new Repository(folder);
    await repository.git("init", "--quiet", "--initial-branch=main");
    await repository.git("config", "user.name", "Mary Jane");
    await repository.git("config", "user.email", "mary.jane@example.com");
    await repository.commit("Build KWGlobal's contact center");
    return repository;
  }

  /** Replaces a text that must be there. */
  public edit(file: string, before: string, after: string): void {
    const path = join(this.folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(before)) throw new Error(`${file} must hold ${before}`);
    writeFileSync(path, text.replaceAll(before, after));
  }

  /** Commits everything, and tells the commit. */
  public async commit(...paragraphs: readonly string[]): Promise<string> {
    await this.git("add", "--all");
    await this.git(
      "commit",
      "--quiet",
      "--allow-empty",
      ...paragraphs.flatMap((text) => ["-m", text]),
    );
    return this.git("rev-parse", "HEAD");
  }

  /** Opens or updates a pull request of a branch: GitHub keeps what merging it would make. */
  public async propose(number: number, branch: string): Promise<string> {
    const head = await this.git("rev-parse", branch);
    await this.git("checkout", "--quiet", "--detach", "main");
    await this.git("merge", "--quiet", "--no-ff", "-m", `Merge ${branch} into main`, branch);
    await this.git("update-ref", `refs/pull/${number}/merge`, "HEAD");
    await this.git("checkout", "--quiet", branch);
    return head;
  }

  public async git(...args: readonly string[]): Promise<string> {
    return (await execa("git", args, { cwd: this.folder })).stdout;
  }
}
