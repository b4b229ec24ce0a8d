import type { Plan } from "../plan.ts";
import { desiredIn } from "./judgements/desired-state.ts";

/**
 * Whether a stack isn't in service yet, so that whatever it needs may be created. A center is in service as
 * soon as its number has a flow, which is the last thing that a first apply sets; a first apply that failed
 * before that continues as one. A bootstrap is in service once GitHub's identity provider exists.
 *
 * A change of the configuration can't fake this, since the state shows what exists.
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
