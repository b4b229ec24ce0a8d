import type { Draft, Spoilers } from "./mutant";

/** A quick connect that calls this number. */
const calling = (number: string) => (draft: Draft) => {
  draft.at("aws_connect_quick_connect.management").quick_connect_config = {
    quick_connect_type: "PHONE_NUMBER",
    phone_config: [{ phone_number: number }],
  };
};

export const CONNECT_MUTANTS = {
  connectLogGroup: {
    "no log group": (draft) => {
      draft.remove("aws_cloudwatch_log_group.instance_flow_logs");
    },
    "a log group of another name": (draft) => {
      draft.at("aws_cloudwatch_log_group.instance_flow_logs").name = "/aws/connect/another";
    },
    "an instance that doesn't wait for it": (draft) => {
      draft.at("aws_connect_instance.instance").depends_on = [];
    },
  },
  quickConnectNumbers: {
    "a premium number": calling("+19005550100"),
    "another premium number": calling("+19765550100"),
    "a premium exchange": calling("+12129765000"),
    "a Caribbean number": calling("+18765550100"),
    "a number abroad": calling("+442079460000"),
    "no number in E.164": calling("302-555-0199"),
    "an attribute": calling("$.Attributes.number"),
  },
  quotas: {
    "501 users": (draft) => {
      for (let count = 1; count <= 501; count += 1) {
        draft.add(`aws_connect_user.user_${count}`, { name: `user.${count}` });
      }
    },
    "six numbers": (draft) => {
      for (let count = 1; count <= 6; count += 1) {
        draft.add(`aws_connect_phone_number.number_${count}`, {});
      }
    },
  },
  alarms: {
    "no alarm on errors of flows": (draft) => {
      for (const alarm of Object.values(draft.named("aws_cloudwatch_metric_alarm"))) {
        if (JSON.stringify(alarm).includes("ContactFlowErrors")) {
          alarm.metric_name = "CallsPerInterval";
          delete alarm.metric_query;
        }
      }
    },
    "no alarms": ({ json }) => {
      delete (json.resource as Record<string, unknown>).aws_cloudwatch_metric_alarm;
    },
  },
} satisfies Readonly<Record<string, Spoilers>>;
