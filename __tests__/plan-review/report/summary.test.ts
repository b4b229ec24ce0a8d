import { expect } from "chai";

import type { Finding, Verdict } from "../../../plan-review/gate/finding";
import { parsePlan, type Plan } from "../../../plan-review/plan";
import { changesOf, summaryOf } from "../../../plan-review/report/summary";

const NOTHING: Verdict = { refused: [], allowed: [], unused: [] };

/** A plan as Terraform prints it, of these changes. */
function plan(changes: readonly object[], more: object = {}): Plan {
  return parsePlan(
    JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.11.4",
      planned_values: {},
      configuration: {},
      complete: true,
      resource_changes: changes,
      ...more,
    }),
  );
}

const change = (address: string, actions: readonly string[], more: object = {}) => ({
  address,
  mode: address.startsWith("data.") ? "data" : "managed",
  type: address.split(".")[0],
  provider_name: "registry.terraform.io/hashicorp/aws",
  change: { actions, before: {}, after: {}, after_unknown: {}, ...more },
});

const RELEASED: Finding = {
  effect: "destroy",
  addresses: ["aws_connect_phone_number.main"],
  tolerated: 0,
  happens: "releases the phone number",
  because: "it can't be had back for up to 180 days",
  source: "spec",
  cure: "keep its name",
};

describe("The summary of a plan", () => {
  it("tells how much of what, and names each thing, the harmful first", () => {
    const summary = summaryOf(
      "prod",
      plan([
        change("aws_connect_queue.sales", ["create"]),
        change("aws_connect_queue.service", ["update"], {
          before: { name: "A", description: "same", tags: { a: "1" } },
          after: { name: "B", description: "same", tags: { a: "1" } },
          after_unknown: { arn: true, tags: {}, list: [false] },
        }),
        change("aws_dynamodb_table.numbers", ["delete", "create"], {
          replace_paths: [["name"], ["attribute", 0, "type"]],
        }),
        change("aws_connect_user.mary_jane", ["delete"]),
        change("aws_connect_queue.same", ["no-op"]),
        change("data.aws_lambda_invocation.observe", ["read"]),
      ]),
      NOTHING,
    );
    expect(summary).to.equal(
      [
        "### prod: **1 destroyed**, **1 replaced**, 1 changed, 1 created",
        "",
        "```diff",
        "- destroyed aws_connect_user.mary_jane",
        "- replaced  aws_dynamodb_table.numbers: because of name, attribute.0.type",
        "! changed   aws_connect_queue.service: arn, name",
        "+ created   aws_connect_queue.sales",
        "```",
      ].join("\n"),
    );
  });

  it("says so when nothing changes", () => {
    const same = plan([change("aws_connect_queue.same", ["no-op"])]);
    expect(summaryOf("dev", same, NOTHING)).to.equal("### dev: no changes");
    expect(changesOf(same)).to.equal(false);
  });

  it("puts a refusal of the gate first, in a frame, with the harm at its line", () => {
    const released = plan([change("aws_connect_phone_number.main", ["delete"])]);
    const summary = summaryOf("prod", released, { ...NOTHING, refused: [RELEASED] });
    expect(summary).to.include("> [!CAUTION]\n> **The gate refuses this plan.**");
    expect(summary).to.include("Allows: aws_connect_phone_number.main: destroy");
    expect(summary).to.include(
      "- destroyed aws_connect_phone_number.main: releases the phone number",
    );
    expect(summary.indexOf("CAUTION")).to.be.below(summary.indexOf("```diff"));
  });

  it("warns of what a commit has let through, which stays red", () => {
    const released = plan([change("aws_connect_phone_number.main", ["delete"])]);
    const summary = summaryOf("prod", released, { ...NOTHING, allowed: [RELEASED] });
    expect(summary).to.include("> [!WARNING]");
    expect(summary).not.to.include("CAUTION");
    expect(summary).to.include("- destroyed aws_connect_phone_number.main: releases");
  });

  it("lists what the gate found before the rest, in red, by its worst", () => {
    const harmful = plan([
      change("aws_connect_queue.sales", ["delete"]),
      ...Array.from({ length: 60 }, (_, index) => change(`aws_connect_user.u${index}`, ["update"])),
      change("aws_iam_role.role", ["update"]),
    ]);
    const grant: Finding = {
      ...RELEASED,
      effect: "grant",
      addresses: ["aws_iam_role.role"],
      happens: "lets anybody in",
    };
    const verdict = { ...NOTHING, refused: [grant, { ...grant, happens: "changes path" }] };
    const [, lines = ""] = /```diff\n([^]*?)```/.exec(summaryOf("prod", harmful, verdict)) ?? [];
    expect(lines.split("\n").slice(0, 3)).to.deep.equal([
      "- changed   aws_iam_role.role: lets anybody in",
      "- destroyed aws_connect_queue.sales",
      "! changed   aws_connect_user.u0",
    ]);
    expect(lines).to.include("! … and 10 more changed");
    expect(lines).not.to.include("changes path");
  });

  it("notes a name that was given without need", () => {
    const summary = summaryOf("dev", plan([]), {
      ...NOTHING,
      unused: [{ address: "aws_kms_key.a", effect: "disrupt" }],
    });
    expect(summary).to.match(/> \[!NOTE\][^]*aws_kms_key\.a: disrupt/);
  });

  it("tells of imports, moves, drift and outputs", () => {
    const one = plan(
      [
        change("aws_connect_queue.sales", ["no-op"], { importing: { id: "i:q" } }),
        { ...change("aws_connect_queue.b", ["update"]), previous_address: "aws_connect_queue.a" },
      ],
      {
        resource_drift: [
          change("aws_connect_user.mary_jane", ["delete"]),
          change("aws_connect_queue.b", ["update"], {
            before: { name: "x" },
            after: { name: "y" },
          }),
        ],
        output_changes: { number: { actions: ["update"] }, same: { actions: ["no-op"] } },
      },
    );
    const summary = summaryOf("dev", one, NOTHING);
    expect(summary).to.include("### dev: 1 changed, 1 imported");
    expect(summary).to.include("+ imported  aws_connect_queue.sales: i:q");
    expect(summary).to.include("! changed   aws_connect_queue.b: was aws_connect_queue.a");
    expect(summary).to.include("Changed outside Terraform since the last apply (2 resources):");
    expect(summary).to.include("- `aws_connect_user.mary_jane` is gone");
    expect(summary).to.include("- `aws_connect_queue.b` differs: name");
    expect(summary).to.include("Outputs that change: `number`");
    expect(changesOf(one)).to.equal(true);
  });

  it("shows no value of an attribute", () => {
    const secret = plan([
      change("aws_connect_user.mary", ["update"], {
        before: { password: "Old-Secret" },
        after: { password: "New-Secret" },
      }),
    ]);
    expect(summaryOf("dev", secret, NOTHING)).not.to.match(/Secret/);
  });

  it("counts what there is too much of", () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      change(`aws_connect_user.u${index}`, ["create"]),
    );
    const summary = summaryOf("dev", plan(many), NOTHING);
    expect(summary).to.include("### dev: 60 created");
    expect(summary).to.include("+ … and 10 more created");
  });
});
