import type { Statement } from "../iam-policy";
import type { CenterArns } from "./center-arns";
import type { Writing } from "./names";
import { connectStatements } from "./writing/connect";
import { foundingStatements } from "./writing/founding";
import { reportingStatements } from "./writing/reporting";
import { resourceStatements } from "./writing/resources";
import { roleStatements } from "./writing/roles";

/**
 * What an apply of a center does to AWS, beside reading it: in a center that is there, nothing that
 * opens, protects or ends it.
 */
export function writingStatements(arns: CenterArns): Readonly<Record<Writing, Statement[]>> {
  return {
    connect: [...connectStatements(arns), ...(arns.founded ? [] : foundingStatements(arns))],
    resources: resourceStatements(arns),
    roles: roleStatements(arns),
    reporting: reportingStatements(arns),
  };
}
