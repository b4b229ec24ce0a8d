import { set } from "../change";
import type { Attempt } from "./attempt";

const TOPIC = "resource.aws_sns_topic.notifications";
const POLICY = "resource.aws_s3_bucket_policy.bucket_policy";

/** Whatever is more than a reference, in each way to write it. */
export const EXPRESSIONS: readonly Attempt[] = [
  ...[
    ...['${file("/proc/self/environ")}', "${path.module}", "${terraform.workspace}", "${self.arn}"],
    ...["${var.initial_passwords}", "${local.holidays_desired}", "${each.key}", "${module.m.x[0]}"],
    ...["${aws_sns_topic.notifications}", "${aws_sns_topic.notifications[0].arn}", "${1}"],
    ...["${ aws_sns_topic.notifications.arn }", "${aws_sns_topic.notifications.arn /* */}"],
    ...["${~ aws_sns_topic.notifications.arn ~}", "${aws_sns_topic.notifications.*.arn}"],
    ...[
      '${"${aws_sns_topic.notifications.arn}"}',
      "${<<E\n${file(1)}\nE\n}",
      "%{ if true }yes%{ endif }",
    ],
    ...["$$${file(1)}", "%%%{ if true }", "${never ends", "${}", "%{~ for x in [] }"],
    ...["${try(nonsensitive(var.initial_passwords))}", "${provider::evil::run(1)}"],
    ...["${aws_sns_topic.notifications.arn.x}", '${aws_sns_topic["notifications"].arn}'],
  ].map((expression): Attempt => [
    `${JSON.stringify(expression)} in a text`,
    set(`${POLICY}.policy`, `before ${expression}`),
    `${POLICY}.policy holds "${first(expression)}`,
  ]),
  [
    "an expression in a plain text",
    set(`${TOPIC}.name`, "${aws_connect_queue.customer_service.arn}"),
    `${TOPIC}.name must be plain, without "\${aws_connect_queue.customer_service.arn}"`,
  ],
  [
    "an expression in an output",
    set("output.instance_id.value", '${file("/etc/passwd")}'),
    'output.instance_id.value holds "${file(',
  ],
  [
    "an expression in a local",
    set("locals.holidays_desired.instanceId", '${file("/etc/passwd")}'),
    'locals.holidays_desired.instanceId holds "${file(',
  ],
  [
    "an expression in a key of a local",
    set('locals.holidays_desired.${file("x")}', 1),
    'locals.holidays_desired."${file(\\"x\\")}" isn\'t among',
  ],
  [
    "text that is read in another order",
    set(`${TOPIC}.name`, "a\u202eb"),
    `${TOPIC}.name holds the sign U+202E, which nobody can read`,
  ],
  [
    "text with a sign of the terminal's",
    set(`${TOPIC}.name`, "a\u001b[2Kb"),
    `${TOPIC}.name holds the sign U+001B, which nobody can read`,
  ],
];

/** An expression as a message shows it, up to where it may be cut. */
function first(expression: string): string {
  return JSON.stringify(expression).slice(1, 7);
}
