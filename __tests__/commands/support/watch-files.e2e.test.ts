import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { expect } from "chai";

import { watchFiles, type FileWatch } from "../../../commands/support/watch-files";

describe("A watch of files", function () {
  this.timeout(60_000);

  let directory: string;
  let watch: FileWatch;
  let told: string[][];
  let lasts: Promise<void>;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "watch-"));
    mkdirSync(join(directory, "flows"));
    write("value.ts", "1");
    write("flows/menu.json", "1");
    told = [];
    lasts = Promise.resolve();
    watch = await watchFiles(["value.ts", "flows"], {
      directory,
      work: async (files) => {
        told.push([...files]);
        await lasts;
      },
    });
    watch.begin();
  });

  afterEach(async () => {
    await watch.stop();
    rmSync(directory, { recursive: true });
  });

  const write = (file: string, text: string) => {
    writeFileSync(join(directory, file), text);
  };

  /** Waits until the work was done so often, or for long enough that it won't be. */
  const times = async (count: number) => {
    for (let i = 0; i < 50 && told.length < count; i += 1) await wait(100);
    await wait(500);
    return told;
  };

  it("tells a save, and one after it", async () => {
    write("flows/menu.json", "2");
    expect(await times(1)).to.deep.equal([["flows/menu.json"]]);
    write("value.ts", "2");
    expect(await times(2)).to.deep.equal([["flows/menu.json"], ["value.ts"]]);
  });

  it("tells saves that come together once: a formatter's, a branch that is checked out", async () => {
    write("value.ts", "2");
    write("flows/menu.json", "2");
    await wait(50);
    write("value.ts", "3");
    expect(await times(1)).to.deep.equal([["flows/menu.json", "value.ts"]]);
  });

  it("tells an editor's save that puts another file in the place, each time", async () => {
    for (const count of [1, 2, 3]) {
      write("flows/menu.json~new", String(count));
      renameSync(join(directory, "flows/menu.json~new"), join(directory, "flows/menu.json"));
      write(".value.ts.tmp", String(count));
      renameSync(join(directory, ".value.ts.tmp"), join(directory, "value.ts"));
      expect(await times(count)).to.have.length(count);
    }
    expect(new Set(told.flat())).to.deep.equal(new Set(["flows/menu.json", "value.ts"]));
  });

  it("tells files that are new, in new folders too, and those that go", async () => {
    mkdirSync(join(directory, "flows", "more"));
    write("flows/more/queue.json", "1");
    expect(await times(1)).to.deep.equal([["flows/more/queue.json"]]);
    rmSync(join(directory, "flows/more/queue.json"));
    rmSync(join(directory, "flows/menu.json"));
    expect((await times(2)).flat()).to.include("flows/menu.json");
  });

  it("passes over what editors and tools put beside them", async () => {
    mkdirSync(join(directory, "flows/node_modules"));
    for (const file of [
      "flows/.menu.json.swp",
      "flows/menu.json~",
      "flows/#menu.json#",
      "flows/.#menu.json",
      "flows/4913",
      "flows/readme.md",
      "flows/node_modules/module.json",
    ]) {
      write(file, "1");
    }
    expect(await times(1)).to.deep.equal([]);
  });

  it("tells what is saved while the work goes on when that is done", async () => {
    let end = (): void => undefined;
    lasts = new Promise((resolve) => (end = resolve));
    write("value.ts", "2");
    await times(1);
    write("flows/menu.json", "2");
    write("flows/other.json", "1");
    expect(await times(2)).to.deep.equal([["value.ts"]]);
    end();
    expect(await times(2)).to.deep.equal([["value.ts"], ["flows/menu.json", "flows/other.json"]]);
  });
});
