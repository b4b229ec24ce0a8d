import { createInterface } from "node:readline/promises";

/**
 * Asks the person at the terminal.
 *
 * @param question - With a space at its end.
 * @param signal - Ends the question unanswered.
 * @returns The answer, without spaces around it.
 */
export async function ask(question: string, signal?: AbortSignal): Promise<string> {
  // Without `terminal`, Ctrl-C stays a signal, which ends the run in order.
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: false,
  });
  try {
    return (await terminal.question(question, { ...(signal && { signal }) })).trim();
  } finally {
    terminal.close();
  }
}
