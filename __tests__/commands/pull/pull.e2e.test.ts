import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { UpdateContactFlowContentCommand } from "@aws-sdk/client-connect";
import { expect } from "chai";

import type { Action, Flow } from "../../../contact-flow/flow";
import { DeployedCenter } from "../../support/deployed-center";
import { LiveCenter } from "../../support/live-center";
import { copyProject } from "../../support/project-copy";
import { projectShell, type ShellResult } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

const FLOW = "KWGlobal Main Menu";
const ADDED = "0b0d1a1e-5f0e-4c1b-8a3c-9d5b1f3c7a10";
/** The dashboard names blocks that speak, so it follows a flow. */
const FLOW_IN_PLAN = "aws_connect_contact_flow.kwglobal_main_menu";

describe("npm run pull, on the center that Terraform has applied", function () {
  this.timeout(900_000);
  requires("terraform", "moto_server", "provider");

  let center: DeployedCenter;
  const project = join(mkdtempSync(join(tmpdir(), "pulled-")), "project");

  const shell = (script: string): Promise<ShellResult> =>
    projectShell(center.sandbox, PROD.region, script, project);
  const pull = (args = "") => shell(`npm run -s pull -- prod "${FLOW}" ${args}`);
  const plan = () => shell("npm run -s plan -- prod");
  const file = (name: string) => readFileSync(join(project, name), "utf8");

  /** Changes the live flow as the console does. */
  async function edit(change: (flow: Flow) => Flow, saved = false): Promise<void> {
    const live = await LiveCenter.find(center.connect);
    const flow = await live.flow(FLOW);
    await center.connect.send(
      new UpdateContactFlowContentCommand({
        InstanceId: live.instanceId,
        ContactFlowId: `${flow?.Id ?? ""}${saved ? ":$SAVED" : ""}`,
        Content: JSON.stringify(change(JSON.parse(flow?.Content ?? "") as Flow)),
      }),
    );
  }

  const onBlock =
    (name: string, change: (action: Action) => Action) =>
    (flow: Flow): Flow => ({
      ...flow,
      Actions: flow.Actions.map((each) => (each.Identifier === name ? change(each) : each)),
    });

  before(async () => {
    await copyProject(project);
    center = await DeployedCenter.copy();
  });

  after(async () => {
    await (center as DeployedCenter | undefined)?.stop();
    rmSync(join(project, ".."), { recursive: true, force: true });
  });

  it("finds nothing to do after an apply", async () => {
    const { exitCode, all } = await pull();
    expect(all).to.include(`${FLOW} (flow-templates/main-menu.json): as the code says`);
    expect(exitCode).to.equal(0);
  });

  it("brings a draft home with --saved only, which callers don't hear yet", async () => {
    const template = "flow-templates/main-menu.json";
    const before = file(template);
    await edit(
      onBlock("Welcome", (action) => ({ ...action, Parameters: { Text: "Not published yet" } })),
      true,
    );
    expect((await pull()).all).to.include("as the code says");
    const { exitCode, all } = await pull("--saved");
    expect(all).to.include("+ Text: Not published yet");
    expect(exitCode).to.equal(0);
    expect(file(template)).to.include('"Not published yet"');
    writeFileSync(join(project, template), before);
  });

  it("brings a new text and a new block home, and the plan is empty again", async () => {
    const welcome = onBlock("Welcome", (action) => ({
      ...action,
      Parameters: { Text: "Welcome to KWGlobal, and good day" },
      Transitions: { ...action.Transitions, NextAction: ADDED },
    }));
    await edit((flow) => ({
      ...flow,
      Actions: [
        ...welcome(flow).Actions,
        {
          Identifier: ADDED,
          Type: "MessageParticipant",
          Parameters: { Text: "We moved to Main Street." },
          Transitions: {
            NextAction: "Recording notice",
            Errors: [{ NextAction: "Recording notice", ErrorType: "NoMatchingError" }],
          },
        },
      ],
    }));
    expect((await plan()).all).to.include(FLOW_IN_PLAN);
    const { exitCode, all } = await pull();
    expect(all).to.include("(flow-templates/main-menu.json): written");
    expect(all).to.include("+ Text: Welcome to KWGlobal, and good day");
    expect(exitCode).to.equal(0);
    expect(file("flow-templates/main-menu.json")).to.include("{{menuText}}");
    expect((await plan()).all).not.to.include(FLOW_IN_PLAN);
  });

  it("changes nothing when it is run again", async () => {
    const before = file("flow-templates/main-menu.json");
    expect((await pull()).all).to.include("as the code says");
    expect(file("flow-templates/main-menu.json")).to.equal(before);
  });

  it("names the line of kwglobal.ts that a menu's time limit comes from, and edits it with --write", async () => {
    await edit(
      onBlock("Main menu", (action) => ({
        ...action,
        Parameters: { ...action.Parameters, InputTimeLimitSeconds: "12" },
      })),
    );
    const told = await pull();
    expect(told.all).to.match(/kwglobal\.ts:\d+: secondsToPress: "12"/);
    expect(told.exitCode).to.equal(1);
    const before = file("flow-templates/main-menu.json");
    const written = await pull("--write");
    expect(written.all).to.include("written");
    expect(file("flow-templates/main-menu.json")).to.equal(before);
    expect(file("kwglobal.ts")).to.include('secondsToPress: "12",');
  });

  it("tells a third key that was drawn by hand as an entry of the menu, and draws it on its own with --unroll", async () => {
    const equals = (key: string, target: string) => ({
      NextAction: target,
      Condition: { Operator: "Equals", Operands: [key] },
    });
    const failing = (target: string) => [{ NextAction: target, ErrorType: "NoMatchingError" }];
    const [keep, set] = [ADDED.replace("0b", "1b"), ADDED.replace("0b", "2b")];
    const third = onBlock("Main menu", (action) => ({
      ...action,
      Transitions: {
        ...action.Transitions,
        Conditions: [...(action.Transitions.Conditions ?? []), equals("3", keep)],
      },
    }));
    await edit((flow) => {
      const queue = flow.Actions.find(
        ({ Identifier }) => Identifier === "Set working queue for key 2",
      )?.Parameters?.QueueId;
      return {
        ...flow,
        Actions: [
          ...third(flow).Actions,
          {
            Identifier: keep,
            Type: "UpdateContactAttributes",
            Parameters: { Attributes: { menuKey: "3" }, TargetContact: "Current" },
            Transitions: { NextAction: set, Errors: failing(set) },
          },
          {
            Identifier: set,
            Type: "UpdateContactTargetQueue",
            Parameters: { QueueId: queue ?? "" },
            Transitions: {
              NextAction: "Check hours of operation",
              Errors: failing("System error"),
            },
          },
        ],
      };
    });
    const told = await pull();
    expect(told.all).to.include('menu: add { key: "3", queue: "Business Consulting" }');
    expect(told.exitCode).to.equal(1);
    const unrolled = await pull("--unroll");
    expect(unrolled.all).to.include("written");
    const planned = await plan();
    expect(planned.all).to.include("Plan:").and.not.to.include(FLOW_IN_PLAN);
  });
});
