import { expect } from "chai";

import { KWGLOBAL } from "../../kwglobal";
import { digestOf } from "../../plan-review/digest";
import type { Allowance } from "../../plan-review/gate/finding";
import { judge } from "../../plan-review/gate/judge";
import { type Plan, planFrom } from "../../plan-review/plan";
import { DeployedCenter } from "../support/deployed-center";
import { requires } from "../support/requirements";

/** A synthesized configuration, as far as a test edits it. */
interface Configuration {
  resource: Record<string, Record<string, Record<string, unknown>>>;
  moved?: object[];
  removed?: object[];
  import?: object[];
}

const NUMBER = "aws_connect_phone_number.phone_number";
const TABLE = "aws_dynamodb_table.vanity_numbers_table";
const INSTANCE = "aws_connect_instance.instance";

/** Ten agents more than KWGlobal has. */
const AGENTS = Array.from({ length: 10 }, (_, index) => ({
  username: `agent.${index}`,
  firstName: "Agent",
  lastName: String(index),
  securityProfiles: ["Agent"],
  routingProfile: "Customer Service",
  hierarchyGroup: ["KWGlobal"],
}));

type Agent = (typeof KWGLOBAL.users)[number];

const CENTER = { users: [...KWGLOBAL.users, ...AGENTS] };

