import { add, type Attack } from "./attack";
import { type Block, block, leads, MENU, OUTBOUND, VANITY, WAITING } from "./callers";

const VANITY_FLOW = "aws_connect_contact_flow.kwglobal_vanity_number";
const UNSERVED = /leads callers to a queue whose calls nobody gets, or much later: /;
const CIRCLE = /leads callers in a circle that nothing ends, from/;

/** An edit of what the flow tells its function. */
const tells = (edit: (told: Record<string, string>) => void) =>
  block(VANITY_FLOW, "Make vanity numbers", ({ Parameters }) => {
    edit(Parameters.LambdaInvocationAttributes as Record<string, string>);
  });

/** An edit of the menu that puts a comparison after its welcome. */
const compares = (to: string, Operand: string) =>
  block(MENU, "Welcome", ({ Transitions }, all) => {
    const NextAction = Transitions.NextAction ?? "";
    Transitions.NextAction = "Compare";
    const Condition = { Operator: "Equals", Operands: [Operand] };
    all.push({
      Identifier: "Compare",
      Type: "Compare",
      Parameters: { ComparisonValue: "$.Channel" },
      Transitions: {
        NextAction,
        Conditions: [{ NextAction: to, Condition }],
        Errors: [{ NextAction, ErrorType: "NoMatchingCondition" }],
      },
    });
  });

const flow = (...Actions: object[]) =>
  JSON.stringify({ Version: "2019-10-30", StartAction: "Start", Actions });
const on = (Identifier: string, Type: string, Parameters: object, NextAction?: string) => ({
  ...{ Identifier, Type, Parameters, Transitions: NextAction ? { NextAction } : {} },
});
const hangsUp = flow(
  on("Start", "MessageParticipant", { Text: "One moment please" }, "End"),
  on("End", "DisconnectParticipant", {}),
);

/** A queue that nobody has in the routing profile, or much later, and an edit that leads callers there. */
const idle =
  (edit: Attack[1]): Attack[1] =>
  (editor) => {
    const queue = editor.resource("aws_connect_queue.customer_service");
    editor.add("aws_connect_queue.idle", { ...queue, name: "Idle" });
    edit(editor);
  };
const IDLE = "${aws_connect_queue.idle.arn}";

/** Every error of a block of the main menu, led to another one. */
const errorsLeadTo = (from: string, to: string) =>
  block(MENU, from, ({ Transitions }) => {
    for (const each of Transitions.Errors ?? []) each.NextAction = to;
  });

