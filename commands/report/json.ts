import type { Dimension, Figures, Report } from "./figures";

/** The figures under the names that other tools read, the group's own first. */
const named = (name: Dimension, rows: readonly Figures[]) =>
  rows.map(({ value, ...figures }) => ({
    [name]: value,
    queued: figures.queued,
    handled: figures.handled,
    abandoned: figures.abandoned,
    callbacks: figures.callbacks,
    serviceLevel: figures.serviceLevel,
    averageQueueAnswerSeconds: figures.averageQueueAnswerSeconds,
    averageInteractionSeconds: figures.averageInteractionSeconds,
    averageAfterContactWorkSeconds: figures.averageAfterContactWorkSeconds,
    longestWaitSeconds: figures.longestWaitSeconds,
  }));

/** A report as JSON, for other tools. */
export function reportJson({ by, agentScores, questionScores }: Report): string {
  const lists = {
    byQueue: named("queue", by.queue),
    byAgent: named("agent", by.agent),
    byHalfHour: named("halfHour", by.halfHour),
    byKey: named("key", by.key),
    byWeekday: named("weekday", by.weekday),
    scoresByAgent: agentScores,
    scoresByQuestion: questionScores,
  };
  return JSON.stringify(lists, undefined, 2);
}
