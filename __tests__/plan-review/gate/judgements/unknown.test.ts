import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { planOf } from "../../../support/plans";

/** What is said of an attribute that isn't known before the apply, set by the configuration or not. */
const said = (type: string, path: string, isSet: boolean, before: unknown = "before") => {
  const [attribute = ""] = path.split(".");
  const resource = {
    ...{ address: `${type}.a`, mode: "managed", type, name: "a" },
    ...{ provider_config_key: "aws", schema_version: 0 },
    expressions: isSet ? { [attribute]: { references: ["x"] } } : {},
  };
  const change = {
    address: `${type}.a`,
    actions: ["update"],
    before: { [attribute]: before },
    after: {},
    afterUnknown: { [attribute]: true },
  };
  const more = { configuration: { root_module: { resources: [resource] } } };
  return judge(planOf([change], more)).refused.map(({ effect }) => effect);
};

const JUDGED: readonly [type: string, attribute: string, effect: string, before?: unknown][] = [
  ["aws_cloudwatch_metric_alarm", "alarm_actions", "grant", ["a"]],
  ["aws_cloudwatch_log_group", "kms_key_id", "unprotect"],
  ["aws_cloudwatch_log_group", "retention_in_days", "unprotect", 1],
  ["aws_lambda_function", "reserved_concurrent_executions", "disrupt", 5],
  ["aws_lambda_function", "timeout", "disrupt", 5],
  ["aws_connect_queue", "max_contacts", "disrupt", 5],
  ["aws_connect_instance", "inbound_calls_enabled", "disrupt", true],
  ["aws_sns_topic", "kms_master_key_id", "unprotect"],
  ["aws_sns_topic_policy", "policy", "grant", "{}"],
  ["aws_s3_bucket_policy", "policy", "grant", "{}"],
  ["aws_iam_role", "assume_role_policy", "grant", "{}"],
  ["aws_kms_key", "is_enabled", "disrupt", true],
];

describe("a value that isn't known before the apply", () => {
  for (const [type, attribute, effect, before] of JUDGED) {
    it(`is refused at ${type}.${attribute} where the configuration sets it, and not where AWS decides`, () => {
      expect(said(type, attribute, true, before)).to.deep.equal([effect]);
      expect(said(type, attribute, false, before)).to.deep.equal([]);
    });
  }
});
