import {
  DeleteContactFlowModuleCommand,
  ListContactFlowModulesCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { messageValues } from "../../../constructs/connect/message";
import { localTimeOf, momentOf } from "../../../contact-flow/hours";
import { KWGLOBAL } from "../../../kwglobal";
import { judge } from "../../../plan-review/gate/judge";
import { planFrom } from "../../../plan-review/plan";
import type { Call } from "../../../sandbox/gateway/call-log";
import { Exchange } from "../../../sandbox/telephone/exchange";
import { snapshotOf } from "../../../sandbox/telephone/snapshot";
import { DeployedCenter } from "../../support/deployed-center";
import { howToPage } from "../../support/how-to";
import { HEARD, MESSAGE_ZONE } from "../../support/kwglobal-call";
import { projectShell } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

const CALLER = "+13025550123";
const SNOW = "Because of snow we are only a few today.";
const MODULE = "aws_connect_contact_flow_module.kwglobal_message";
const HOURS = "aws_connect_hours_of_operation.kwglobal_message";
const MENU = "aws_connect_contact_flow.kwglobal_main_menu";

/** Tomorrow at noon, on the center's clock. */
const TOMORROW = `${localTimeOf(Date.now() + 24 * 3600 * 1000, MESSAGE_ZONE).slice(0, 10)} 12:00`;
const END = momentOf(TOMORROW.replace(" ", "T"), MESSAGE_ZONE);

const actionOf = ({ service, operation }: Call) => `${service}:${operation}`;

describe("npm run message, on the center that Terraform has applied", function () {
  this.timeout(600_000);
  requires("terraform", "moto_server", "provider");

  let center: DeployedCenter;

  const message = (args: string) =>
    projectShell(center.sandbox, PROD.region, `npm run -s message -- ${args}`);
  const store = () => center.sandbox.connect(PROD.region).store;

  /** What a caller hears up to the menu, at that moment. */
  function heard(now = Date.now()): string[] {
    const exchange = new Exchange({
      stores: () => [store()],
      invoke: () => Promise.resolve({}),
      now,
    });
    const [number] = [...store().phoneNumbers.values()];
    exchange.telephone(CALLER).dial(number?.PhoneNumber ?? "");
    const texts: string[] = [];
    for (let second = 0; second < 60 && texts.at(-1) !== HEARD.menu; second += 1) {
      const text = snapshotOf(exchange, CALLER).telephone.contact?.saying?.text;
      if (text !== undefined && text !== texts.at(-1)) texts.push(text);
      exchange.timeline.pass(1000);
    }
    return texts;
  }
  const withoutMessage = [HEARD.welcome, HEARD.notice, HEARD.menu];
  const withMessage = [HEARD.welcome, HEARD.notice, SNOW, HEARD.menu];

  /** What the telephone's page says of the message. */
  const onPage = (now = Date.now()) => {
    const exchange = new Exchange({
      stores: () => [store()],
      invoke: () => Promise.resolve({}),
      now,
    });
    return snapshotOf(exchange, CALLER).numbers[0]?.message;
  };

  before(async () => {
    center = await DeployedCenter.copy();
    center.synthesize();
  });

  after(async () => {
    await (center as DeployedCenter | undefined)?.stop();
  });

  it("shows that there is none", async () => {
    const { exitCode, all } = await message("prod show");
    expect([exitCode, all]).to.deep.equal([
      0,
      'No message: callers hear the menu at once.\n\nnext: npm run message -- prod on "…" --until 14:00 has callers hear something',
    ]);
    expect(JSON.parse((await message("prod show --json")).all)).to.deep.equal({
      environment: "prod",
      on: false,
    });
    expect(heard()).to.deep.equal(withoutMessage);
  });

  it("tells all that is wrong at once, and changes nothing", async () => {
    const before = center.sandbox.calls.entries().length;
    const { exitCode, all } = await message(`prod on "<b>" --until 25:00`);
    expect(exitCode).to.equal(1);
    expect(all).to.match(
      /^error: the text must be plain words without < and >: SSML isn't taken here\n {7}--until must be a time of today such as 14:00.*\n {7}on asks before callers hear it, and there is no terminal to answer it: add --yes$/,
    );
    for (const [args, problem] of [
      ["prod on", /^error: the text must say something/],
      [`prod on "${SNOW}" --yes`, /^error: --until must say when the message ends/],
      [
        `prod on "${SNOW}" --until ${TOMORROW.replace(" ", "T")} --json`,
        /--json asks nothing: add --yes/,
      ],
      [`prod off "${SNOW}"`, /^error: off takes neither a text nor --until/],
      ["prod show --until 14:00", /^error: show takes neither/],
      ["prod on one two --until 14:00 --yes", /too many arguments/],
      ["nowhere show", /Allowed choices are dev, prod/],
      ["prod perhaps", /Allowed choices are on, off, show/],
    ] as const) {
      const refused = await message(args);
      expect(refused.exitCode, args).to.equal(1);
      expect(refused.all, args).to.match(problem);
    }
    expect(center.sandbox.calls.entries()).to.have.length(before);
  });

  let asked: Call[];

  it("has callers hear it before the menu, and says what to do next", async () => {
    const before = center.sandbox.calls.entries().length;
    const { exitCode, all } = await message(`prod on "${SNOW}" --until "${TOMORROW}" --yes`);
    expect(exitCode, all).to.equal(0);
    expect(all).to.match(
      /^prod, instance [\da-f-]{36}\.\nCallers hear, before the menu, until \w+ \d+ \w+, 12:00 \(America\/Los_Angeles\), in .+:\n {2}"Because of snow we are only a few today\."\n {2}\(about 3 s\)\n\nIt is on: whoever calls from now on hears it\.\nnext: call the number/,
    );
    expect(heard()).to.deep.equal(withMessage);
    expect(onPage()).to.deep.equal({ text: SNOW, until: END });
    expect(JSON.parse((await message("prod show --json")).all)).to.deep.equal({
      ...{ environment: "prod", on: true, text: SNOW },
      until: new Date(END).toISOString(),
    });
    await message(`prod on "Ice" --until "${TOMORROW}" --yes`);
    await message("prod off");
    asked = center.sandbox.calls.entries().slice(before);
    await message(`prod on "${SNOW}" --until "${TOMORROW}" --yes`);
  });

  it("is over at its end, though nobody has ended it", () => {
    expect(heard(END - 60_000)).to.deep.equal(withMessage);
    expect(heard(END)).to.deep.equal(withoutMessage);
    expect(onPage(END)).to.equal(undefined);
  });

  it("leaves nothing for a plan to do, and no drift to be undone", async () => {
    expect(await center.plan()).to.deep.equal([]);
    const { refused, allowed } = judge(planFrom(await center.planJson()));
    expect([refused, allowed]).to.deep.equal([[], []]);
    expect(heard()).to.deep.equal(withMessage);
  });

  it("survives an apply of another change", async () => {
    const flows = KWGLOBAL.flows.map((flow) =>
      flow.name === "KWGlobal Main Menu" ? { ...flow, description: "Another" } : flow,
    );
    center.synthesize({ flows });
    expect(await center.plan()).to.deep.equal([[MENU, "update"]]);
    await center.applyPlan();
    expect(heard()).to.deep.equal(withMessage);
    center.synthesize();
    await center.apply();
  });

  it("needs the permissions that the page names, and no other", () => {
    const made = new Set(asked.map(actionOf).filter((action) => action.startsWith("connect:")));
    const named = howToPage("tell-callers").match(/(?<=`)connect:[A-Z]\w+(?=`)/g);
    expect([...new Set(named)]).to.have.members([...made]);
  });

  it("ends it before its time, and has no more to end in a second run", async () => {
    const { exitCode, all } = await message("prod off");
    expect([exitCode, all]).to.deep.equal([
      0,
      `It is off: callers hear the menu at once.\nCallers heard: "${SNOW}"\nnext: npm run message -- prod on "…" --until 14:00 has callers hear something`,
    ]);
    expect(heard()).to.deep.equal(withoutMessage);
    expect(onPage()).to.equal(undefined);
    expect((await message("prod off")).all).to.match(/^It was off, and is\.$/m);
    expect(await center.plan()).to.deep.equal([]);
  });

  it("lets callers through when somebody has deleted the module, and an apply brings it back", async () => {
    await message(`prod on "${SNOW}" --until "${TOMORROW}" --yes`);
    const [instance] = [...store().instances.values()];
    const of = { InstanceId: instance?.Id };
    const { ContactFlowModulesSummaryList: modules = [] } = await center.connect.send(
      new ListContactFlowModulesCommand(of),
    );
    const [module] = modules;
    await center.connect.send(
      new DeleteContactFlowModuleCommand({ ...of, ContactFlowModuleId: module?.Id }),
    );
    expect(heard()).to.deep.equal(withoutMessage);
    expect((await message("prod show")).all).to.match(/^error: the instance has no flow module/);
    await center.apply();
    expect(await center.plan()).to.deep.equal([]);
    expect(heard()).to.deep.equal(withoutMessage);
    await message("prod off");
  });

  it("is not there at all where the value has no message, which the gate asks to allow", async () => {
    const flows = KWGLOBAL.flows.map((flow) =>
      "message" in flow.values
        ? { ...flow, values: { ...flow.values, ...messageValues(undefined) } }
        : flow,
    );
    center.synthesize({ flows, message: undefined });
    const plan = planFrom(await center.planJson());
    expect(judge(plan).refused.flatMap(({ addresses }) => addresses)).to.deep.equal([MODULE]);
    expect(await center.plan()).to.have.deep.members([
      [MENU, "update"],
      [MODULE, "delete"],
      [HOURS, "delete"],
    ]);
    await center.applyPlan();
    expect(await center.plan()).to.deep.equal([]);
    expect(heard()).to.deep.equal(withoutMessage);
  });
});
