import type { CallStep } from "./call-through";
import { DOCUMENT_STYLE, html, page, table } from "../support/html";

/** What the checklist is of. */
export interface CallThroughPage {
  readonly company: string;
  readonly environment: string;
  /** Which version of the project it shows. */
  readonly edition?: string | undefined;
}

/** The call-through as a page to print: each call with its box, and lines to sign. */
export function callThroughPage(
  steps: readonly CallStep[],
  { company, environment, edition }: CallThroughPage,
): string {
  const title = `${company} contact center, call-through`;
  const rows = steps.map(({ id, how, must, onlyThere }) => [
    id,
    how,
    html`<ul>
      ${must.map((each) => html`<li>${each}</li>`)}
    </ul>`,
    onlyThere === undefined ? "yes" : `no: ${onlyThere}`,
    "☐",
    "",
  ]);
  return page(
    title,
    [DOCUMENT_STYLE],
    html`
      <header>
        <h1>${title}</h1>
        <p>
          Environment
          <strong>${environment}</strong>${edition === undefined ? "" : `, ${edition}`}. Make each
          call on the real number, from a telephone outside of the company. What isn't as it must be
          stops the opening.
        </p>
      </header>
      <main>
        <section id="calls">
          <h2>Calls</h2>
          ${table(
            ["Call", "Do", "It must come so", "Tried offline, too", "Done", "By, and when"],
            rows,
          )}
        </section>
        <section id="signatures">
          <h2>Signatures</h2>
          ${table(
            ["For", "Name", "Date", "Signature"],
            ["Operations", "Supervisors", "Legal"].map((role) => [role, "", "", ""]),
          )}
        </section>
      </main>
    `,
  );
}