describe("the gate on Terraform's own plans", function () {
  this.timeout(600_000);
  requires("terraform", "moto_server", "provider");

  let center: DeployedCenter;

  /** Plans production with a change of the value, and one of what is synthesized of it. */
  const plan = async (
    change: (configuration: Configuration) => void = () => undefined,
    value: Parameters<DeployedCenter["synthesize"]>[0] = {},
  ): Promise<Plan> => {
    center.synthesize({ ...CENTER, ...value });
    editJson(change);
    return planFrom(await center.planJson());
  };
  const editJson = (change: (configuration: Configuration) => void) => {
    center.edit((text) => {
      const configuration = JSON.parse(text) as Configuration;
      change(configuration);
      return JSON.stringify(configuration, null, 2);
    });
  };
  /** A resource of the configuration, without its guard. */
  const lifted = ({ resource }: Configuration, address: string): Record<string, unknown> => {
    const [type = "", name = ""] = address.split(".");
    const block = resource[type]?.[name] ?? {};
    block.lifecycle = {};
    return block;
  };
  /** Takes `prevent_destroy` away from everything; what is ignored stays so. */
  const liftGuards = ({ resource }: Configuration) => {
    for (const block of Object.values(resource).flatMap((named) => Object.values(named))) {
      delete (block.lifecycle as { prevent_destroy?: boolean } | undefined)?.prevent_destroy;
    }
  };
  const refusals = (of: Plan, allow: readonly Allowance[] = []) =>
    judge(of, { allow }).refused.map(
      ({ effect = "never", addresses }) => `${effect} ${addresses.join(" ")}`,
    );
  const kinds = (of: Plan) =>
    of.changes
      .filter(({ kind, mode }) => mode === "managed" && kind !== "no-op")
      .map(({ address, kind }) => `${kind} ${address}`);

  before(async () => {
    center = await DeployedCenter.copy();
    center.synthesize(CENTER);
    await center.apply();
  });
  after(() => center.stop());

  describe("where nothing is applied yet", () => {
    let applied: DeployedCenter;

    before(async () => {
      applied = center;
      center = await DeployedCenter.start();
    });
    after(async () => {
      await center.stop();
      center = applied;
    });

    it("lets the first apply pass, which has one digest whatever the passwords", async () => {
      const [one, two] = [await plan(), await plan()];
      expect(refusals(one)).to.deep.equal([]);
      expect(one).to.include({ errored: false, complete: true });
      const secret = (of: Plan) =>
        of.changes.find(({ address }) => address === "aws_connect_user.mary_jane")?.after?.password;
      expect(secret(one)).to.match(/^Aa1/).and.not.to.equal(secret(two));
      expect(digestOf(one)).to.equal(digestOf(two));
    });
  });

  it("lets nothing pass as a change afterwards", async () => {
    expect(kinds(await plan())).to.deep.equal([]);
  });

  const [hours] = KWGLOBAL.hoursOfOperation;
  const routine: readonly [what: string, value: Parameters<DeployedCenter["synthesize"]>[0]][] = [
    [
      "a department",
      {
        queues: [
          ...KWGLOBAL.queues.map((queue) => ({
            ...queue,
            quickConnects: [...queue.quickConnects, "Trade Finance"],
          })),
          ...KWGLOBAL.queues.slice(0, 1).map((queue) => ({ ...queue, name: "Trade Finance" })),
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
        routingProfiles: [
          ...KWGLOBAL.routingProfiles,
          ...KWGLOBAL.routingProfiles.slice(0, 1).map((profile) => ({
            ...profile,
            name: "Trade Finance",
            defaultOutboundQueue: "Trade Finance",
            queues: [{ queue: "Trade Finance", priority: 1, delaySeconds: 0 }],
          })),
        ],
        users: [
          ...CENTER.users,
          { ...AGENTS[0], username: "ned.leeds", routingProfile: "Trade Finance" } as Agent,
        ],
      },
    ],
    [
      "an agent more, another one who leaves, and a holiday",
      {
        users: [
          ...CENTER.users.slice(0, -1),
          { ...AGENTS[0], username: "gwen.stacy", email: "gwen.stacy@kwglobal.example" } as Agent,
        ],
        hoursOfOperation: hours
          ? [{ ...hours, holidays: [{ name: "x", date: "2027-12-25" }] }]
          : [],
      },
    ],
    [
      "other thresholds, a status more, and recordings that are stored more cheaply",
      {
        reporting: { ...KWGLOBAL.reporting, queueSize: 20, missedCalls: 4 },
        agentStatuses: [...KWGLOBAL.agentStatuses, { name: "Training", description: "x" }],
        recordings: { ...KWGLOBAL.recordings, infrequentAccessAfterDays: 60 },
      },
    ],
  ];
  for (const [what, value] of routine) {
    it(`lets ${what} pass`, async () => {
      const plans = await plan(undefined, { ...CENTER, ...value });
      expect(refusals(plans)).to.deep.equal([]);
      expect(kinds(plans)).to.have.length.above(2);
    });
  }

  it("lets another prompt pass", async () => {
    const prompt = await plan(({ resource }) => {
      const menu = resource.aws_connect_contact_flow?.kwglobal_main_menu ?? {};
      menu.content = String(menu.content).replace("KWGlobal", "KWGlobal Incorporated");
    });
    expect(kinds(prompt)).to.deep.equal(["update aws_connect_contact_flow.kwglobal_main_menu"]);
    expect(refusals(prompt)).to.deep.equal([]);
  });

  describe("refuses", () => {
    it("a second policy and a second life cycle of the bucket, which replace the first", async () => {
      const second = await plan(({ resource }) => {
        const bucket = "amazon-connect-kwglobal";
        const expiration = [{ days: 1 }];
        Object.assign(resource.aws_s3_bucket_policy ?? {}, {
          second: { bucket, policy: '{"Version":"2012-10-17","Statement":[]}' },
        });
        Object.assign(resource.aws_s3_bucket_lifecycle_configuration ?? {}, {
          second: {
            bucket,
            rule: [{ id: "x", status: "Enabled", filter: [{ prefix: "" }], expiration }],
          },
        });
      });
      expect(refusals(second)).to.have.members([
        "never aws_s3_bucket_policy.bucket_policy aws_s3_bucket_policy.second",
        "never aws_s3_bucket_lifecycle_configuration.bucket_lifecycle aws_s3_bucket_lifecycle_configuration.second",
        "unprotect aws_s3_bucket_lifecycle_configuration.second",
      ]);
    });

    it("a provisioner, though nothing changes", async () => {
      const provisioned = await plan(({ resource }) => {
        const queue = resource.aws_connect_queue?.customer_service ?? {};
        queue.provisioner = [{ "local-exec": { command: "true" } }];
      });
      expect(kinds(provisioned)).to.deep.equal([]);
      expect(refusals(provisioned)).to.deep.equal(["never aws_connect_queue.customer_service"]);
    });

    const rename = (configuration: Configuration) => {
      const numbers = configuration.resource.aws_connect_phone_number ?? {};
      const { phone_number: number = {}, ...others } = numbers;
      configuration.resource.aws_connect_phone_number = { ...others, main: number };
      const text = JSON.stringify(configuration).replaceAll(`${NUMBER}.`, `${NUMBER}_.`);
      Object.assign(
        configuration,
        JSON.parse(text.replaceAll(`${NUMBER}_.`, "aws_connect_phone_number.main.")),
      );
    };

    it("the number under another construct id, where prevent_destroy doesn't help", async () => {
      const renamed = await plan(rename);
      expect(kinds(renamed)).to.include.members([
        `delete ${NUMBER}`,
        "create aws_connect_phone_number.main",
      ]);
      expect(refusals(renamed)).to.include(`destroy ${NUMBER}`);
      const { cure } =
        judge(renamed).refused.find(({ addresses }) => addresses[0] === NUMBER) ?? {};
      expect(cure).to.contain(`resource.moveFromId("${NUMBER}")`);
    });

    it("not the same with the cure that it names", async () => {
      const moved = await plan((configuration) => {
        rename(configuration);
        configuration.moved = [{ from: NUMBER, to: "aws_connect_phone_number.main" }];
      });
      expect(moved.changes.find(({ previousAddress }) => previousAddress === NUMBER)).to.include({
        address: "aws_connect_phone_number.main",
        kind: "no-op",
      });
      expect(refusals(moved)).to.deep.equal([]);
    });

    it("another alias, which replaces the instance and pretends to move the rest", async () => {
      const alias = await plan((configuration) => {
        liftGuards(configuration);
        const instance = configuration.resource.aws_connect_instance?.instance ?? {};
        instance.instance_alias = "kwglobal-new";
      });
      expect(refusals(alias)).to.include.members([
        `destroy ${INSTANCE}`,
        "change aws_connect_contact_flow.kwglobal_main_menu",
      ]);
      const { cure } =
        judge(alias).refused.find(({ addresses }) => addresses[0] === INSTANCE) ?? {};
      expect(cure).to.contain("instance_alias, which forces the replacement");
    });

    it("a number's description, once the guard that ignores it is lifted", async () => {
      const edit = (configuration: Configuration) => {
        lifted(configuration, NUMBER).description = "Main line";
      };
      const description = await plan(edit);
      expect(kinds(description)).to.include(`replace ${NUMBER}`);
      expect(refusals(description)).to.include(`destroy ${NUMBER}`);
      const allow: Allowance[] = [{ address: NUMBER, effect: "destroy" }];
      expect(refusals(description, allow)).not.to.include(`destroy ${NUMBER}`);
    });

    it("dropping ten users", async () => {
      const dropped = await plan(undefined, { users: KWGLOBAL.users });
      expect(kinds(dropped)).to.have.lengthOf(10);
      const found = refusals(dropped);
      expect(found).to.have.lengthOf(2);
      expect(found[0]).to.match(/^destroy (aws_connect_user\.agent_\d ?){10}$/);
      const named = dropped.changes
        .filter(({ kind }) => kind === "delete")
        .map(({ address }) => ({ address, effect: "destroy" as const }));
      expect(refusals(dropped, named.slice(0, 8))).to.deep.equal([]);
    });

    it("dropping the agent statuses", async () => {
      const dropped = await plan(undefined, { agentStatuses: [] });
      expect(refusals(dropped)).to.deep.equal(["disrupt aws_lambda_invocation.agent_statuses"]);
    });

    it("another key of the table", async () => {
      const replaced = await plan((configuration) => {
        const table = lifted(configuration, TABLE);
        table.hash_key = "number";
        table.attribute = [{ name: "number", type: "S" }];
      });
      expect(kinds(replaced)).to.include(`replace ${TABLE}`);
      expect(refusals(replaced)).to.include(`destroy ${TABLE}`);
    });

    it("lifted protections", async () => {
      const unprotected = await plan((configuration) => {
        const table = lifted(configuration, TABLE);
        table.deletion_protection_enabled = false;
        table.point_in_time_recovery = { enabled: false };
        lifted(configuration, "aws_s3_bucket.bucket").force_destroy = true;
        lifted(configuration, "aws_kms_key.encryption_key").enable_key_rotation = false;
        lifted(
          configuration,
          "aws_s3_bucket_versioning.bucket_versioning",
        ).versioning_configuration = { status: "Suspended" };
      });
      expect(refusals(unprotected)).to.have.members([
        `unprotect ${TABLE}`,
        `unprotect ${TABLE}`,
        "unprotect aws_s3_bucket.bucket",
        "unprotect aws_kms_key.encryption_key",
        "unprotect aws_s3_bucket_versioning.bucket_versioning",
      ]);
      const allow = [TABLE, "aws_s3_bucket.bucket"].map((address): Allowance => ({
        address,
        effect: "unprotect",
      }));
      const others = refusals(unprotected, allow);
      expect(others).to.have.lengthOf(2);
    });
  });

  describe("and a number that was imported", () => {
    let id = "";

    before(async () => {
      const number = (await plan()).changes.find(({ address }) => address === NUMBER)?.before ?? {};
      id = String(number.id);
      const forgotten = await plan((configuration) => {
        delete configuration.resource.aws_connect_phone_number;
        const text = JSON.stringify(configuration).replaceAll(
          /\$\{aws_connect_phone_number\.phone_number\.(\w+)\}/g,
          (_, attribute: string) => String(number[attribute]),
        );
        Object.assign(configuration, JSON.parse(text));
        configuration.removed = [{ from: NUMBER, lifecycle: { destroy: false } }];
      });
      expect(refusals(forgotten)).to.deep.equal([`forget ${NUMBER}`]);
      await center.applyPlan();
      const adopted = await plan((configuration) => {
        configuration.import = [{ to: NUMBER, id }];
      });
      expect(adopted.changes.find(({ address }) => address === NUMBER)).to.include({
        kind: "no-op",
        importId: id,
      });
      expect(refusals(adopted)).to.deep.equal([]);
      await center.applyPlan();
    });

    it("stays when its prefix is taken away or changed", async () => {
      for (const prefix of [undefined, "+1303"]) {
        const edited = await plan(({ resource }) => {
          const number = resource.aws_connect_phone_number?.phone_number ?? {};
          if (prefix === undefined) delete number.prefix;
          else number.prefix = prefix;
        });
        expect(kinds(edited), prefix).to.deep.equal([]);
      }
    });

    it("would be released by the prefix alone, were it not ignored: the gate refuses that", async () => {
      const bare = await plan((configuration) => {
        lifted(configuration, NUMBER);
      });
      expect(kinds(bare)).to.include(`replace ${NUMBER}`);
      const [first] = judge(bare).refused.filter(({ addresses }) => addresses[0] === NUMBER);
      expect(first?.cure).to.contain("prefix, which forces the replacement");
    });
  });
});
