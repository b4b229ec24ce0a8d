import { objectOf } from "../../../contact-flow/json";
import { type Block, type Configuration, list, text } from "../configuration";
import { type Html, html, table } from "../../support/html";
import type { Section } from "./section";

/** What calls are judged by. */
export function qualitySection(configuration: Configuration): Section {
  const forms = list(configuration.desired("evaluationForms").forms).map(objectOf);
  return {
    id: "quality",
    title: "Quality",
    body: html`${
      forms.length === 0 ? html`<p>The center has no evaluation form.</p>` : forms.map(form)
    }${categories(configuration)}`,
  };
}

/** The categories that Contact Lens rules put calls into. */
function categories(configuration: Configuration): Html {
  const rules = list(configuration.desired("contactLensRules").rules).map(objectOf);
  if (rules.length === 0) return html``;
  return html`<h3>Categories of calls</h3>
    ${table(
      ["Category", "A call gets it if"],
      rules.map((rule) => [text(rule.name), condition(rule)]),
    )}`;
}

const SPEAKERS: Readonly<Record<string, string>> = {
  AGENT: "the agent said",
  ANY: "anybody said",
  CUSTOMER: "the caller said",
};

function condition({ words, saidBy, silencePercent }: Block): string {
  return words === undefined
    ? `nobody spoke for ${JSON.stringify(silencePercent)} % of it or more`
    : `${SPEAKERS[text(saidBy)] ?? ""} ${list(words)
        .map((word) => `“${text(word)}”`)
        .join(" or ")}`;
}

function form({ title, description, items }: Block): Html {
  return html`<h3>${text(title)}</h3>
    <p>${text(description)}</p>
    ${table(
      ["Section", "Weight", "Question", "Answers and their scores"],
      list(items)
        .map((item) => objectOf(objectOf(item).Section))
        .flatMap((section) =>
          list(section.Items).map((item, index) => {
            const question = objectOf(objectOf(item).Question);
            return [
              index === 0 ? text(section.Title) : "",
              index === 0 ? `${JSON.stringify(section.Weight)} %` : "",
              text(question.Title),
              answers(question),
            ];
          }),
        ),
    )}`;
}

function answers({ QuestionTypeProperties: properties, NotApplicableEnabled }: Block): string {
  const options = list(objectOf(objectOf(properties).SingleSelect).Options).map(objectOf);
  if (options.length === 0) return "free text";
  return [
    ...options.map(
      ({ Text, Score, AutomaticFail }) =>
        `${text(Text)} ${JSON.stringify(Score)}${AutomaticFail === true ? " (fails the call)" : ""}`,
    ),
    ...(NotApplicableEnabled === true ? ["not applicable"] : []),
  ].join(", ");
}
