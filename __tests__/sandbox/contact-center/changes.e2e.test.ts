import { DisassociateQueueQuickConnectsCommand } from "@aws-sdk/client-connect";
import * as connect from "@aws-sdk/client-connect";
import { expect } from "chai";

import type {
  ContactCenterValue,
  HolidayValue,
} from "../../../constructs/value/contact-center-value";
import { spokenMenu } from "../../../constructs/value/spoken";
import { KWGLOBAL } from "../../../kwglobal";
import { DeployedCenter } from "../../support/deployed-center";
import { LiveCenter } from "../../support/live-center";
import { requires } from "../../support/requirements";
import { synthesize } from "../../support/synthesized";

const ASSOCIATIONS = {
  agentStatuses: "aws_lambda_invocation.agent_statuses",
  contactLensRules: "aws_lambda_invocation.contact_lens_rules",
  evaluationForms: "aws_lambda_invocation.evaluation_forms",
  holidays: "aws_lambda_invocation.holidays",
  phoneNumberFlow: "aws_lambda_invocation.phone_number_flow",
  queueQuickConnects: "aws_lambda_invocation.queue_quick_connects",
};

function theForm() {
  const [form] = KWGLOBAL.evaluationForms ?? [];
  if (form === undefined) throw new Error("the center must have an evaluation form");
  return form;
}

/** What is watched of a queue. */
const alarmsOf = (queue: string, action: string) => [
  ...["queue_size", "longest_wait", "queue_full", "old_callback"].map(
    (alarm) => [`aws_cloudwatch_metric_alarm.${alarm}_${queue}`, action] as const,
  ),
  ["aws_cloudwatch_dashboard.dashboard", "update"] as const,
];

async function claimAnotherNumber(client: connect.ConnectClient, InstanceId: string) {
  const { AvailableNumbersList: [free] = [] } = await client.send(
    new connect.SearchAvailablePhoneNumbersCommand({
      InstanceId,
      PhoneNumberCountryCode: "US",
      PhoneNumberType: "TOLL_FREE",
      MaxResults: 1,
    }),
  );
  return await client.send(
    new connect.ClaimPhoneNumberCommand({ InstanceId, PhoneNumber: free?.PhoneNumber }),
  );
}

