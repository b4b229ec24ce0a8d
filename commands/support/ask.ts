import { createInterface } from "node:readline";

/**
 * Asks the person at the terminal.
 *
 * @param question - With a space at its end.
 * @param signal - Ends the question unanswered.
 * @returns The answer, without spaces around it; empty where the input ends.
 */
export async function ask(question: string, signal?: AbortSignal): Promise<string> {
  // Without `terminal`, Ctrl-C stays a signal, which ends the run in order.
  const terminal = createInterface({ input: process.stdin, terminal: false });
  process.stdout.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once("line", (line) => {
        resolve(line.trim());
      });
      terminal.once("close", () => {
        resolve("");
      });
      signal?.addEventListener("abort", () => {
        reject(signal.reason as Error);
      });
    });
  } finally {
    terminal.close();
  }
}
