import { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition";
import { Construct } from "constructs";

import type { RecognizedPrompts } from "./flow-blocks";
import { type LogQuery, logQueries } from "./queries";

/** Properties of a {@link QueryPack}. */
export interface QueryPackProps {
  /** The folder of the queries in Logs Insights. */
  readonly folder: string;
  /** The blocks by which calls are recognised in the flow log. */
  readonly blocks: RecognizedPrompts;
  /** The log groups that a kind of query reads. */
  readonly logGroupNames: Readonly<Record<LogQuery["logs"], readonly string[]>>;
}

/** Saved queries in CloudWatch Logs Insights, in a folder of their own. */
export class QueryPack extends Construct {
  public constructor(scope: Construct, id: string, props: QueryPackProps) {
    super(scope, id);
    for (const { name, logs, commands } of logQueries(props.blocks)) {
      new CloudwatchQueryDefinition(this, name, {
        name: `${props.folder}/${name}`,
        logGroupNames: [...props.logGroupNames[logs]],
        queryString: commands.join("\n| "),
      });
    }
  }
}
