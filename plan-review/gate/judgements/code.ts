import type { Context } from "../context.ts";
import type { PlannedChange } from "../../plan.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

/** The path to which cdktf copies a function's code: `assets/<construct>/<hash>/<name>.zip`. */
const ARCHIVE = /^assets\/([\w-]+)\/[\w-]+\/([\w.-]+)\.zip$/;

const LAMBDA = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html";

/** A function's code is that of its construct, and no other function's. */
export const archive: Judgement = (change, context) => {
  const value = context.after(change, ["filename"]);
  const [next, old] = [value.kind === "known" ? value.value : undefined, change.before?.filename];
  if (value.kind !== "open" && next === old) return [];
  const [, folder, name] = ARCHIVE.exec(String(next)) ?? [];
  const [, oldFolder = folder, oldName = name] = ARCHIVE.exec(String(old)) ?? [];
  const isOwn = folder !== undefined && folder === oldFolder && name === oldName;
  return isOwn && !isAnothers(change, folder, context)
    ? []
    : [otherCode("runs code that isn't the function's own", "filename")];
};

/** Whether another function's code lies there. */
function isAnothers({ address }: PlannedChange, folder: string, { resources }: Context): boolean {
  return resources.some(
    (each) =>
      each.type === "aws_lambda_function" &&
      each.address !== address &&
      [each.before, each.after].some(
        (values) => ARCHIVE.exec(String(values?.filename))?.[1] === folder,
      ),
  );
}

/** The plan must show the code's hash, so that it can be compared with the hash of the reviewed code. */
export const codeHash: Judgement = (change, context) =>
  context.after(change, ["source_code_hash"]).kind === "open"
    ? [otherCode("runs code whose hash only the apply tells", "source_code_hash")]
    : [];

function otherCode(happens: string, attribute: string): Harm {
  return {
    effect: "change",
    happens,
    because: "what was reviewed isn't what runs there",
    source: LAMBDA,
    cure: `leave ${attribute} to constructs/functions/lambda-function.ts`,
  };
}