describe("A change to the contact center", () => {
  requires("terraform", "moto_server", "provider");

  let deployed: DeployedCenter;
  let center: LiveCenter;

  /** Applies a change of the value; the plan was `changes`, and nothing is left to do. */
  async function converges(
    change: Partial<ContactCenterValue>,
    changes: readonly (readonly [string, string])[],
    reason = "",
  ): Promise<void> {
    deployed.synthesize(change);
    expect(await deployed.plan()).to.have.deep.members(changes);
    const [[address] = [""]] = changes;
    if (reason !== "") expect(await deployed.planned(address, "input")).to.include(reason);
    await deployed.applyPlan();
    expect(await deployed.plan()).to.deep.equal([]);
  }

  before(async () => {
    deployed = await DeployedCenter.copy();
    center = await LiveCenter.find(deployed.connect);
  });

  beforeEach(async () => {
    await deployed.reset();
    deployed.synthesize();
  });

  after(async () => {
    await deployed.stop();
  });

  it("of a prompt updates its flow", async () => {
    const flows = KWGLOBAL.flows.map((flow) =>
      flow.name === "KWGlobal Main Menu"
        ? { ...flow, values: { ...flow.values, openingHours: "on our website" } }
        : flow,
    );
    await converges({ flows }, [["aws_connect_contact_flow.kwglobal_main_menu", "update"]]);
    expect((await center.flow("KWGlobal Main Menu"))?.Content).to.include(
      "Our normal business hours are on our website.",
    );
  });

  it("of a queue's hours updates the queue", async () => {
    const hoursOfOperation = [
      ...KWGLOBAL.hoursOfOperation,
      {
        name: "Consulting hours",
        timeZone: "Asia/Shanghai",
        open: [{ days: ["MONDAY" as const], from: "08:00", to: "12:00" }],
      },
    ];
    const queues = KWGLOBAL.queues.map((queue) =>
      queue.name === "Business Consulting"
        ? { ...queue, hoursOfOperation: "Consulting hours" }
        : queue,
    );
    await converges({ hoursOfOperation, queues }, [
      ["aws_connect_hours_of_operation.consulting_hours", "create"],
      ["aws_connect_queue.business_consulting", "update"],
      // It counts the hours in which some queue is open.
      ["aws_cloudwatch_metric_alarm.no_calls", "update"],
    ]);
    expect((await center.queue("Business Consulting")).hoursOfOperation).to.equal(
      "Consulting hours",
    );
  });

  it("that adds holidays gives the schedule its own hours on these days, changes them, and takes them back", async () => {
    const schedule = (...holidays: HolidayValue[]) => ({
      hoursOfOperation: KWGLOBAL.hoursOfOperation.map((hours) => ({ ...hours, holidays })),
    });
    const [eve, day] = [
      { name: "Christmas Eve", date: "2096-12-24", open: { from: "09:00", to: "12:00" } },
      { name: "Christmas Day", date: "2096-12-25" },
    ];
    const holidays = async () =>
      (await center.overrides("KWGlobal business hours")).map(({ EffectiveFrom, Config = [] }) => [
        EffectiveFrom,
        Config[0]?.EndTime?.Hours,
      ]);
    await converges(schedule(eve, day), [[ASSOCIATIONS.holidays, "update"]]);
    expect(await holidays()).to.deep.equal([
      ["2096-12-24", 12],
      ["2096-12-25", undefined],
    ]);
    const longer = { ...eve, open: { from: "09:00", to: "13:00" } };
    await converges(schedule(longer), [[ASSOCIATIONS.holidays, "update"]]);
    expect(await holidays()).to.deep.equal([["2096-12-24", 13]]);
    await converges({}, [[ASSOCIATIONS.holidays, "update"]]);
    expect(await holidays()).to.deep.equal([]);
  });

  it("of a user's routing profile updates the user", async () => {
    const users = KWGLOBAL.users.map((user) =>
      user.username === "peter.parker" ? { ...user, routingProfile: "Customer Service" } : user,
    );
    await converges({ users }, [["aws_connect_user.peter_parker", "update"]]);
    expect((await center.users())["peter.parker"]).to.include({
      routingProfile: "Customer Service",
    });
  });

  it("that adds a department creates it and puts it into the menu", async () => {
    const menu = [
      { key: "1", queue: "Customer Service" },
      { key: "2", queue: "Business Consulting" },
      { key: "3", queue: "Trade Finance" },
    ];
    const [queue] = KWGLOBAL.queues;
    if (queue === undefined) {
      throw new Error("KWGlobal has queues");
    }
    await converges(
      {
        queues: [
          ...KWGLOBAL.queues.map((each) => ({
            ...each,
            quickConnects: [...each.quickConnects, "Trade Finance"],
          })),
          { ...queue, name: "Trade Finance", quickConnects: ["Customer Service", "Management"] },
        ],
        quickConnects: [
          ...KWGLOBAL.quickConnects,
          {
            name: "Trade Finance",
            type: "QUEUE",
            queue: "Trade Finance",
            flow: "Default queue transfer",
          },
        ],
        flows: KWGLOBAL.flows.map((flow) =>
          flow.name === "KWGlobal Main Menu"
            ? { ...flow, values: { ...flow.values, menu, menuText: spokenMenu(menu) } }
            : flow,
        ),
      },
      [
        ["aws_connect_queue.trade_finance", "create"],
        ["aws_connect_quick_connect.trade_finance", "create"],
        ["aws_connect_contact_flow.kwglobal_main_menu", "update"],
        [ASSOCIATIONS.queueQuickConnects, "update"],
        ...alarmsOf("trade_finance", "create"),
      ],
    );
    expect((await center.queue("Trade Finance")).quickConnects).to.deep.equal([
      "Customer Service",
      "Management",
    ]);
    expect((await center.queue("Customer Service")).quickConnects).to.include("Trade Finance");
    expect((await center.flow("KWGlobal Main Menu"))?.Content).to.include(
      "1 for customer service, 2 for business consulting or 3 for trade finance",
    );
  });

  it("that removes a department takes it out of everything that named it", async () => {
    const [queue] = KWGLOBAL.queues;
    if (queue === undefined) {
      throw new Error("KWGlobal has queues");
    }
    const billing = { ...queue, name: "Billing", quickConnects: ["Management"] };
    deployed.synthesize({ queues: [...KWGLOBAL.queues, billing] });
    await deployed.apply();
    await converges({}, [
      ["aws_connect_queue.billing", "delete"],
      [ASSOCIATIONS.queueQuickConnects, "update"],
      ...alarmsOf("billing", "delete"),
    ]);
    expect(await center.queueNames()).not.to.include("Billing");
  });

  it("that takes a quick connect off a queue disassociates it", async () => {
    const queues = KWGLOBAL.queues.map((queue) => ({
      ...queue,
      quickConnects: queue.quickConnects.filter((name) => name !== "Mary Jane"),
    }));
    await converges({ queues }, [[ASSOCIATIONS.queueQuickConnects, "update"]]);
    expect((await center.queue("Customer Service")).quickConnects).to.deep.equal([
      "Business Consulting",
      "Management",
    ]);
  });

  it("that removes a quick connect takes it off its queues and deletes it", async () => {
    const queues = KWGLOBAL.queues.map((queue) => ({
      ...queue,
      quickConnects: queue.quickConnects.filter((name) => name !== "Management"),
    }));
    const quickConnects = KWGLOBAL.quickConnects.filter(({ name }) => name !== "Management");
    await converges({ queues, quickConnects }, [
      [ASSOCIATIONS.queueQuickConnects, "update"],
      ["aws_connect_quick_connect.management", "delete"],
    ]);
  });

  it("that drops an agent status disables it, and enables it when it comes back", async () => {
    const agentStatuses = KWGLOBAL.agentStatuses.filter(({ name }) => name !== "Break");
    await converges({ agentStatuses }, [[ASSOCIATIONS.agentStatuses, "update"]]);
    const state = async () =>
      (await center.agentStatuses()).find((status) => status?.Name === "Break")?.State;
    expect(await state()).to.equal("DISABLED");
    await converges({}, [[ASSOCIATIONS.agentStatuses, "update"]]);
    expect(await state()).to.equal("ENABLED");
  });

  it("of an evaluation form gets it a new version, and what is dropped is deactivated", async () => {
    const form = theForm();
    const evaluationForms = [
      { ...form, description: "For every call" },
      { ...form, title: "Short calls" },
    ];
    await converges({ evaluationForms }, [[ASSOCIATIONS.evaluationForms, "update"]]);
    expect((await center.evaluationForm(form.title))?.active).to.include({
      EvaluationFormVersion: 2,
      Description: "For every call",
    });
    await converges({ evaluationForms: [] }, [[ASSOCIATIONS.evaluationForms, "update"]]);
    expect((await center.evaluationForm(form.title))?.active).to.equal(undefined);
    await converges({}, [[ASSOCIATIONS.evaluationForms, "update"]]);
    expect((await center.evaluationForm(form.title))?.active).to.include({
      EvaluationFormVersion: 3,
      Description: form.description,
    });
  });

  it("of Contact Lens rules publishes and deletes them", async () => {
    const word = { name: "refund", words: ["refund"], saidBy: "CUSTOMER" } as const;
    await converges({ contactLensRules: [word] }, [[ASSOCIATIONS.contactLensRules, "update"]]);
    expect(await center.rule("refund")).to.include({ PublishStatus: "PUBLISHED" });
    expect(await center.rule("long-silence")).to.equal(undefined);
    await converges({}, [[ASSOCIATIONS.contactLensRules, "update"]]);
    expect(await center.rule("refund")).to.equal(undefined);
    expect(await center.rule("long-silence")).to.include({ PublishStatus: "PUBLISHED" });
  });

  describe("made in the console", () => {
    it("to an evaluation form is shown with its reason and put right by one apply", async () => {
      const { title } = theForm();
      const { id, active } = (await center.evaluationForm(title)) ?? {};
      await deployed.connect.send(
        new connect.DeactivateEvaluationFormCommand({
          InstanceId: center.instanceId,
          EvaluationFormId: id,
          EvaluationFormVersion: active?.EvaluationFormVersion,
        }),
      );
      await converges(
        {},
        [[ASSOCIATIONS.evaluationForms, "update"]],
        `evaluation form \\"${title}\\" is not active`,
      );
      expect((await center.evaluationForm(title))?.active?.Title).to.equal(title);
    });

    it("to a Contact Lens rule is shown with its reason and put right by one apply", async () => {
      const before = await center.rule("long-silence");
      const { RuleId, Name, Function: condition = "", Actions } = before ?? {};
      await deployed.connect.send(
        new connect.UpdateRuleCommand({
          InstanceId: center.instanceId,
          RuleId,
          Name,
          Function: condition.replace("[40]", "[99]"),
          Actions,
          PublishStatus: "PUBLISHED",
        }),
      );
      expect((await center.rule("long-silence"))?.Function).not.to.equal(condition);
      await converges(
        {},
        [[ASSOCIATIONS.contactLensRules, "update"]],
        'rule \\"long-silence\\" was changed',
      );
      expect((await center.rule("long-silence"))?.Function).to.equal(condition);
    });

    it("to a queue's quick connects is shown with its reason and put right by one apply", async () => {
      const { id: QueueId } = await center.queue("Customer Service");
      const associated = await center.queueQuickConnects(QueueId);
      const mary = associated.find(({ Name }) => Name === "Mary Jane");
      await deployed.connect.send(
        new DisassociateQueueQuickConnectsCommand({
          InstanceId: center.instanceId,
          QueueId,
          QuickConnectIds: [mary?.Id ?? ""],
        }),
      );
      await converges(
        {},
        [[ASSOCIATIONS.queueQuickConnects, "update"]],
        'queue \\"Customer Service\\" lacks quick connect \\"Mary Jane\\"',
      );
      expect((await center.queue("Customer Service")).quickConnects).to.include("Mary Jane");
    });

    it("to an agent status likewise", async () => {
      const lunch = (await center.agentStatuses()).find((status) => status?.Name === "Lunch");
      await deployed.connect.send(
        new connect.UpdateAgentStatusCommand({
          InstanceId: center.instanceId,
          AgentStatusId: lunch?.AgentStatusId,
          State: "DISABLED",
        }),
      );
      await converges(
        {},
        [[ASSOCIATIONS.agentStatuses, "update"]],
        'agent status \\"Lunch\\" is disabled',
      );
    });

    it("to the number's flow likewise", async () => {
      const [number] = await center.numbers();
      await deployed.connect.send(
        new connect.DisassociatePhoneNumberContactFlowCommand({
          InstanceId: center.instanceId,
          PhoneNumberId: number?.PhoneNumberId,
        }),
      );
      await converges({}, [[ASSOCIATIONS.phoneNumberFlow, "update"]], "no flow answers the number");
      expect(await center.numberFlow()).to.equal("KWGlobal Main Menu");
    });
  });

  it("that drops something, in an apply that fails, is made by the next one: for each kind of association", async () => {
    const [schedule] = KWGLOBAL.hoursOfOperation;
    if (schedule === undefined) {
      throw new Error("KWGlobal has hours of operation");
    }
    const closedOn = (...dates: string[]) => ({
      hoursOfOperation: [
        { ...schedule, holidays: dates.map((date) => ({ name: "Closed", date })) },
        ...KWGLOBAL.hoursOfOperation.slice(1),
      ],
    });
    const [number] = await center.numbers();
    const another = await claimAnotherNumber(deployed.connect, center.instanceId);
    deployed.synthesize(closedOn("2096-12-24", "2096-12-25"));
    await deployed.apply();

    const withoutThem = () => {
      deployed.synthesize({
        ...closedOn("2096-12-25"),
        contactLensRules: [],
        evaluationForms: [],
        agentStatuses: KWGLOBAL.agentStatuses.filter(({ name }) => name !== "Break"),
        queues: KWGLOBAL.queues.map((queue) => ({
          ...queue,
          quickConnects: queue.quickConnects.filter((name) => name !== "Mary Jane"),
        })),
      });
      deployed.edit((configuration) =>
        configuration
          .replace('"${aws_connect_phone_number.phone_number.id}"', `"${another.PhoneNumberId}"`)
          .replace('"${aws_connect_phone_number.phone_number.arn}"', `"${another.PhoneNumberArn}"`),
      );
    };
    withoutThem();
    deployed.sandbox.faults.set({
      quota: {
        UpdateAgentStatus: 0,
        DeleteHoursOfOperationOverride: 0,
        DisassociateQueueQuickConnects: 0,
        DisassociatePhoneNumberContactFlow: 0,
        DeactivateEvaluationForm: 0,
        DeleteRule: 0,
      },
    });
    const failure = String(await deployed.apply().catch((error: unknown) => error));
    deployed.sandbox.faults.set({});
    // The message names five errors at most; the plan below has every kind.
    const named = Object.values(ASSOCIATIONS).filter((address) => failure.includes(address));
    expect(named).to.have.lengthOf(5);
    expect(failure).to.include("1 more");

    expect(await deployed.plan()).to.have.deep.members(
      Object.values(ASSOCIATIONS).map((address) => [address, "update"]),
    );
    for (const [address, left] of [
      [ASSOCIATIONS.agentStatuses, 'agent status \\"Break\\" is still enabled'],
      [ASSOCIATIONS.holidays, 'have holiday \\"Closed 2096-12-24\\" too'],
      [ASSOCIATIONS.queueQuickConnects, 'has quick connect \\"Mary Jane\\" too'],
      [ASSOCIATIONS.evaluationForms, "is still active"],
      [ASSOCIATIONS.contactLensRules, "is still there"],
      [ASSOCIATIONS.phoneNumberFlow, `moved from: ${number?.PhoneNumberArn}`],
    ] as const) {
      expect(await deployed.planned(address, "input"), address).to.include(left);
    }
    await deployed.applyPlan();
    expect(await deployed.plan()).to.deep.equal([]);

    const statuses = await center.agentStatuses();
    expect(statuses.find((status) => status?.Name === "Break")?.State).to.equal("DISABLED");
    expect((await center.evaluationForm(theForm().title))?.active).to.equal(undefined);
    expect(await center.rule("long-silence")).to.equal(undefined);
    expect((await center.overrides(schedule.name)).map(({ Name }) => Name)).to.deep.equal([
      "Closed 2096-12-25",
    ]);
    expect((await center.queue("Customer Service")).quickConnects).not.to.include("Mary Jane");
    expect(await center.flowIdOf(number?.PhoneNumberArn)).to.equal(undefined);
    expect(await center.flowIdOf(another.PhoneNumberArn)).not.to.equal(undefined);

    // Back to the center's own number, which takes the flow off this one.
    deployed.synthesize();
    await deployed.apply();
    expect(await center.flowIdOf(another.PhoneNumberArn)).to.equal(undefined);
    const { PhoneNumberId } = another;
    await deployed.connect.send(new connect.ReleasePhoneNumberCommand({ PhoneNumberId }));
  });

  it("that Amazon Connect refuses half-way is reported in its words, and asked for again", async () => {
    // With those made by hand, there is room for one more of the four.
    const status = (name: string) => ({ name, description: "One of many" });
    for (let count = 1; count <= 44; count += 1) {
      await deployed.connect.send(
        new connect.CreateAgentStatusCommand({
          InstanceId: center.instanceId,
          Name: `By hand ${count}`,
          State: "ENABLED",
        }),
      );
    }
    const four = ["One", "Two", "Three", "Four"].map(status);
    deployed.synthesize({ agentStatuses: [...KWGLOBAL.agentStatuses, ...four] });
    for (const attempt of ["first", "second"]) {
      const failure = await deployed.apply().catch((error: unknown) => error);
      expect(String(failure), attempt).to.match(/could not update agentStatuses: LimitExceeded/);
    }
    await converges({ agentStatuses: [...KWGLOBAL.agentStatuses, status("One")] }, [
      [ASSOCIATIONS.agentStatuses, "update"],
    ]);
  });

  describe("that tears the center down", () => {
    it("leaves nothing behind, and never needed more or less than its roles allow", async () => {
      await deployed.destroy();
      expect(await deployed.leftovers()).to.deep.equal([]);
      for (const [key, resource] of [
        ["observeConnectAssociations", "connect_associations_observer_permissions"],
        ["reconcileConnectAssociations", "connect_associations_reconciler_permissions"],
      ] as const) {
        const used = deployed.sandbox.calls
          .entries()
          .filter(({ accessKeyId }) => accessKeyId.includes(key))
          .map(({ service, operation }) => `${service}:${operation}`);
        const { policy } = synthesize().resource(`aws_iam_role_policy.${resource}`);
        const { Statement } = JSON.parse(String(policy)) as { Statement: { Action: string[] }[] };
        const allowed = Statement.flatMap(({ Action }) => Action);
        expect([...new Set(used)]).to.have.members(allowed);
      }
    });
  });
});
