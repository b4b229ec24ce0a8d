import * as connect from "@aws-sdk/client-connect";

import type { ContactCenterValue, FlowValue } from "../../constructs/value/contact-center-value";
import type { LiveInstance } from "../adopt/live-instance";

/** The number that leads to a flow of the draft, and what of the others a person has to know. */
export async function numberOf(
  instance: LiveInstance,
  flows: readonly FlowValue[],
  open: string[],
): Promise<ContactCenterValue["phoneNumber"]> {
  const all = await instance.numbers();
  const ids = await instance.list("contactFlow");
  const answered: { readonly number: (typeof all)[number]; readonly flow: string }[] = [];
  if (all.length > 0) {
    const { FlowAssociationSummaryList: found = [] } = await instance.client.send(
      new connect.BatchGetFlowAssociationCommand({
        InstanceId: instance.id,
        ResourceIds: all.map(({ arn }) => arn),
        ResourceType: "VOICE_PHONE_NUMBER",
      }),
    );
    for (const number of all) {
      const flowId = found.find(({ ResourceId }) =>
        [number.arn, number.id].includes(ResourceId ?? ""),
      )?.FlowId;
      const flow = ids.find(({ id }) => flowId === id || flowId?.endsWith(`/${id}`))?.name;
      if (flow !== undefined && flows.some(({ name }) => name === flow)) {
        answered.push({ number, flow });
      }
    }
  }
  const [first, ...others] = answered;
  if (first === undefined) {
    open.push(
      "no number leads to a flow that somebody has made: choose phoneNumber and its flow, which an apply claims and sets",
    );
  }
  if (others.length > 0) {
    open.push(
      `the code has one number: ${others.map(({ number }) => number.name).join(", ")} stay as they are, in no code; adopt with --phone-number ${first?.number.name ?? ""}`,
    );
  }
  const type = first?.number.type;
  if (type !== undefined && type !== "DID" && type !== "TOLL_FREE") {
    open.push(`the number is of the type ${type}, and the code knows DID and TOLL_FREE`);
  }
  return {
    country: first?.number.country ?? "US",
    type: type === "TOLL_FREE" ? "TOLL_FREE" : "DID",
    prefix: first?.number.name.slice(0, 5) ?? "+1",
    flow: first?.flow ?? flows[0]?.name ?? "",
  };
}
