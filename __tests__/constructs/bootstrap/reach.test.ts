import { expect } from "chai";

import type {
  ContactCenterValue,
  Environment,
} from "../../../constructs/value/contact-center-value";
import { Bootstrapped, EVERY_SWITCH } from "../../support/bootstrapped";
import { type Context, decide, listOf, statementsOf } from "../../support/iam-simulator";
import {
  type Attributes,
  DEV,
  PROD,
  synthesize,
  type Synthesized,
} from "../../support/synthesized";

/** ARNs of a resource that has not been made yet, by its type, as its service will make them. */
const ARNS: Readonly<Record<string, (own: Attributes, of: (service: string) => string) => string>> =
  {
    aws_cloudwatch_dashboard: ({ dashboard_name: name }, of) =>
      `${of("cloudwatch").replace("us-west-2", "")}:dashboard/${String(name)}`,
    aws_cloudwatch_event_rule: ({ name }, of) => `${of("events")}:rule/${String(name)}`,
    aws_cloudwatch_log_group: ({ name }, of) => `${of("logs")}:log-group:${String(name)}`,
    aws_cloudwatch_metric_alarm: ({ alarm_name: name }, of) =>
      `${of("cloudwatch")}:alarm:${String(name)}`,
    aws_connect_instance: (_own, of) => `${of("connect")}:instance/${INSTANCE_ID}`,
    aws_dynamodb_table: ({ name }, of) => `${of("dynamodb")}:table/${String(name)}`,
    aws_iam_role: ({ name }, of) => `${of("iam").replace("us-west-2", "")}:role/${String(name)}`,
    aws_iam_saml_provider: ({ name }, of) =>
      `${of("iam").replace("us-west-2", "")}:saml-provider/${String(name)}`,
    aws_kinesis_firehose_delivery_stream: ({ name }, of) =>
      `${of("firehose")}:deliverystream/${String(name)}`,
    aws_kms_alias: ({ name }, of) => `${of("kms")}:${String(name)}`,
    aws_kms_key: (_own, of) => `${of("kms")}:key/1`,
    aws_lambda_function: ({ function_name: name }, of) =>
      `${of("lambda")}:function:${String(name)}`,
    aws_s3_bucket: ({ bucket }) => `arn:aws:s3:::${String(bucket)}`,
    aws_sfn_state_machine: ({ name }, of) => `${of("states")}:stateMachine:${String(name)}`,
    aws_sns_topic: ({ name }, of) => `${of("sns")}:${String(name)}`,
    aws_ssm_parameter: ({ name }, of) => `${of("ssm")}:parameter${String(name)}`,
  };

const INSTANCE_ID = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

/** What makes a resource, where the ARN decides. */
const MAKES: Readonly<Record<string, string>> = {
  aws_cloudwatch_dashboard: "cloudwatch:PutDashboard",
  aws_cloudwatch_event_rule: "events:PutRule",
  aws_cloudwatch_log_group: "logs:CreateLogGroup",
  aws_cloudwatch_metric_alarm: "cloudwatch:PutMetricAlarm",
  aws_dynamodb_table: "dynamodb:CreateTable",
  aws_iam_role: "iam:CreateRole",
  aws_iam_saml_provider: "iam:CreateSAMLProvider",
  aws_kinesis_firehose_delivery_stream: "firehose:CreateDeliveryStream",
  aws_kms_alias: "kms:CreateAlias",
  aws_lambda_function: "lambda:CreateFunction",
  aws_s3_bucket: "s3:CreateBucket",
  aws_sfn_state_machine: "states:CreateStateMachine",
  aws_sns_topic: "sns:CreateTopic",
  aws_ssm_parameter: "ssm:PutParameter",
};

const BASIC_EXECUTION = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];

/** A center and the bootstrap for it. */
class Reach {
  public readonly center: Synthesized;
  public readonly bootstrap: Bootstrapped;

  public constructor(
    change: Partial<ContactCenterValue>,
    public readonly environment: Environment,
  ) {
    this.center = synthesize(change, environment);
    this.bootstrap = Bootstrapped.synthesize(change, environment.account, [environment]);
  }

  /** The ARN of every resource of a type. */
  public arns(type: string): string[] {
    return Object.values(this.center.resources(type)).map((own) => this.arn(type, own));
  }

  /** What requests for the center's own things have: its key, account, topic and boundary. */
  public get context(): Context {
    const { account, name, suffix } = this.environment;
    return {
      "aws:userid": "someone",
      "cloudwatch:AlarmActions": this.arns("aws_sns_topic"),
      "iam:PermissionsBoundary": `arn:aws:iam::${account.id}:policy/kwglobal-boundary-${name}`,
      "kms:ResourceAliases": `alias/kwglobal${suffix}`,
      "s3:ResourceAccount": account.id,
    };
  }

