import { readFileSync } from "node:fs";
import { join } from "node:path";

import { visible } from "../../contact-flow/visible";

/** Markup that is safe to put into a page as it is. */
export class Html {
  /** @param markup text in which everything that a person wrote is escaped */
  public constructor(public readonly markup: string) {}
}

/** What {@link html} puts between the markup: text is escaped, lists are joined. */
export type Child = string | number | Html | readonly Child[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function markupOf(child: Child): string {
  if (child instanceof Html) {
    return child.markup;
  }
  return typeof child === "string" || typeof child === "number"
    ? String(child)
        .split(/([\t\n])/)
        .map((part) => (/^[\t\n]$/.test(part) ? part : visible(part)))
        .join("")
        .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    : child.map(markupOf).join("");
}

/** Makes markup of a template literal; what is filled in is escaped unless it is {@link Html}. */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Html {
  return new Html(
    parts.reduce((markup, part, index) => markup + markupOf(children[index - 1] ?? "") + part),
  );
}

/** A table; the first cell of each row is its heading. */
export const table = (heads: readonly string[], rows: readonly (readonly Child[])[]): Html =>
  html` <div class="table">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = "", ...rest]) =>
            html` <tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** What is so, as terms and their descriptions. */
export const facts = (entries: readonly (readonly [term: string, description: Child])[]): Html =>
  html` <dl class="facts">
    ${entries.map(
      ([term, description]) =>
        html` <div>
          <dt>${term}</dt>
          <dd>${description}</dd>
        </div>`,
    )}
  </dl>`;

/** Names that stand beside one another. */
export const chips = (names: readonly Child[]): Html =>
  names.length === 0
    ? html`<span class="none">none</span>`
    : html`<span class="chips"
        >${names.map((name) => html`<span class="chip">${name}</span> `)}</span
      >`;

/** A name as a machine knows it. */
export const code = (text: string): Html => html`<code>${text}</code>`;

/** The look of a document. */
export const DOCUMENT_STYLE = readFileSync(join(__dirname, "document.css"), "utf8");

/**
 * A page that needs nothing else, for a screen or for paper.
 * @param styles - CSS.
 * @param body - What stands in it.
 */
export const page = (title: string, styles: readonly string[], body: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Html(styles.join("\n"))}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.markup;
