import * as connect from "@aws-sdk/client-connect";

import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import type { LiveInstance } from "../adopt/live-instance";
import { collect } from "../support/pages";

/** The service's own names, of which a live center may have some already. */
export const VANITY_NUMBERS: ContactCenterValue["vanityNumbers"] = {
  functionName: "recordVanityNumber",
  roleName: "Lambda-DynamoDB",
  tableName: "cus-phone-vanity-number",
};

/** The functions of others that flows may call: an apply associates these, and makes none. */
export async function otherFunctionsOf(
  { client, id }: LiveInstance,
  { arn: instanceArn, suffix }: { readonly arn: string; readonly suffix: string },
  open: string[],
): Promise<Pick<ContactCenterValue, "otherFunctions">> {
  const arns = await collect(
    connect.paginateListLambdaFunctions({ client }, { InstanceId: id }),
    (page) => page.LambdaFunctions,
  );
  // Of the account and Region that the instance is in: kwglobal.ts may still have others.
  const [, partition = "", , region = "", account = ""] = instanceArn.split(":");
  const here = `arn:${partition}:lambda:${region}:${account}:function:`;
  const isHere = (arn: string) => arn.startsWith(here) && /^[\w-]+$/.test(arn.slice(here.length));
  for (const arn of arns.filter((each) => !isHere(each))) {
    open.push(
      `${arn} stays in no code, which has functions of its own account and Region, and no versions: flows that call it have no template`,
    );
  }
  const otherFunctions = arns
    .filter(isHere)
    .map((arn) => arn.slice(here.length))
    .filter((name) => name !== `${VANITY_NUMBERS.functionName}${suffix}`);
  if (otherFunctions.length === 0) return {};
  open.push(
    `otherFunctions are associated, and not deployed: in an account without ${otherFunctions.join(", ")}, deploy them first`,
  );
  return { otherFunctions };
}
