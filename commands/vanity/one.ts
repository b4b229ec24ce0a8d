import { PhoneNumberError, readPhoneNumber } from "../../lambda-src/phone-number/phone-number";
import type { OwnWords } from "../../lambda-src/vanity-engine/own-words";
import { OperatorError } from "../../sandbox/machine/errors";
import { say } from "../support/terminal";
import { explainedResultOf, type ExplainedResult } from "./result";

function table({ phone, companyName, vanityNumbers }: ExplainedResult): string {
  const width = Math.max(...vanityNumbers.map(({ number }) => number.length));
  const lines = vanityNumbers.map(
    ({ number, score, explanation }, index) =>
      `  ${index + 1}  ${number.padEnd(width)}  ${String(score).padStart(5)}  ${explanation}`,
  );
  const whose = companyName === "" ? "" : ` for ${companyName}`;
  return `${phone}${whose}: the best vanity numbers, with their points and why\n\n${lines.join("\n")}\n`;
}

/**
 * Prints the five best vanity numbers of one phone number.
 * @param phone as typed
 * @param companyName as typed; may be empty
 * @param json as JSON instead of for a person
 * @param ownWords the operator's own, if there are any
 * @throws OperatorError if the phone is none
 */
export async function makeOne(
  phone: string,
  companyName: string,
  json: boolean,
  ownWords?: OwnWords,
): Promise<void> {
  const number = await readPhoneNumber(phone).catch((error: unknown) => {
    if (error instanceof PhoneNumberError) throw new OperatorError(error.message);
    throw error;
  });
  const result = explainedResultOf(number, companyName, ownWords);
  if (json) {
    say(JSON.stringify([result], undefined, 2));
    return;
  }
  say(table(result));
  say(
    companyName === ""
      ? `Give the company's name too, and it comes first:  npm run vanity -- "${phone}" "Company name"`
      : "Next: a whole list with  npm run vanity -- --file clients.csv --out clients.vanity.csv",
  );
}
