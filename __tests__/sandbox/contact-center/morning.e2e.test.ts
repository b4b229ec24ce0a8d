import { setTimeout as wait } from "node:timers/promises";

import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { expect } from "chai";

import { momentOf } from "../../../contact-flow/hours";
import { Desk } from "../../../sandbox/telephone/desk";
import type { FlowLogEntry } from "../../../sandbox/telephone/flow-log-entry";
import type { Exchange } from "../../../sandbox/telephone/exchange";
import { startBrowser } from "../../support/browser";
import { DeployedCenter } from "../../support/deployed-center";
import { projectShell } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

const DAY = 24 * 60 * 60 * 1000;
/** The last Tuesday that is over, so that its records lie in the past for whoever reports them. */
const TUESDAY = [1, 2, 3, 4, 5, 6, 7]
  .map((days) => new Date(Date.now() - days * DAY))
  .filter((date) => date.getUTCDay() === 2)
  .map((date) => date.toISOString().slice(0, 10))[0];
const AT_NINE = momentOf(`${TUESDAY}T09:00`, "America/Los_Angeles");
/** When the menu listens, in seconds after the call has begun. */
const MENU = 25;

interface Row {
  readonly queue: string;
  readonly [figure: string]: unknown;
}

describe("A morning of calls to the applied center", function () {
  this.timeout(600_000);
  requires("terraform", "moto_server", "provider");

  let deployed: DeployedCenter;
  let exchange: Exchange;

  const pass = (seconds: number) => {
    exchange.timeline.pass(seconds * 1000);
  };
  const telephone = (number: string) => exchange.telephone(number);
  const desk = (username: string) => {
    const found = exchange.agents.all().find(({ user }) => user.Username === username);
    return new Desk(exchange, found?.user.Id ?? "");
  };
  const calls = (number: string, key: string) => {
    const [claimed] = exchange.directory.numbers();
    telephone(number).dial(claimed?.number.PhoneNumber ?? "");
    pass(MENU);
    telephone(number).press(key);
  };
  const answers = (username: string) => {
    desk(username).setStatus("Available");
    desk(username).accept();
  };
  const quickConnect = (name: string) => {
    const place = exchange.directory.places()[0];
    const all = [...(place?.instance.quickConnects.values() ?? [])];
    return all.find(({ Name }) => Name === name)?.QuickConnectId ?? "";
  };
  const report = (options: string) =>
    projectShell(
      deployed.sandbox,
      PROD.region,
      `npm run --silent report -- prod --from ${TUESDAY} ${options}`,
    );

  before(async () => {
    deployed = await DeployedCenter.copy();
    ({ exchange } = deployed.sandbox);
    exchange.setCalendar(AT_NINE - 10 * 60_000);
  });

  after(() => deployed.stop());

  it("begins with a caller before the center opens, who hears that and is let go", () => {
    telephone("+13025550100").dial(exchange.directory.numbers()[0]?.number.PhoneNumber ?? "");
    pass(120);
    expect(telephone("+13025550100").isIdle).to.equal(true);
    exchange.setCalendar(AT_NINE);
  });

  it("is one of an answered call, one given up, a transfer, a callback, and one that hung up at once", () => {
    calls("+13025550101", "1");
    pass(10);
    answers("mary.jane");
    pass(120);
    telephone("+13025550101").hangUp();
    pass(30);
    desk("mary.jane").finish();
    desk("mary.jane").setStatus("Break");

    calls("+13025550102", "2");
    pass(40);
    telephone("+13025550102").hangUp();

    calls("+13025550103", "1");
    pass(5);
    answers("mary.jane");
    pass(60);
    desk("mary.jane").transfer(quickConnect("Business Consulting"));
    desk("mary.jane").setStatus("Break");
    pass(10);
    answers("peter.parker");
    pass(90);
    desk("peter.parker").hangUp();
    pass(20);
    desk("peter.parker").setStatus("Break");

    calls("+13025550104", "1");
    pass(121);
    telephone("+13025550104").press("1");
    pass(60);
    answers("mary.jane");
    pass(5);
    telephone("+13025550104").answer();
    pass(100);
    telephone("+13025550104").hangUp();
    pass(15);
    desk("mary.jane").setStatus("Break");

    telephone("+13025550105").dial(exchange.directory.numbers()[0]?.number.PhoneNumber ?? "");
    pass(5);
    telephone("+13025550105").hangUp();
  });

  it("goes on while Lambda is down, since no flow that callers reach needs a function", () => {
    exchange.setFaults({ lambdaDown: true });
    calls("+13025550107", "2");
    pass(5);
    answers("peter.parker");
    pass(60);
    telephone("+13025550107").hangUp();
    pass(10);
    desk("peter.parker").setStatus("Break");
    exchange.setFaults({ lambdaDown: false });
  });

  it("leaves an entry of each block in the instance's log group", async () => {
    const logs = new CloudWatchLogsClient({});
    const written = async () =>
      (
        await logs.send(
          new FilterLogEventsCommand({ logGroupName: "/aws/connect/KWGlobal", limit: 1000 }),
        )
      ).events ?? [];
    let events = await written();
    // They are written in the background.
    for (let count = -1; events.length > count; events = await written()) {
      count = events.length;
      await wait(500);
    }
    const entries = events.map(({ message = "" }) => JSON.parse(message) as FlowLogEntry);
    const pressed = entries.filter(
      ({ ContactFlowModuleType, Results }) =>
        ContactFlowModuleType === "GetUserInput" && Results !== undefined,
    );
    expect(pressed.map(({ Results }) => Results)).to.include.members(["1", "2"]);
    expect(new Set(entries.map(({ ContactId }) => ContactId)).size).to.be.greaterThan(4);
    logs.destroy();
  });

  it("leaves no call of a queue in the bucket before the stream's five minutes are over", async () => {
    const { exitCode, all } = await report("--json");
    // The caller before opening may be there: the clock has gone on by more than these since.
    if (exitCode === 0)
      expect((JSON.parse(all) as Record<string, Row[]>).byQueue).to.deep.equal([]);
    else expect(all).to.include("there are no contact records");
  });

  it("is reported from the bucket as it was, by queue and by agent", async () => {
    pass(301);
    let told = await report("--json");
    for (let tries = 0; told.exitCode !== 0 && tries < 20; tries += 1)
      told = await report("--json");
    expect(told.exitCode, told.all).to.equal(0);
    const { byQueue, byAgent, byKey, byHalfHour } = JSON.parse(told.all) as Record<string, Row[]>;
    const figures = (rows: readonly Row[] | undefined, name: string, value: string) =>
      rows?.find((row) => row[name] === value);
    expect(figures(byQueue, "queue", "Customer Service")).to.include({
      queued: 4,
      handled: 3,
      abandoned: 0,
      callbacks: 1,
    });
    expect(figures(byQueue, "queue", "Business Consulting")).to.include({
      queued: 3,
      handled: 2,
      abandoned: 1,
      callbacks: 0,
      longestWaitSeconds: 40,
    });
    expect(byAgent?.map(({ agent, handled }) => [agent, handled])).to.deep.equal([
      ["mary.jane", 3],
      ["peter.parker", 2],
    ]);
    expect(byKey?.map(({ key, handled }) => [key, handled])).to.deep.equal([
      // The transferred contact keeps its attributes.
      ["1", 4],
      ["2", 1],
    ]);
    expect(figures(byHalfHour, "halfHour", `${TUESDAY}T08:30`)).to.include({
      queued: 0,
      handled: 0,
      abandoned: 0,
    });
  });

  const ringing = async () => {
    const cloudwatch = new CloudWatchClient({});
    const { MetricAlarms = [] } = await cloudwatch.send(
      new DescribeAlarmsCommand({ StateValue: "ALARM", MaxRecords: 100 }),
    );
    cloudwatch.destroy();
    return MetricAlarms.map(({ AlarmName }) => AlarmName);
  };

  it("sets off the alarm of a call that rang to the end, and no other, and tells the topic", async () => {
    await deployed.sandbox.alarms.settled();
    expect(await ringing()).to.deep.equal([]);
    desk("mary.jane").setStatus("Available");
    calls("+13025550106", "1");
    pass(120);
    telephone("+13025550106").hangUp();
    await deployed.sandbox.alarms.settled();
    expect(await ringing()).to.deep.equal(["kwglobal-missed-calls"]);
    expect(
      deployed.sandbox.alarms.notifications.map(({ alarmName, topicArn }) => [
        alarmName,
        topicArn.split(":").at(-1),
      ]),
    ).to.deep.equal([["kwglobal-missed-calls", "kwglobal-notifications"]]);
    const shown = await projectShell(
      deployed.sandbox,
      PROD.region,
      "npm run --silent alarms -- prod",
    );
    expect(shown.all).to.match(/^ON {2}missed-calls, for 0 min\n/);
  });

  describe("on the wallboard", () => {
    requires("chromium");

    it("lets a supervisor evaluate a call that was just made, and the report shows the scores", async () => {
      const browser = await startBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
        await page.goto(`${deployed.sandbox.endpoint}/phone/wallboard`);
        const call = page
          .locator("#contacts > li", { hasText: "answered by Peter Parker" })
          .first();
        await call.locator("summary").click();
        await call.getByRole("button", { name: "Evaluate" }).click();
        await page.locator("#evaluation-evaluator").selectOption({ label: "Jimin Lee" });
        for (const select of await page.locator("#questions select").all())
          await select.selectOption({ index: 1 });
        await page.locator('#evaluation [name="names"]').selectOption({ label: "No" });
        await page.locator("#evaluation-submit").click();
        await page.locator("#evaluation").waitFor({ state: "hidden" });
        await page.getByText("answered by Peter Parker · evaluated, 85 %").waitFor();
      } finally {
        await browser.close();
      }
      const told = await report("--json");
      expect(told.exitCode, told.all).to.equal(0);
      const { scoresByAgent, scoresByQuestion } = JSON.parse(told.all) as Record<string, Row[]>;
      expect(scoresByAgent?.[0]).to.include({
        agent: "peter.parker",
        form: "KWGlobal call",
        evaluations: 1,
        averageScore: 0.85,
      });
      expect(scoresByQuestion?.[0]).to.include({ questionId: "names", averageScore: 0 });
      expect(scoresByQuestion?.length).to.be.greaterThan(5);
    });

    it("is seen from across the room: the alarm, the day's figures, the contacts", async () => {
      const browser = await startBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
        await page.goto(`${deployed.sandbox.endpoint}/phone/wallboard`);
        await page.locator("#alarms", { hasText: "kwglobal-missed-calls" }).waitFor();
        const card = (queue: string) =>
          page.locator("#queues > li", { hasText: queue }).locator(".figures").innerText();
        // The caller for whom a telephone rang to the end has hung up since.
        expect(await card("Customer Service")).to.match(
          /^queued\s+5\s+handled\s+3\s+abandoned\s+1\s/,
        );
        expect(await card("Business Consulting")).to.match(
          /^queued\s+3\s+handled\s+2\s+abandoned\s+1\s/,
        );
        expect(await page.locator("#contacts > li").count()).to.equal(10);
      } finally {
        await browser.close();
      }
    });
  });

  describe("a quarter of an hour later", () => {
    it("is over, and so is the alarm", async () => {
      desk("mary.jane").setStatus("Break");
      pass(1000);
      await deployed.sandbox.alarms.settled();
      expect(await ringing()).to.deep.equal([]);
    });
  });
});