  /** A policy's resources, with ARNs in the places of Terraform's references. */
  public resolve(text: string): string {
    return text
      .replaceAll("${data.aws_caller_identity.current.account_id}", this.environment.account.id)
      .replaceAll("${aws:userid}", "someone")
      .replaceAll(/\$\{(aws_\w+)\.(\w+)\.(arn|id|bucket)\}/g, (_, type, name, what) => {
        const own = this.center.resource(`${String(type)}.${String(name)}`);
        if (type === "aws_cloudwatch_log_stream") {
          const group = this.resolve(String(own.log_group_name).replace(".name}", ".arn}"));
          return `${group}:log-stream:${String(own.name)}`;
        }
        return what === "arn" ? this.arn(String(type), own) : String(own.bucket);
      });
  }

  private arn(type: string, own: Attributes): string {
    const make = ARNS[type];
    if (make === undefined) throw new Error(`the ARN of ${type} isn't known here: add it`);
    const { account, region } = this.environment;
    return make(own, (service) => `arn:aws:${service}:${region}:${account.id}`);
  }
}

for (const [what, reach] of [
  ["production's center", new Reach({}, PROD)],
  ["dev's center", new Reach({}, DEV)],
  ["a center with every switch on", new Reach(EVERY_SWITCH, PROD)],
  ["a center that is named", new Reach(EVERY_SWITCH, { ...PROD, instanceId: INSTANCE_ID })],
] as const) {
  const { bootstrap, center, context, environment } = reach;
  const boundary = bootstrap.boundaryOf(environment.name);
  const arnOfBoundary = `arn:aws:iam::${environment.account.id}:policy/kwglobal-boundary-${environment.name}`;

  describe(`For ${what}, the bootstrap`, () => {
    /** What the apply role may not make of all that has a name, by how its name begins. */
    const refused = () => {
      const apply = bootstrap.policiesOf(`${environment.name}_apply`);
      return Object.entries(MAKES).flatMap(([type, action]) =>
        reach
          .arns(type)
          // Of a log group, all that is in it.
          .map((arn) => (type === "aws_cloudwatch_log_group" ? `${arn}:*` : arn))
          .filter((resource) => decide(apply, { action, resource, context }) !== "allowed"),
      );
    };

    if (environment.instanceId === undefined) {
      it("lets the apply role make all that has a name", () => {
        expect(refused()).to.deep.equal([]);
      });
    } else {
      it("lets the apply role make what comes with a switch, and nothing else that is there for good", () => {
        expect(refused().map((arn) => arn.split(":").slice(5).join(":"))).to.have.members([
          "rule/kwglobal-identity-changes",
          "log-group:/aws/connect/KWGlobal:*",
          "log-group:/aws/lambda/observeConnectAssociations:*",
          "log-group:/aws/lambda/reconcileConnectAssociations:*",
          "log-group:/aws/lambda/recordVanityNumber:*",
          "table/cus-phone-vanity-number",
          "role/Lambda-DynamoDB",
          "role/federate-connect",
          "role/observe-connect-associations",
          "role/reconcile-connect-associations",
          "saml-provider/kwglobal",
          "alias/kwglobal",
          "function:observeConnectAssociations",
          "function:reconcileConnectAssociations",
          "function:recordVanityNumber",
          "amazon-connect-kwglobal",
          "amazon-connect-kwglobal-access-logs",
          "kwglobal-notifications",
        ]);
      });
    }

    it("bounds every role, and none more narrowly than its own policies", () => {
      const bounds = Object.values(center.resources("aws_iam_role")).map(
        ({ permissions_boundary: arn }) => reach.resolve(String(arn)),
      );
      expect(new Set(bounds)).to.deep.equal(new Set([arnOfBoundary]));
      const wanted = Object.values(center.resources("aws_iam_role_policy"))
        .flatMap(({ policy }) => statementsOf(policy))
        .flatMap(({ Action, Resource }) =>
          listOf(Action).flatMap((action) =>
            listOf(Resource).map((resource) => ({
              action,
              resource: reach.resolve(resource).replaceAll("*", "anything"),
            })),
          ),
        )
        .filter(({ resource }) => resource !== "anything");
      const logs = reach
        .arns("aws_lambda_function")
        .map((arn) =>
          arn.replace(":lambda:", ":logs:").replace(":function:", ":log-group:/aws/lambda/"),
        )
        .flatMap((group) => BASIC_EXECUTION.map((action) => ({ action, resource: `${group}:x` })));
      const cut = [...wanted, ...logs].filter(
        (each) => decide(boundary, { ...each, context }) !== "allowed",
      );
      expect(cut).to.deep.equal([]);
    });
  });
}
