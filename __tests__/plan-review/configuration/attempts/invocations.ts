import { into, set } from "../change";
import type { Attempt } from "./attempt";

const OBSERVER = "resource.aws_lambda_function.connect_associations_observer";
const OBSERVED = "data.aws_lambda_invocation.agent_statuses_observed";

/** What a plan does already, or what would be taken for something else. */
export const INVOCATIONS: readonly Attempt[] = [
  [
    "a plan that invokes another function",
    set(`${OBSERVED}.function_name`, "deleteAll"),
    `${OBSERVED}.function_name must be "\${aws_lambda_function.connect_associations_observer.arn}", got "deleteAll"`,
  ],
  [
    "a plan that tells a function more",
    set(`${OBSERVED}.input`, '${jsonencode({"desired" = var.initial_passwords})}'),
    `${OBSERVED}.input must be what is desired`,
  ],
  [
    "an apply that invokes another function",
    set("resource.aws_lambda_invocation.holidays.function_name", "deleteAll"),
    'resource.aws_lambda_invocation.holidays.function_name must be "${aws_lambda_function.connect_associations_reconciler.function_name}"',
  ],
  [
    "an apply that tells a function more",
    set("resource.aws_lambda_invocation.holidays.input", "{}"),
    "resource.aws_lambda_invocation.holidays.input must be what is desired, with the observer's answer to the same",
  ],
  [
    "an apply that acts on another answer",
    into("resource.aws_lambda_invocation.holidays.input", (it: string) =>
      it.replace("holidays_observed", "agent_statuses_observed"),
    ),
    "resource.aws_lambda_invocation.holidays.input must be",
  ],
  [
    "another function under the observer's name",
    set(`${OBSERVER}.function_name`, "deleteAll"),
    `${OBSERVER}.function_name must be observeConnectAssociations with the environment's suffix`,
  ],
  ...["notobserveConnectAssociations", "observeConnectAssociations:1"].map((name): Attempt => [
    `the observer under the name ${name}`,
    set(`${OBSERVER}.function_name`, name),
    `${OBSERVER}.function_name must be observeConnectAssociations with the environment's suffix`,
  ]),
  [
    "another handler of the observer",
    set(`${OBSERVER}.handler`, "index.reconcile"),
    `${OBSERVER}.handler must be "index.observe", got "index.reconcile"`,
  ],
  [
    "another function in the observer's place",
    set("moved", [
      { from: "aws_lambda_function.x", to: "aws_lambda_function.connect_associations_observer" },
    ]),
    "moved[0] must not move aws_lambda_function.connect_associations_observer",
  ],
  [
    "the observer in another's place",
    set("moved", [
      {
        from: "aws_lambda_function.connect_associations_observer",
        to: "aws_lambda_function.vanity_numbers_function",
      },
    ]),
    "moved[0] must not move aws_lambda_function.connect_associations_observer",
  ],
  [
    "another function taken over as the observer",
    set("import", [{ to: "aws_lambda_function.connect_associations_observer", id: "deleteAll" }]),
    'import[0].id must be "observeConnectAssociations", got "deleteAll"',
  ],
];
