import { expect } from "chai";

import { CLASSIFICATION } from "../../../plan-review/gate/classification";
import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";

const REPLACE = ["delete", "create"];
const NUMBER = "aws_connect_phone_number.phone_number";

const found = (changes: readonly ChangeJson[]) =>
  judge(planOf(changes)).refused.filter(({ effect }) => effect !== "create");
const [lost, free] = [true, false].map((isLost) =>
  Object.entries(CLASSIFICATION).filter(([, { gone }]) => (typeof gone === "object") === isLost),
);

describe("the gate, on what is destroyed", () => {
  it("PLAN-01: protects what the client can't have back", () => {
    expect(lost?.map(([type]) => type)).to.include.members([
      ...["aws_connect_phone_number", "aws_connect_instance", "aws_dynamodb_table"],
      ...["aws_connect_instance_storage_config", "aws_s3_bucket", "aws_kms_key"],
      ...["aws_cloudwatch_log_group", "aws_lambda_invocation", "aws_iam_role"],
      "aws_iam_openid_connect_provider",
    ]);
  });

  it("lets few things go unnamed, and says of each why", () => {
    expect(free?.map(([type]) => type).sort()).to.deep.equal([
      ...["aws_cloudwatch_metric_alarm", "aws_cloudwatch_query_definition"],
      ...["aws_connect_contact_flow", "aws_connect_hours_of_operation", "aws_connect_queue"],
      ...["aws_connect_quick_connect", "aws_connect_routing_profile"],
      ...["aws_connect_security_profile", "aws_connect_user", "aws_connect_user_hierarchy_group"],
    ]);
  });

  for (const [type, { gone }] of lost ?? []) {
    if (typeof gone !== "object") continue;
    const { effect = "destroy", happens, because, source } = gone;

    it(`refuses to delete ${type}: it ${happens}`, () => {
      const [first] = found([{ address: `${type}.it`, actions: ["delete"] }]);
      expect(first).to.include({ effect, happens, because, source, tolerated: 0 });
      expect(first?.addresses).to.deep.equal([`${type}.it`]);
      const [again] = found([{ address: `${type}.it`, actions: REPLACE }]).filter(
        (each) => each.because === because,
      );
      expect(again).to.include({ because, happens: `${happens}, and makes another one` });
    });
  }

  it("refuses to make something of Connect anew, and lets an alarm be made anew", () => {
    const of = (type: string) =>
      found([{ address: `${type}.it`, actions: REPLACE }])
        .filter(({ effect }) => effect === "destroy")
        .map(({ happens }) => happens);
    const anew = ["deletes it, and makes another one"];
    for (const [type] of free ?? []) {
      expect(of(type), type).to.deep.equal(type.startsWith("aws_connect_") ? anew : []);
    }
  });

  it("refuses what a replacement left behind, and says that it did", () => {
    const [first] = found([{ address: NUMBER, actions: ["delete"], deposed: "0ff1ce00" }]);
    expect(first).to.include({ happens: "releases the phone number" });
    expect(first?.cure).to.match(/^an earlier replacement has left it behind/);
  });

  it("refuses to forget anything", () => {
    for (const actions of [["forget"], ["create", "forget"]]) {
      const [first] = found([{ address: "aws_connect_queue.sales", actions }]);
      expect(first).to.include({ effect: "forget", cure: "leave the removed block out" });
    }
  });

  const cures: readonly [what: string, change: ChangeJson, cure: string][] = [
    [
      "what forces a replacement",
      { address: NUMBER, actions: REPLACE, replacePaths: [["prefix"], ["a", 0, "b"]] },
      "take back the change of prefix, a.0.b, which forces the replacement",
    ],
    [
      "nothing that forces a replacement",
      { address: NUMBER, actions: REPLACE },
      "take back the change of it, which forces the replacement",
    ],
    [
      "that a thing is marked as damaged",
      { address: NUMBER, actions: REPLACE, reason: "replace_because_tainted" },
      "it is marked as damaged: if it is well, terraform untaint keeps it",
    ],
    [
      "where Connect's things stand",
      { address: NUMBER, actions: ["delete"] },
      "put it back into kwglobal.ts; if its construct only got another id or place, move it with moveFromId",
    ],
    [
      "how others are kept",
      { address: "aws_kms_key.key", actions: ["delete"] },
      "put it back; if its construct only got another id or place, move it with moveFromId",
    ],
  ];
  for (const [what, change, cure] of cures) {
    it(`names ${what}`, () => {
      expect(found([change])[0]).to.include({ cure });
    });
  }
});
