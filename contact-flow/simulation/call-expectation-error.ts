/** The call did not go as the test says; the message tells the call so far. */
export class CallExpectationError extends Error {
  public constructor(problem: string, story: readonly string[]) {
    super([problem, "the call so far:", ...story.map((line) => `  ${line}`)].join("\n"));
    this.name = "CallExpectationError";
  }
}
