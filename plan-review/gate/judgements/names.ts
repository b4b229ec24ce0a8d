import { objectOf } from "../../values.ts";
import type { Judgement } from "../type-rules.ts";

/** By which dimension alarms go by a thing's name. */
const WATCHED: Readonly<Record<string, string>> = {
  aws_connect_contact_flow: "ContactFlowName",
  aws_connect_queue: "QueueName",
};

/** What `npm run message` looks for by one name, each the other's. */
const MESSAGE: Readonly<Record<string, string>> = {
  aws_connect_contact_flow_module: "aws_connect_hours_of_operation",
  aws_connect_hours_of_operation: "aws_connect_contact_flow_module",
};

/** Another name passes where nobody goes by the old one, and where nothing else had the new one. */
export const name: Judgement = ({ type, address, before, after }, { resources }) => {
  if (before === null || after === null || typeof before.name !== "string") return [];
  if (before.name === after.name) return [];
  const others = resources.filter((each) => each.address !== address);
  const dimension = WATCHED[type] ?? "";
  const goesBy = others.filter(
    (each) =>
      (each.type === "aws_cloudwatch_metric_alarm" &&
        objectOf(each.after?.dimensions)[dimension] === before.name) ||
      (each.type === MESSAGE[type] && each.after?.name === before.name),
  );
  const namesake = others.find((each) => each.type === type && each.before?.name === after.name);
  return [
    ...(goesBy.length > 0
      ? [
          {
            effect: "disrupt" as const,
            happens: `gets another name than the one by which ${goesBy.map((each) => each.address).join(", ")} knows it`,
            because: "an alarm sees nothing of it any more, and npm run message doesn't find it",
            source: "constructs/reporting",
            cure: "change the name in kwglobal.ts, which changes it everywhere",
          },
        ]
      : []),
    ...(namesake
      ? [
          {
            effect: "disrupt" as const,
            happens: `takes the name of ${namesake.address}`,
            because: "who knows it by the name, in reports or as an agent, takes it for the other",
            source: "constructs/value/contact-center-value.ts",
            cure: "give it a name that nothing had",
          },
        ]
      : []),
  ];
};
