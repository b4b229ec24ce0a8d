/**
 * A command loads kwglobal.ts before it does anything, so that a comma missing there would show as
 * a crash. Import this first: the compiler's own words are the message then.
 */
process.once("uncaughtException", (error) => {
  console.error(error.name === "TSError" ? `error: ${withoutMark(error.message)}` : error);
  process.exit(1);
});

/** The bullet before ts-node's messages, and what colours it. */
function withoutMark(message: string): string {
  return message.replace(/^[^\w]*/, "");
}
