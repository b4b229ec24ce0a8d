/** What a question was worth, in percent; null where it isn't applicable. */
export type Percentages = Readonly<Record<string, number | null>>;

/** An exported evaluation, by the sample on AWS's page, with what a test says of it. */
export function evaluation(
  id: string,
  { score, questions, ...metadata }: { score?: object; questions: Percentages; contactId: string },
): Record<string, unknown> {
  return {
    schemaVersion: "3.1",
    evaluationId: id,
    metadata: {
      accountId: "222222222222",
      instanceId: "8f753c94-9cd2-4f16-85eb-945f7f0d559a",
      agentId: "a-mary",
      evaluationDefinitionTitle: "Calls",
      evaluator: "jane",
      evaluationDefinitionVersion: 2,
      evaluationSubmitTimestamp: "2026-11-24T18:00:00.123Z",
      ...(score !== undefined && { score }),
      ...metadata,
    },
    sections: [{ sectionRefId: "s", sectionTitle: "All", score: { percentage: 1 } }],
    questions: [
      ...Object.entries(questions).map(([questionRefId, percentage]) => ({
        questionRefId,
        sectionRefId: "s",
        questionType: "SINGLESELECT",
        questionText: `Question ${questionRefId}?`,
        answer: { values: [], metadata: { notApplicable: percentage === null } },
        score: percentage === null ? { notApplicable: true } : { percentage },
      })),
      {
        questionRefId: "notes",
        sectionRefId: "s",
        questionType: "TEXT",
        questionText: "Notes",
        answer: { value: "polite {\n", metadata: { notApplicable: false } },
        score: { notApplicable: true },
      },
    ],
  };
}