/** Where flows lead callers and what they tell functions, each looking harmless. */
export const WAYS: readonly Attack[] = [
  [
    "a function that is told another number than the caller's",
    tells((told) => {
      told.phone = "+13025550123";
    }),
    VANITY_FLOW,
    "change",
    /tells a function what no flow told it until now: phone "\+13025550123"/,
  ],
  [
    "a function that is told what callers key in",
    tells((told) => {
      told.card = "$.StoredCustomerInput";
    }),
    VANITY_FLOW,
    "change",
    /what no flow told it until now: card/,
  ],
  [
    "a function that is told another company",
    tells((told) => {
      told.companyName = "Evil";
    }),
    VANITY_FLOW,
    "change",
    /what no flow told it until now: companyName "Evil"/,
  ],
  [
    "a function that is told less",
    tells((told) => {
      delete told.companyName;
    }),
    VANITY_FLOW,
    "change",
    /what no flow told it until now: no companyName/,
  ],
  [
    "a second block that tells the function another number",
    block(VANITY_FLOW, "Make vanity numbers", (asks, all) => {
      const again = JSON.parse(JSON.stringify({ ...asks, Identifier: "Again" })) as Block;
      again.Parameters.LambdaInvocationAttributes = { action: "lookup", phone: "$.Attributes.x" };
      asks.Transitions.NextAction = "Again";
      all.push(again);
    }),
    VANITY_FLOW,
    "change",
    /what no flow told it until now: phone "\$\.Attributes\.x"/,
  ],
  [
    "a new queue that nobody serves",
    idle(
      block(MENU, "Set working queue without a key", ({ Parameters }) => {
        Parameters.QueueId = IDLE;
      }),
    ),
    MENU,
    "disrupt",
    new RegExp(`${UNSERVED.source}aws_connect_queue.idle`),
  ],
  [
    "a new queue whose calls wait for an hour",
    idle((editor) => {
      const profile = editor.resource("aws_connect_routing_profile.customer_service");
      const configs = profile.queue_configs as object[];
      profile.queue_configs = [
        ...configs,
        {
          channel: "VOICE",
          delay: 3600,
          priority: 1,
          queue_id: "${aws_connect_queue.idle.queue_id}",
        },
      ];
      block(MENU, "Set working queue without a key", ({ Parameters }) => {
        Parameters.QueueId = IDLE;
      })(editor);
    }),
    MENU,
    "disrupt",
    UNSERVED,
  ],
  [
    "a new flow that leads callers to a queue that nobody serves",
    idle(({ add: more, resource }) => {
      more("aws_connect_contact_flow.more", {
        ...resource(MENU),
        name: "More",
        content: flow(
          on("Start", "UpdateContactTargetQueue", { QueueId: IDLE }, "To"),
          on("To", "TransferContactToQueue", {}),
        ),
      });
    }),
    "aws_connect_contact_flow.more",
    "disrupt",
    UNSERVED,
  ],
  [
    "a new queue that only a new routing profile without users serves",
    idle((editor) => {
      const profile = editor.resource("aws_connect_routing_profile.customer_service");
      editor.add("aws_connect_routing_profile.idle", {
        ...{ ...profile, name: "Idle" },
        queue_configs: [
          {
            ...{ channel: "VOICE", delay: 0, priority: 1 },
            queue_id: "${aws_connect_queue.idle.queue_id}",
          },
        ],
      });
      block(MENU, "Set working queue without a key", ({ Parameters }) => {
        Parameters.QueueId = IDLE;
      })(editor);
    }),
    MENU,
    "disrupt",
    new RegExp(`${UNSERVED.source}aws_connect_queue.idle`),
  ],
  [
    "callbacks from a queue that nobody serves",
    idle(
      block(WAITING, "Transfer to callback queue", ({ Parameters }) => {
        Parameters.QueueId = IDLE;
      }),
    ),
    WAITING,
    "disrupt",
    UNSERVED,
  ],
  [
    "a comparison that leads back to the welcome",
    compares("Welcome", "VOICE"),
    MENU,
    "disrupt",
    CIRCLE,
  ],
  ["a comparison that leads to itself", compares("Compare", "VOICE"), MENU, "disrupt", CIRCLE],
  [
    "a loop that begins anew",
    block(MENU, "Menu again", ({ Transitions }) => {
      for (const each of Transitions.Conditions) each.NextAction = "Main menu";
    }),
    MENU,
    "disrupt",
    CIRCLE,
  ],
  [
    "a menu that says itself again until a key is pressed",
    errorsLeadTo("Main menu", "Main menu"),
    MENU,
    "disrupt",
    CIRCLE,
  ],
  [
    "callers who don't get into a full queue, and are led there again",
    errorsLeadTo("Transfer to queue", "Check hours of operation"),
    MENU,
    "disrupt",
    CIRCLE,
  ],
  [
    "a new flow that leads back to the one that leads there",
    (editor) => {
      editor.add("aws_connect_contact_flow.more", {
        ...editor.resource(MENU),
        name: "More",
        content: flow(
          on("Start", "TransferToFlow", {
            ContactFlowId: "${aws_connect_contact_flow.kwglobal_main_menu.arn}",
          }),
        ),
      });
      compares("To more", "VOICE")(editor);
      block(MENU, "Compare", (_, all) => {
        const ContactFlowId = "${aws_connect_contact_flow.more.arn}";
        all.push(on("To more", "TransferToFlow", { ContactFlowId }, "Recording notice"));
      })(editor);
    },
    MENU,
    "disrupt",
    CIRCLE,
  ],
  [
    "agents' whisper that is a flow which ends calls",
    block(MENU, "Set customer queue flow", ({ Parameters }) => {
      Object.assign(Parameters.EventHooks as object, { AgentWhisper: VANITY });
    }),
    MENU,
    "disrupt",
    /lets a flow run that ends the call: .*kwglobal_vanity_number for AgentWhisper/,
  ],
  [
    "callers on hold who hear a new flow that ends calls",
    (editor) => {
      const hold = { ...editor.resource(OUTBOUND), name: "Hold", type: "CUSTOMER_HOLD" };
      editor.add("aws_connect_contact_flow.hold", { ...hold, content: hangsUp });
      block(MENU, "Set customer queue flow", ({ Parameters }) => {
        const CustomerHold = "${aws_connect_contact_flow.hold.arn}";
        Object.assign(Parameters.EventHooks as object, { CustomerHold });
      })(editor);
    },
    MENU,
    "disrupt",
    /lets a flow run that ends the call: aws_connect_contact_flow.hold for CustomerHold/,
  ],
  [
    "calls out that end before they are connected",
    (editor) => {
      block(OUTBOUND, "Connect", (_, all) => {
        all.push(on("Disconnect", "DisconnectParticipant", {}));
      })(editor);
      leads(OUTBOUND, "Recording notice", "Disconnect")(editor);
    },
    OUTBOUND,
    "disrupt",
    /no longer lets the call go on/,
  ],
  [
    "some calls out that end before they are connected",
    block(OUTBOUND, "Recording notice", (notice, all) => {
      const NextAction = notice.Transitions.NextAction ?? "";
      notice.Transitions.NextAction = "Compare";
      const Condition = { Operator: "TextStartsWith", Operands: ["+1503"] };
      all.push(on("Disconnect", "DisconnectParticipant", {}), {
        Identifier: "Compare",
        Type: "Compare",
        Parameters: { ComparisonValue: "$.CustomerEndpoint.Address" },
        Transitions: {
          NextAction,
          Conditions: [{ NextAction: "Disconnect", Condition }],
          Errors: [{ NextAction, ErrorType: "NoMatchingCondition" }],
        },
      });
    }),
    OUTBOUND,
    "disrupt",
    /lets callers end without anybody after Compare/,
  ],
  [
    "a saved query that chooses its own log groups after a remark",
    ({ resource }) => {
      resource("aws_cloudwatch_query_definition.queries_keys_pressed").query_string =
        "# keys\nSOURCE '/aws/lambda/payroll' | fields @message";
    },
    "aws_cloudwatch_query_definition.queries_keys_pressed",
    "grant",
    /chooses its own log groups/,
  ],
  [
    "a dashboard that shows another application's logs",
    ({ resource }) => {
      const dashboard = resource("aws_cloudwatch_dashboard.dashboard");
      const body = JSON.parse(String(dashboard.dashboard_body)) as { widgets: object[] };
      const query = "SOURCE '/aws/lambda/payroll' | fields @message";
      body.widgets.push({ type: "log", properties: { query, region: "us-west-2" } });
      dashboard.dashboard_body = JSON.stringify(body);
    },
    "aws_cloudwatch_dashboard.dashboard",
    "grant",
    /shows logs in the dashboard that aren't this stack's: \/aws\/lambda\/payroll/,
  ],
  [
    "a new dashboard that shows each log group of the account",
    add("aws_cloudwatch_dashboard.more", {
      dashboard_name: "more",
      dashboard_body: JSON.stringify({
        widgets: [
          {
            type: "log",
            properties: { query: "SOURCE logGroups(namePrefix: ['/']) | fields @message" },
          },
        ],
      }),
    }),
    "aws_cloudwatch_dashboard.more",
    "grant",
    /shows logs in the dashboard that aren't this stack's/,
  ],
  [
    "a function that is stopped before it has done its work",
    ({ resource }) => {
      resource("aws_lambda_function.connect_associations_reconciler").timeout = 400;
    },
    "aws_lambda_function.connect_associations_reconciler",
    "disrupt",
    /leaves 400 seconds to the function/,
  ],
  [
    "a function with less memory",
    ({ resource }) => {
      resource("aws_lambda_function.vanity_numbers_function").memory_size = 256;
    },
    "aws_lambda_function.vanity_numbers_function",
    "disrupt",
    /leaves 256 MB of memory to the function/,
  ],
];
