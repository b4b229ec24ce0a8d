import { isObject } from "../../contact-flow/json";
import { type Fields, type Reading, readFields } from "./known-fields";

/**
 * The fields of an exported evaluation that the questions ask for.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/evaluationforms-example-output-file.html
 */
const FIELDS: Fields = {
  evaluationId: "text",
  metadata: {
    contactId: "text",
    agentId: "text",
    evaluationDefinitionTitle: "text",
    evaluationSubmitTimestamp: "moment",
    score: { percentage: "percentage", automaticFail: "flag" },
  },
  questions: [
    {
      questionRefId: "text",
      questionText: "text",
      score: { percentage: "percentage", notApplicable: "flag", automaticFail: "flag" },
    },
  ],
};

/** The same for `read_json` of DuckDB: the columns of the table `evaluation_files`. */
export const EVALUATION_COLUMNS = `{
  evaluationId: 'VARCHAR',
  metadata: 'STRUCT(contactId VARCHAR, agentId VARCHAR, evaluationDefinitionTitle VARCHAR, evaluationSubmitTimestamp VARCHAR, score STRUCT(percentage DOUBLE, automaticFail BOOLEAN))',
  questions: 'STRUCT(questionRefId VARCHAR, questionText VARCHAR, score STRUCT(percentage DOUBLE, notApplicable BOOLEAN, automaticFail BOOLEAN))[]'
}`;

/** Whether a value is meant as an exported evaluation, so that it isn't told as a bad contact record. */
export const isEvaluation = (value: unknown): boolean =>
  isObject(value) && Object.hasOwn(value, "evaluationId");

/**
 * Reads an exported evaluation.
 *
 * @param value - JSON.
 * @returns its known fields, or each fault with the field's name.
 */
export function readEvaluation(value: unknown): Reading {
  const { known, faults } = readFields(value, FIELDS, "an evaluation");
  const metadata = isObject(known.metadata) ? known.metadata : {};
  if (faults.length === 0) {
    if ((known.evaluationId ?? "") === "") faults.push("evaluationId is missing");
    for (const name of ["contactId", "evaluationSubmitTimestamp"]) {
      if ((metadata[name] ?? "") === "") faults.push(`metadata.${name} is missing`);
    }
  }
  return faults.length === 0 ? { record: known } : { fault: faults.join("; ") };
}
