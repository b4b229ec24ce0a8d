import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import {
  ConnectClient,
  CreateQuickConnectCommand,
  ListInstancesCommand,
  ListQuickConnectsCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { execa } from "execa";

import { WatchedClone } from "../../../bench/watch/watched-clone";
import { requires } from "../../support/requirements";

const MENU = "flow-templates/main-menu.json";
const HANDLER = "lambda-src/connect-associations/handler.ts";
const GREETING = "Welcome to KWGlobal";

/** What is said when a save has been dealt with. */
const NEWS = /^\d\d:\d\d:\d\d {2}(?:applied in|nothing to change|not applied)/m;

const count = (text: string, pattern: RegExp): number =>
  [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].length;

describe("npm start -- --watch", function () {
  this.timeout(600_000);
  requires("terraform", "moto_server", "provider");

  let clone: WatchedClone;
  /** Saves, and waits until the command has said what came of it. @returns what it has said since */
  const saving = async (save: () => void): Promise<string> => {
    const { length } = clone.output;
    save();
    await clone.until(() => {
      const said = clone.output.slice(length);
      return NEWS.test(said) && count(said, NEWS) === count(said, /saved: /);
    });
    return clone.output.slice(length);
  };

  const greet = (text: string) => (template: string) =>
    template.replace(/Welcome to KWGlobal|Good day[^"]*/, text);

  before(async () => {
    clone = await WatchedClone.start();
  });

  after(async () => {
    await clone.remove();
  });

  it("shows how far the apply is, and answers calls before it is done", async () => {
    await clone.hears(GREETING);
    const page = await clone.page();
    expect(page?.deployment).to.include({ stack: "kwglobal-prod", state: "applying" });
    expect(page?.deployment).to.have.property("total").greaterThan(100);
    expect(page?.resettable).to.equal(false);
    expect(clone.output).not.to.contain("It stays up");
    await clone.printed(/It stays up until Ctrl-C/);
    expect(await clone.page()).to.deep.include({
      deployment: { stack: "kwglobal-prod", state: "applied", changes: [] },
      resettable: true,
    });
  });

  it("applies a prompt that is saved: the next call hears it, terminal and page say what changed", async () => {
    const said = await saving(() => {
      clone.save(MENU, greet("Good day"));
    });
    expect(await clone.call()).to.equal("Good day");
    expect(said).to.contain(`saved: ${MENU}`);
    expect(said).to.match(
      / {2}~ aws_connect_contact_flow\.kwglobal_main_menu\n {6}"Welcome" \(Play prompt\)\n {6}- Text: Welcome to KWGlobal\n {6}\+ Text: Good day\n/,
    );
    const { deployment } = (await clone.page()) ?? {};
    expect(deployment).to.have.nested.property("changes[0].lines[2]", "+ Text: Good day");
  });

  for (const [what, save, fault] of [
    [
      "JSON that is broken",
      () => {
        clone.save(MENU, (text) => text.replace('"Version":', '"Version"'));
      },
      /main-menu\.json:2:\d+: not valid JSON/,
    ],
    [
      "an action that isn't there",
      () => {
        clone.save(MENU, (text) => text.replace('"Type": "Loop"', '"Type": "Lop"'));
      },
      /Actions\[\d+\]\.Type: .*Lop/,
    ],
    [
      "a template that is deleted",
      () => {
        rmSync(join(clone.directory, MENU));
      },
      /main-menu\.json/,
    ],
    [
      "a queue that is misspelt",
      () => {
        clone.save("kwglobal.ts", (text) =>
          text.replace('key: "1", queue: "Customer Service"', 'key: "1", queue: "Customer Servce"'),
        );
      },
      /did you mean "Customer Service"/,
    ],
    [
      "a value that is no TypeScript",
      () => {
        clone.save("kwglobal.ts", (text) => `${text}}{`);
      },
      /kwglobal\.ts:\d+:\d+: /,
    ],
    [
      "a function that can't be bundled",
      () => {
        clone.save(HANDLER, (text) => `${text}\n}{`);
      },
      /^ *lambda-src\/connect-associations\/handler\.ts:\d+:\d+: ERROR/m,
    ],
  ] as const) {
    it(`tells ${what} in terminal and page, changes nothing, and goes on when it is mended`, async () => {
      const kept = [MENU, "kwglobal.ts", HANDLER].map((file) => [file, clone.read(file)] as const);
      const mend = () => {
        for (const [file, text] of kept) clone.restore(file, text);
      };
      try {
        const said = await saving(save);
        expect(said, said).to.match(fault).and.contain("The center is as it was.");
        expect(said, "no stack trace").not.to.match(/^\s+at /m);
        const { deployment } = (await clone.page()) ?? {};
        expect(deployment?.state === "failed" ? deployment.fault : "").to.match(fault);
        expect(await clone.call()).to.equal("Good day");
      } finally {
        expect(await saving(mend)).to.contain("nothing to change");
      }
    });
  }

  it("takes an editor's save that puts another file in the place, and no file of the editor's own", async () => {
    const said = await saving(() => {
      const path = join(clone.directory, MENU);
      writeFileSync(join(clone.directory, "flow-templates/.main-menu.json.swp"), "{");
      writeFileSync(`${path}~`, greet("Good day from an editor")(clone.read(MENU)));
      renameSync(`${path}~`, path);
    });
    expect(said).to.contain(`saved: ${MENU}\n`).and.contain("+ Text: Good day from an editor");
  });

  it("takes what is saved during an apply together, for the next one", async () => {
    const { length } = clone.output;
    const said = (pattern: RegExp) => count(clone.output.slice(length), pattern);
    clone.save(MENU, greet("Good day 1"));
    await clone.until(() => said(/saved: /) === 1);
    clone.save(MENU, greet("Good day 2"));
    await wait(500);
    expect(said(NEWS), "it still applies the first").to.equal(0);
    clone.save(MENU, greet("Good day 3"));
    await clone.until(() => said(NEWS) === 2);
    await wait(1000);
    expect(said(/saved: /)).to.equal(2);
    expect(await clone.call()).to.equal("Good day 3");
  });

  it("where an apply breaks off, is as it was before, with what was changed by hand", async () => {
    const client = new ConnectClient({
      endpoint: new URL(clone.phone).origin,
      region: "us-west-2",
      credentials: { accessKeyId: "x", secretAccessKey: "x" },
    });
    const { InstanceSummaryList = [] } = await client.send(new ListInstancesCommand({}));
    const InstanceId = InstanceSummaryList[0]?.Id;
    await client.send(
      new CreateQuickConnectCommand({
        InstanceId,
        Name: "Front desk",
        QuickConnectConfig: {
          QuickConnectType: "PHONE_NUMBER",
          PhoneConfig: { PhoneNumber: "+13025550198" },
        },
      }),
    );
    const value = clone.read("kwglobal.ts");
    const said = await saving(() => {
      clone.save(MENU, greet("Good day, never heard"));
      clone.save("kwglobal.ts", (text) =>
        text.replace(
          '{ name: "Management", type',
          '{ name: "Front desk", type: "PHONE_NUMBER", phoneNumber: "+13025550197" },\n    { name: "Management", type',
        ),
      );
    });
    expect(said)
      .to.contain("terraform apply failed")
      .and.contain("aws_connect_quick_connect.front_desk");
    expect(said).to.contain("The center is as it was; calls that were under way have ended.");
    expect(await clone.call()).to.equal("Good day 3");
    const { QuickConnectSummaryList: there = [] } = await client.send(
      new ListQuickConnectsCommand({ InstanceId }),
    );
    expect(there.map(({ Name }) => Name)).to.include("Front desk");
    client.destroy();
    const mended = await saving(() => {
      clone.restore("kwglobal.ts", value);
    });
    expect(mended).to.contain("+ Text: Good day, never heard");
  });

  it("makes what is new in the value, and deletes what is taken out", async () => {
    const entry =
      '{ name: "Night shift", type: "PHONE_NUMBER", phoneNumber: "+13025550196" },\n    ';
    const made = await saving(() => {
      clone.save("kwglobal.ts", (text) =>
        text.replace('{ name: "Management", type', `${entry}{ name: "Management", type`),
      );
    });
    expect(made).to.contain("+ aws_connect_quick_connect.night_shift");
    const deleted = await saving(() => {
      clone.save("kwglobal.ts", (text) => text.replace(entry, ""));
    });
    expect(deleted).to.contain("- aws_connect_quick_connect.night_shift");
  });

  it("ends in order on Ctrl-C in the middle of an apply, and leaves nothing running", async () => {
    const { length } = clone.output;
    clone.save(MENU, greet("Good day, too late"));
    await clone.until(() => clone.output.slice(length).includes("saved: "));
    await wait(2500);
    expect(await clone.end()).to.equal(0);
    const answer: unknown = await fetch(clone.phone).catch((error: unknown) => error);
    expect(answer, "nothing answers any more").to.be.instanceOf(Error);
    const { stdout } = await execa("ps", ["-ax", "-o", "command"]);
    expect(stdout).not.to.contain(clone.directory);
  });
});
