import type { Statement } from "../iam/iam-policy";
import type { CenterArns } from "./center-arns";
import type { Writing } from "./names";
import { connectStatements } from "./writing/connect";
import { foundingStatements } from "./writing/founding";
import { reportingStatements } from "./writing/reporting";
import { resourceStatements } from "./writing/resources";
import { roleStatements } from "./writing/roles";

/**
 * Permission to write for an apply of a center. In a center that exists, this includes nothing that opens,
 * protects or destroys it.
 */
export function writingStatements(arns: CenterArns): Readonly<Record<Writing, Statement[]>> {
  return {
    connect: [...connectStatements(arns), ...(arns.founded ? [] : foundingStatements(arns))],
    resources: resourceStatements(arns),
    roles: roleStatements(arns),
    reporting: reportingStatements(arns),
  };
}
