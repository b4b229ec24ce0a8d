import { join } from "node:path";

import { expect } from "chai";

import { expectSnapshot } from "../support/snapshot";
import { type Attributes, DEV, PROD, synthesize, type Synthesized } from "../support/synthesized";

/** What a reviewer reads together, and the resources that belong to it. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  instance: ["aws_connect_instance", "aws_connect_phone_number", "aws_cloudwatch_log_group"],
  storage: [
    "aws_connect_instance_storage_config",
    "aws_kms_alias",
    "aws_kms_key",
    "aws_s3_bucket",
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_logging",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_policy",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_versioning",
  ],
  people: [
    "aws_connect_security_profile",
    "aws_connect_user",
    "aws_connect_user_hierarchy_group",
    "aws_connect_user_hierarchy_structure",
  ],
  routing: [
    "aws_connect_hours_of_operation",
    "aws_connect_queue",
    "aws_connect_quick_connect",
    "aws_connect_routing_profile",
  ],
  flows: ["aws_connect_contact_flow", "aws_connect_contact_flow_module"],
  associations: ["aws_lambda_invocation", "aws_ssm_parameter"],
  functions: [
    "aws_connect_lambda_function_association",
    "aws_iam_role",
    "aws_iam_role_policy",
    "aws_iam_role_policy_attachment",
    "aws_lambda_function",
    "aws_lambda_permission",
  ],
  table: ["aws_dynamodb_table"],
  notifications: [
    "aws_budgets_budget",
    "aws_cloudwatch_event_rule",
    "aws_cloudwatch_event_target",
    "aws_sns_topic",
    "aws_sns_topic_policy",
    "aws_sns_topic_subscription",
  ],
  alarms: ["aws_cloudwatch_metric_alarm"],
  dashboard: ["aws_cloudwatch_dashboard"],
  queries: ["aws_cloudwatch_query_definition"],
  "contact-records": ["aws_cloudwatch_log_stream", "aws_kinesis_firehose_delivery_stream"],
};

/** Types whose names are unique only within what holds them: an instance, a role, a log group. */
const NAMED_WITHIN = /^aws_connect_|^aws_iam_role_policy$|^aws_cloudwatch_log_stream$/;

const JSON_IN_STRINGS = ["policy", "assume_role_policy", "event_pattern", "dashboard_body"];

/**
 * JSON in strings is read as JSON; where a flow's blocks are drawn, and a bundle's hash, which
 * changes with its code, are left out.
 */
function readable(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => {
      if (key === "content") {
        const { Metadata: _drawing, ...content } = JSON.parse(String(value)) as Attributes;
        return [key, content];
      }
      if (JSON_IN_STRINGS.includes(key)) {
        return [key, JSON.parse(String(value)) as unknown];
      }
      return [key, key === "source_code_hash" || key === "filename" ? "<bundle>" : value];
    }),
  );
}

function ofGroup(center: Synthesized, types: readonly string[]): object {
  return Object.fromEntries(
    types.flatMap((type) =>
      Object.entries(center.resources(type)).map(([name, attributes]) => [
        `${type}.${name}`,
        readable(attributes),
      ]),
    ),
  );
}

describe("The synthesized contact center", () => {
  const center = synthesize();

  for (const [group, types] of Object.entries(GROUPS)) {
    it(`has ${group} as reviewed`, () => {
      const locals = group === "associations" ? { locals: center.json.locals } : {};
      expectSnapshot(
        { ...ofGroup(center, types), ...locals },
        join(__dirname, "snapshots", `${group}.json`),
      );
    });
  }

  it("has nothing that no snapshot shows", () => {
    const types = Object.keys(center.json.resource as object);
    expect(Object.values(GROUPS).flat()).to.include.members(types);
  });

  it("is the same at every address when its guards are lifted, but destroyable", () => {
    const lifted = synthesize({}, { ...PROD, guarded: false });
    expect(lifted.addresses()).to.deep.equal(center.addresses());
    expect(JSON.stringify(lifted.json)).not.to.include("prevent_destroy");
    expect(lifted.resource("aws_s3_bucket.bucket").force_destroy).to.equal(true);
    expect(
      lifted.resource("aws_dynamodb_table.vanity_numbers_table").deletion_protection_enabled,
    ).to.equal(false);
  });

  it("refuses to work in an account that isn't its environment's", () => {
    const { aws } = center.json.provider as { aws: Attributes[] };
    expect(aws.map((provider) => provider.allowed_account_ids)).to.deep.equal([[PROD.account.id]]);
  });

  it("never names an account but there and in its backend: it is asked for in the apply", () => {
    const { provider: _provider, terraform: _terraform, ...rest } = center.json;
    const { import: _ids, ...made } = rest;
    expect(JSON.stringify(made)).not.to.match(/\b\d{12}\b/);
  });

  it("keeps its state in S3, locked, encrypted, one key for each environment", () => {
    const backend = (where: typeof PROD) =>
      (synthesize({}, where).json.terraform as { backend: { s3: Attributes } }).backend.s3;
    expect(backend(PROD)).to.deep.equal({
      bucket: PROD.account.stateBucket,
      key: "contact-center/prod.tfstate",
      region: PROD.account.region,
      encrypt: true,
      kms_key_id: `arn:aws:kms:us-west-2:${PROD.account.id}:alias/kwglobal-terraform-state`,
      allowed_account_ids: [PROD.account.id],
      use_lockfile: true,
    });
    expect(backend(DEV).key).to.equal("contact-center/dev.tfstate");
  });

  it("shares no account-wide name between environments", () => {
    const names = (where: typeof PROD) => {
      const { json } = synthesize({}, where);
      const resources = Object.entries(json.resource as Record<string, Record<string, Attributes>>);
      return resources
        .filter(([type]) => !NAMED_WITHIN.test(type))
        .flatMap(([, named]) => Object.values(named))
        .flatMap(({ name, bucket, function_name: functionName }) => [name, bucket, functionName])
        .filter((name) => typeof name === "string" && !name.includes("${"));
    };
    const namesOfDev = names(DEV);
    const shared = names(PROD).filter((name) => namesOfDev.includes(name));
    expect(shared).to.deep.equal([]);
    expect(synthesize({}, DEV).resource("aws_connect_instance.instance").instance_alias).to.equal(
      "KWGlobal-dev",
    );
  });

  it("synthesizes the same bytes again", () => {
    expect(JSON.stringify(synthesize().json)).to.equal(JSON.stringify(center.json));
  });
});
