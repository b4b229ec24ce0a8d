import type { Plan } from "../plan.ts";
import { desiredIn } from "./judgements/desired-state.ts";

/**
 * Whether nobody works with a stack's things yet: then whatever it needs may be made. A center is in
 * service from the moment its number has a flow, which is the last thing that a first apply does; one
 * that broke off before goes on as it began. The bootstrap's is there with GitHub's identity provider.
 *
 * Nobody can pretend that by a change of the configuration: what is there stands in the state.
 */
export function isFirstApply({ changes }: Plan): boolean {
  const managed = changes.filter(({ mode }) => mode === "managed");
  const of = (type: string) => managed.filter((each) => each.type === type);
  const isNew = ({ before, importId }: { before: unknown; importId?: string }) =>
    before === null || importId !== undefined;
  const invocations = of("aws_lambda_invocation");
  if (of("aws_connect_instance").length > 0) {
    return (
      invocations.some(({ kind }) => kind === "create") &&
      !invocations.some(({ before }) => desiredIn(before)?.kind === "phoneNumberFlow")
    );
  }
  return of("aws_iam_openid_connect_provider").length > 0 && managed.every(isNew);
}
