import type { Plan } from "../plan.ts";
import { isMasked } from "../values.ts";
import type { Finding } from "./finding.ts";

/** Finds updates that Terraform shows as done, and that the provider can't do. */
export function findPretences({ changes }: Plan): Finding[] {
  const updates = changes.filter(({ mode, kind }) => mode === "managed" && kind === "update");
  const changed = (attribute: string, types: (type: string) => boolean) =>
    updates.filter(
      ({ type, before, after, afterUnknown }) =>
        types(type) &&
        (isMasked(afterUnknown, [attribute]) || before?.[attribute] !== after?.[attribute]),
    );
  return [
    ...changed("password", (type) => type === "aws_connect_user").map(({ address }) => ({
      rule: "password-changed" as const,
      addresses: [address],
      tolerated: 0,
      happens: "pretends to change the user's password",
      because: "Terraform writes the new one into the state and never sends it to Connect",
      source: "measured on AWS provider 5.100.0 (rule PLAN-03)",
      cure: "keep ignore_changes on password; the user or an admin resets it in Connect",
      allowable: true,
    })),
    ...changed("instance_id", (type) => type.startsWith("aws_connect_")).map(({ address }) => ({
      rule: "instance-changed" as const,
      addresses: [address],
      tolerated: 0,
      happens: "moves it to another instance in place",
      because: "Connect has no such call: the apply breaks off half-way",
      source: "measured on AWS provider 5.100.0 (rule PLAN-05)",
      cure: "keep the instance; to move to another one, destroy this and apply anew",
      allowable: true,
    })),
  ];
}
