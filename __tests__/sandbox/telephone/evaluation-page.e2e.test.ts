import {
  ActivateEvaluationFormCommand,
  CreateEvaluationFormCommand,
  type EvaluationFormItem,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { connectForm } from "../../../constructs/value/evaluation-forms";
import { KWGLOBAL } from "../../../kwglobal";
import { Desk } from "../../../sandbox/telephone/desk";
import { submitEvaluationAt } from "../../../sandbox/telephone/evaluations";
import { violations } from "../../support/axe";
import { startBrowser } from "../../support/browser";
import { connectUnderTest } from "../../support/connect-under-test";
import { requires } from "../../support/requirements";
import { type Center, deployKwglobal } from "./kwglobal-instance";
import { type ServedCenter, serveCenter } from "./served-center";

describe("A call, evaluated on the wallboard's page", function () {
  this.timeout(120_000);
  requires("chromium");

  const under = connectUnderTest();
  let center: Center;
  let served: ServedCenter;
  let browser: Browser;
  let page: Page;

  before(async () => {
    center = await deployKwglobal(under);
    const instance = center.store.instances.get(center.instanceId);
    const agents = [...(instance?.securityProfiles.values() ?? [])].find(
      ({ SecurityProfileName }) => SecurityProfileName === "Agent",
    );
    const user = instance?.users.get(center.users.get("mary.jane") ?? "");
    if (user !== undefined) user.SecurityProfileIds = [agents?.Id ?? ""];
    browser = await startBrowser();
    served = await serveCenter(center, () => [], {
      submitEvaluation: submitEvaluationAt(() => under.endpoint),
    });
    const { exchange } = served;
    const mary = new Desk(exchange, center.users.get("mary.jane") ?? "");
    exchange.telephone("+13025550101").dial(center.number);
    exchange.timeline.pass(25_000);
    exchange.telephone("+13025550101").press("1");
    mary.setStatus("Available");
    mary.accept();
    exchange.timeline.pass(90_000);
    exchange.telephone("+13025550101").hangUp();
    exchange.telephone("+13025550102").dial(center.number);
    exchange.timeline.pass(5_000);
    exchange.telephone("+13025550102").hangUp();
    page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    page.setDefaultTimeout(15_000);
    await page.goto(`${served.address}wallboard`);
    await page.waitForSelector("body[data-ready]");
  });

  after(async () => {
    await (browser as Browser | undefined)?.close();
    await (served as ServedCenter | undefined)?.close();
  });

  const answered = () => page.locator("#contacts > li", { hasText: "answered by Mary Jane" });
  const open = async () => {
    await page.locator("#contacts summary", { hasText: "answered by Mary Jane" }).click();
    await answered().getByRole("button", { name: "Evaluate" }).click();
  };
  const dialog = () => page.getByRole("dialog", { name: "Evaluate a call of Mary Jane" });
  const question = (id: string) => page.locator(`#evaluation [name="${id}"]`);

  it("can't be while no form is active, and the page says so", async () => {
    await open();
    await page.getByText("No evaluation form is active").waitFor();
    expect(await dialog().getByRole("button", { name: "Submit" }).isDisabled()).to.equal(true);
    await dialog().getByRole("button", { name: "Cancel" }).click();
    const [form] = KWGLOBAL.evaluationForms ?? [];
    if (form === undefined) throw new Error("KWGlobal has an evaluation form");
    const { title, description, items, scoringStrategy } = connectForm(form);
    const { EvaluationFormId } = await under.client.send(
      new CreateEvaluationFormCommand({
        InstanceId: under.instanceId,
        Title: title,
        Description: description,
        Items: structuredClone(items) as EvaluationFormItem[],
        ScoringStrategy: scoringStrategy,
      }),
    );
    await under.client.send(
      new ActivateEvaluationFormCommand({
        InstanceId: under.instanceId,
        EvaluationFormId,
        EvaluationFormVersion: 1,
      }),
    );
  });

  it("is offered only where an agent answered", async () => {
    const hidden = page.locator("#contacts > li", { hasText: "ended in the flow" });
    await hidden.locator("summary").click();
    expect(await hidden.getByRole("button", { name: "Evaluate" }).count()).to.equal(0);
  });

  it("asks each question of the form, of those who may evaluate, by axe's rules", async () => {
    await answered().getByRole("button", { name: "Evaluate" }).click();
    await question("privacy").waitFor();
    expect(await violations(page)).to.deep.equal([]);
    const evaluators = await page.locator("#evaluation-evaluator option").allInnerTexts();
    expect(evaluators).to.include("Jimin Lee").and.not.include("Mary Jane");
    const ids = (KWGLOBAL.evaluationForms ?? []).flatMap(({ sections }) =>
      sections.flatMap(({ questions }) => questions.map(({ id }) => id)),
    );
    for (const id of ids) expect(await question(id).count(), id).to.equal(1);
  });

  it("is submitted by the supervisor, and its score stands beside the call", async () => {
    await page.locator("#evaluation-evaluator").selectOption({ label: "Jimin Lee" });
    const selects = await page.locator("#questions select").all();
    for (const select of selects) await select.selectOption({ index: 1 });
    await question("transfer").selectOption({ label: "Not applicable" });
    await page.locator("#questions textarea").first().fill("Polite.");
    await dialog().getByRole("button", { name: "Submit" }).click();
    await dialog().waitFor({ state: "hidden" });
    await page.getByText("answered by Mary Jane · evaluated, 100 %").waitFor();
    const instance = center.store.instances.get(center.instanceId);
    const [evaluation, ...others] = [...(instance?.contactEvaluations.values() ?? [])];
    expect(others).to.deep.equal([]);
    expect(evaluation?.EvaluatorArn).to.equal(
      instance?.users.get(center.users.get("jimin.lee") ?? "")?.Arn,
    );
    expect(evaluation?.answers.transfer).to.deep.equal({ Value: { NotApplicable: true } });
  });

  it("can be corrected: the answers stand there, and the new score counts", async () => {
    await answered().getByRole("button", { name: "Evaluate" }).click();
    await question("privacy").waitFor();
    expect(await question("transfer").inputValue()).to.equal(" ");
    expect(await page.locator("#questions textarea").first().inputValue()).to.equal("Polite.");
    await question("privacy").selectOption({ label: "No" });
    await dialog().getByRole("button", { name: "Submit" }).click();
    await page.getByText("answered by Mary Jane · evaluated, 0 %").waitFor();
  });

  it("is refused with the reason, where a question isn't answered", async () => {
    const [id = ""] = center.store.instances.get(center.instanceId)?.contacts.keys() ?? [];
    const post = (body: object) =>
      fetch(`${served.address}contacts/${id}/evaluation`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }).then(async (response) => [response.status, await response.text()] as const);
    const jimin = center.users.get("jimin.lee") ?? "";
    const [form = ""] = center.store.instances.get(center.instanceId)?.evaluationForms.keys() ?? [];
    const refused = async (body: object, reason: string) => {
      const [status, text] = await post(body);
      expect(status, text).to.equal(400);
      expect(text).to.include(reason);
    };
    await refused({ form, evaluator: center.users.get("mary.jane") }, "Evaluation.Create");
    await refused({ form: "none", evaluator: jimin }, "the evaluation was not submitted");
    await refused({ form, evaluator: jimin, answers: [1] }, "answers must be an object of texts");
    await refused({ form, evaluator: jimin, answers: { nope: "x" } }, "no question nope");
    await refused({ form, evaluator: jimin, answers: { names: "x" } }, "names");
  });
});
