import { type EvaluationView, type FormView, LONGEST_ANSWER } from "../evaluation-view";
import { byId, make } from "./dom";

/** The choice that leaves a question out of the score: no id of an option. */
const LEFT_OUT = " ";

let contact = "";
let view: EvaluationView | undefined;

const dialog = () => byId("evaluation", HTMLDialogElement);
const form = () => byId("evaluation-form", HTMLFormElement);
const choice = (name: "evaluator" | "form-choice") => byId(`evaluation-${name}`, HTMLSelectElement);
const address = () => `contacts/${encodeURIComponent(contact)}/evaluation`;

/** The dialog in which a supervisor evaluates a call. */
export function setUpEvaluation(): void {
  choice("form-choice").addEventListener("change", showForm);
  byId("evaluation-cancel", HTMLButtonElement).addEventListener("click", () => {
    dialog().close();
  });
  form().addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
}

/** Opens the dialog for a contact. */
export async function openEvaluation(id: string): Promise<void> {
  contact = id;
  const response = await fetch(address());
  const answer = (await response.json()) as EvaluationView & { readonly message?: string };
  view = response.ok ? answer : undefined;
  const { forms = [], evaluators = [] } = view ?? {};
  byId("evaluation-name", HTMLElement).textContent = `Evaluate a call of ${view?.agent ?? ""}`;
  choice("evaluator").replaceChildren(
    ...evaluators.map(({ id: value, name }) => option(value, name)),
  );
  choice("form-choice").replaceChildren(
    ...forms.map(({ id: value, title }) => option(value, title)),
  );
  refuse(answer.message ?? missing(forms.length, evaluators.length));
  showForm();
  dialog().showModal();
}

/** What keeps a call from being evaluated. */
function missing(forms: number, evaluators: number): string {
  if (forms === 0) return "No evaluation form is active: kwglobal.ts has evaluationForms.";
  return evaluators === 0 ? "No user has the permission Evaluation.Create." : "";
}

function refuse(message: string): void {
  const refusal = byId("evaluation-refused", HTMLElement);
  refusal.textContent = message;
  refusal.hidden = message === "";
}

const chosen = (): FormView | undefined =>
  view?.forms.find(({ id }) => id === choice("form-choice").value);

function showForm(): void {
  const { sections = [], answers = {} } = chosen() ?? {};
  byId("evaluation-submit", HTMLButtonElement).disabled =
    sections.length === 0 || view?.evaluators.length === 0;
  byId("questions", HTMLElement).replaceChildren(
    ...sections.map(({ title, instructions, questions }) =>
      make(
        "fieldset",
        "",
        make("legend", "", title),
        ...note(instructions),
        ...questions.map((question) =>
          make(
            "label",
            "",
            make("span", "", question.title),
            ...note(question.instructions),
            answerField(question, answers[question.id]),
          ),
        ),
      ),
    ),
  );
}

const note = (text: string | undefined) => (text === undefined ? [] : [make("small", "", text)]);

type Question = FormView["sections"][number]["questions"][number];

function answerField(
  { id, options, canBeLeftOut }: Question,
  before: string | null | undefined,
): HTMLElement {
  if (options.length === 0) {
    const text = make("textarea");
    text.name = id;
    text.maxLength = LONGEST_ANSWER;
    text.value = before ?? "";
    return text;
  }
  const select = make("select");
  select.name = id;
  select.required = true;
  select.append(option("", "–"), ...options.map((each) => option(each.id, each.text)));
  if (canBeLeftOut) select.append(option(LEFT_OUT, "Not applicable"));
  select.value = before === null ? LEFT_OUT : (before ?? "");
  return select;
}

function option(value: string, text: string): HTMLOptionElement {
  const element = make("option", "", text);
  element.value = value;
  return element;
}

async function submit(): Promise<void> {
  const questions = (chosen()?.sections ?? []).flatMap((section) => section.questions);
  const given = new FormData(form());
  const answers = questions.flatMap(({ id, canBeLeftOut }) => {
    const answer = given.get(id);
    // A text that is empty is no answer.
    if (typeof answer !== "string" || answer === "") return [];
    return [[id, canBeLeftOut && answer === LEFT_OUT ? null : answer]];
  });
  const response = await fetch(address(), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      form: choice("form-choice").value,
      evaluator: choice("evaluator").value,
      answers: Object.fromEntries(answers) as object,
    }),
  });
  if (response.ok) dialog().close();
  else refuse(((await response.json()) as { message: string }).message);
}
