import { expect } from "chai";

import { KWGLOBAL } from "../../kwglobal";
import { digestOf } from "../../plan-review/digest";
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
  const refusals = (of: Plan, allow: readonly string[] = []) =>
    judge(of, allow).refused.map(({ rule, addresses }) => `${rule} ${addresses.join(" ")}`);
  const kinds = (of: Plan) =>
    of.changes
      .filter(({ kind, mode }) => mode === "managed" && kind !== "no-op")
      .map(({ address, kind }) => `${kind} ${address}`);

  before(async () => {
    center = await DeployedCenter.start();
  });
  after(() => center.stop());

  it("lets the first apply pass, which has one digest whatever the passwords", async () => {
    const [one, two] = [await plan(), await plan()];
    expect(refusals(one)).to.deep.equal([]);
    expect(one).to.include({ errored: false, complete: true });
    const secret = (of: Plan) =>
      of.changes.find(({ address }) => address === "aws_connect_user.mary_jane")?.after?.password;
    expect(secret(one)).to.match(/^Aa1/).and.not.to.equal(secret(two));
    expect(digestOf(one)).to.equal(digestOf(two));
    await center.applyPlan();
  });

  it("lets nothing pass as a change afterwards", async () => {
    expect(kinds(await plan())).to.deep.equal([]);
  });

  it("lets another prompt pass", async () => {
    const prompt = await plan(({ resource }) => {
      const menu = resource.aws_connect_contact_flow?.kwglobal_main_menu ?? {};
      menu.content = String(menu.content).replace("KWGlobal", "KWGlobal Incorporated");
    });
    expect(kinds(prompt)).to.deep.equal(["update aws_connect_contact_flow.kwglobal_main_menu"]);
    expect(refusals(prompt)).to.deep.equal([]);
  });

  describe("refuses", () => {
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
      expect(refusals(renamed)).to.include(`destroyed ${NUMBER}`);
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
        `destroyed ${INSTANCE}`,
        "instance-changed aws_connect_contact_flow.kwglobal_main_menu",
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
      expect(refusals(description)).to.include(`destroyed ${NUMBER}`);
      expect(refusals(description, [NUMBER])).not.to.include(`destroyed ${NUMBER}`);
    });

    it("dropping ten users", async () => {
      const dropped = await plan(undefined, { users: KWGLOBAL.users });
      expect(kinds(dropped)).to.have.lengthOf(10);
      const found = refusals(dropped);
      expect(found).to.have.lengthOf(2);
      expect(found[0]).to.match(/^bulk-deletion (aws_connect_user\.agent_\d ?){10}$/);
      const named = dropped.changes
        .filter(({ kind }) => kind === "delete")
        .map(({ address }) => address);
      expect(refusals(dropped, named.slice(0, 7))).to.deep.equal([]);
    });

    it("dropping the agent statuses", async () => {
      const dropped = await plan(undefined, { agentStatuses: [] });
      expect(refusals(dropped)).to.deep.equal([
        "agent-statuses-disabled aws_lambda_invocation.agent_statuses",
      ]);
    });

    it("another key of the table", async () => {
      const replaced = await plan((configuration) => {
        const table = lifted(configuration, TABLE);
        table.hash_key = "number";
        table.attribute = [{ name: "number", type: "S" }];
      });
      expect(kinds(replaced)).to.include(`replace ${TABLE}`);
      expect(refusals(replaced)).to.include(`destroyed ${TABLE}`);
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
        `unprotected ${TABLE}`,
        `unprotected ${TABLE}`,
        "unprotected aws_s3_bucket.bucket",
        "unprotected aws_kms_key.encryption_key",
        "unprotected aws_s3_bucket_versioning.bucket_versioning",
      ]);
      const others = refusals(unprotected, [TABLE, "aws_s3_bucket.bucket"]);
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
      expect(refusals(forgotten)).to.deep.equal([`forgotten ${NUMBER}`]);
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
