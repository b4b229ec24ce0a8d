import type {
  EvaluationFormValue,
  EvaluationQuestionValue,
  EvaluationSectionValue,
} from "../value/contact-center-value";
import type { Report } from "./fault";

/**
 * Lengths, counts and scores as Amazon Connect takes them.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_EvaluationForm.html
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_EvaluationFormQuestion.html
 */
const LONGEST = { title: 128, section: 128, question: 350, answer: 128, text: 1024 };
const MOST_ITEMS = 100;
const HIGHEST_SCORE = 10;
const LEAST_ANSWERS = 2;

/** What the schema of AWS::Connect::EvaluationForm takes as an identifier. */
const ID = /^[a-zA-Z0-9._-]{1,40}$/;

/** Refuses forms that Amazon Connect wouldn't take, or with which no call could be scored. */
export function checkEvaluationForms(forms: readonly EvaluationFormValue[], report: Report): void {
  const seen = new Set<string>();
  for (const form of forms) {
    const at = (place: string, problem: string) => {
      report([`evaluation form "${form.title}"`, place].filter(Boolean).join(", "), problem);
    };
    if (seen.has(form.title)) at("", "is there twice: titles are unique, drop or rename one");
    seen.add(form.title);
    checkText("title", form.title, 1, LONGEST.title, at);
    checkText("description", form.description, 0, LONGEST.text, at);
    checkCount("sections", form.sections.length, at);
    checkCount("questions", form.sections.flatMap(({ questions }) => questions).length, at);
    checkIds(form, at);
    for (const section of form.sections) checkSection(section, at);
    const sum = form.sections.reduce((total, { weight }) => total + weight, 0);
    if (Math.abs(sum - 100) > 1e-6) {
      at("", `the weights of its sections must make 100 together, got ${sum}`);
    }
  }
}

function checkIds({ sections }: EvaluationFormValue, report: Report): void {
  const ids = sections.flatMap(({ id, questions }) => [id, ...questions.map((each) => each.id)]);
  for (const id of new Set(ids)) {
    if (!ID.test(id)) {
      report(`id "${id}"`, "must have 1 to 40 letters, digits, dots, underscores and hyphens");
    }
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) {
      report(`id "${id}"`, "is there twice: ids are unique in a form, those of sections, too");
    }
  }
}

function checkSection(section: EvaluationSectionValue, report: Report): void {
  const { id, title, instructions = "", weight, questions } = section;
  const place = `section "${id}"`;
  const at = (inner: string, problem: string) => {
    report([place, inner].filter(Boolean).join(", "), problem);
  };
  checkText("title", title, 1, LONGEST.section, at);
  checkText("instructions", instructions, 0, LONGEST.text, at);
  if (questions.length === 0) at("", "must have one question at least, got none");
  const isScored = questions.some(({ type }) => type === "SINGLESELECT");
  if (!(weight >= 0 && weight <= 100)) {
    at("", `weight must be a number from 0 to 100, got ${weight}`);
  } else if (weight > 0 && !isScored) {
    at("", `weight must be 0, since none of its questions has a score, got ${weight}`);
  } else if (weight === 0 && isScored) {
    at(
      "",
      "weight must be more than 0, since its answers have scores that would count for nothing",
    );
  }
  for (const question of questions) checkQuestion(question, at);
}

function checkQuestion(question: EvaluationQuestionValue, report: Report): void {
  const { id, title, instructions = "" } = question;
  const at = (inner: string, problem: string) => {
    report([`question "${id}"`, inner].filter(Boolean).join(", "), problem);
  };
  checkText("title", title, 1, LONGEST.question, at);
  checkText("instructions", instructions, 0, LONGEST.text, at);
  if (question.type === "TEXT") return;
  const { answers } = question;
  if (answers.length < LEAST_ANSWERS) {
    at("", `must have ${LEAST_ANSWERS} answers at least to choose from, got ${answers.length}`);
  }
  const texts = answers.map(({ text }) => text);
  for (const text of new Set(texts)) {
    checkText(`answer "${text}"`, text, 1, LONGEST.answer, at);
    if (texts.indexOf(text) !== texts.lastIndexOf(text)) {
      at(`answer "${text}"`, "is there twice: drop or reword one");
    }
  }
  for (const { text, score } of answers) {
    if (!Number.isInteger(score) || score < 0 || score > HIGHEST_SCORE) {
      at(
        `answer "${text}"`,
        `score must be a whole number from 0 to ${HIGHEST_SCORE}, got ${score}`,
      );
    }
  }
}

function checkCount(what: string, count: number, report: Report): void {
  if (count < 1 || count > MOST_ITEMS) {
    report("", `must have 1 to ${MOST_ITEMS} ${what}, got ${count}`);
  }
}

function checkText(what: string, text: string, least: number, most: number, report: Report): void {
  if (text.length < least || text.length > most) {
    report("", `${what} must have ${least} to ${most} characters, got ${text.length}`);
  }
}
