import type { Acceptance } from "../../constructs/validation/warnings/accepted";
import { objectOf } from "../../contact-flow/json";
import { type Configuration, list, text } from "./configuration";
import { DOCUMENT_STYLE, html, page } from "../support/html";
import { acceptedSection } from "./sections/accepted";
import { flowsSection } from "./sections/flows";
import { glanceSection } from "./sections/glance";
import { hoursSection } from "./sections/hours";
import { instanceSection } from "./sections/instance";
import { peopleSection } from "./sections/people";
import { qualitySection } from "./sections/quality";
import { resourcesSection } from "./sections/resources";
import { routingSection } from "./sections/routing";
import { vanityNumbersSection } from "./sections/vanity-numbers";

/**
 * The as-built document: a page that needs nothing else, for a screen or for paper.
 * @param configuration the synthesized stack.
 * @param edition which version of the project it shows, such as a commit and its date.
 * @param accepted the synth's warnings that somebody has decided on.
 */
export async function asBuilt(
  configuration: Configuration,
  edition?: string,
  accepted: readonly Acceptance[] = [],
): Promise<string> {
  const sections = [
    glanceSection(configuration),
    instanceSection(configuration),
    hoursSection(configuration),
    routingSection(configuration),
    peopleSection(configuration),
    await flowsSection(configuration),
    vanityNumbersSection(configuration),
    qualitySection(configuration),
    acceptedSection(accepted),
    resourcesSection(configuration),
  ];
  const [provider] = list(objectOf(configuration.section("provider")).aws);
  const [tags] = list(objectOf(provider).default_tags);
  const { Project: company, Environment: environment } = objectOf(objectOf(tags).tags);
  const title = `${text(company)} contact center, as built`;
  return page(
    title,
    [DOCUMENT_STYLE],
    html`
      <header>
        <h1>${title}</h1>
        <p>
          Environment <strong>${text(environment)}</strong>, read from the synthesized
          configuration${edition === undefined ? "" : `, ${edition}`}.
        </p>
        <nav aria-label="Contents">
          <ol>
            ${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}
          </ol>
        </nav>
      </header>
      <main>
        ${sections.map(
          ({ id, title: name, body }) =>
            html` <section id="${id}">
              <h2>${name}</h2>
              ${body}
            </section>`,
        )}
      </main>
    `,
  );
}
