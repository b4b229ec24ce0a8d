import type { Played } from "./play";

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** What is special about the world of a call, in words. */
function* oddities({ plan }: Played): Generator<string> {
  const { contact, closed, queues, lambdas, broken, unreachable } = plan;
  const { attributes, channel } = contact;
  if (plan.from === null) yield "from a withheld number";
  if (channel !== undefined && channel !== "VOICE") yield `by ${channel.toLowerCase()}`;
  if (attributes !== undefined) {
    yield `with ${Object.entries(attributes)
      .map(([name, value]) => `${name} "${value}"`)
      .join(", ")}`;
  }
  if (closed.length > 0) yield `while ${list(closed)} is closed`;
  for (const [name, behaviour] of Object.entries(lambdas)) {
    yield "answers" in behaviour
      ? `when "${name}" answers ${JSON.stringify(behaviour.answers)}`
      : `when "${name}" fails`;
  }
  for (const [name, state] of Object.entries(queues)) {
    const what = Object.entries(state).map(([metric, value]) => `${metric} ${String(value)}`);
    yield `with ${what.join(", ")} in "${name}"`;
  }
  if (Object.keys(unreachable).length > 0) yield "when nobody answers outside";
  if (plan.refusesCallbacks) yield "when no callback can be made";
  for (const [block, error] of Object.entries(broken)) {
    yield `when "${block}" fails with ${error}`;
  }
}

const done = ({ moves }: Played): string => {
  const keys = moves.flatMap((move) =>
    move.do === "press" ? [move.keys] : move.do === "nothing" ? ["nothing"] : [],
  );
  const first = keys.slice(0, 4).join(", ");
  return keys.length === 0 ? "" : `, pressing ${first}${keys.length > 4 ? ", …" : ""}`;
};

/** What a test of the call is called. */
export function titleOf(played: Played): string {
  const special = [...oddities(played)].join(" and ");
  return `${special === "" ? "an ordinary call" : `a call ${special}`}${done(played)}`;
}
