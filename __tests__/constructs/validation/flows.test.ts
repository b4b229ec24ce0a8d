import { expect } from "chai";

import { checkFlows } from "../../../constructs/validation/flows";
import { KWGLOBAL } from "../../../kwglobal";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";

/** The faults of the main menu with other values, as lines `place: problem`. */
function faults(values: object): string[] {
  const found: string[] = [];
  const flows = HARBOR_TRAVEL.flows.map((flow) =>
    flow.template === "main-menu.json" ? { ...flow, values: { ...flow.values, ...values } } : flow,
  );
  checkFlows({ ...HARBOR_TRAVEL, flows }, HARBOR_TRAVEL.hoursOfOperation, (place, problem) => {
    found.push(`${place}: ${problem}`);
  });
  return found;
}

const FLOW = 'flow "Harbor main menu"';
const LOWEST = { key: "1", queue: "Reservations" };

describe("The flows of a contact center's value", () => {
  it("are accepted as KWGlobal wrote them", () => {
    const faults: string[] = [];
    checkFlows(KWGLOBAL, KWGLOBAL.hoursOfOperation, (place, problem) => {
      faults.push(`${place}: ${problem}`);
    });
    expect(faults).to.deep.equal([]);
  });

  it("are told a queue that isn't there at the value that names it", () => {
    const [fault, ...more] = faults({
      menu: [{ key: "1", queue: "Reservatons" }],
      menuText: "1",
    });
    expect(fault).to.match(
      /^flow "Harbor main menu": values\.menu\[0\]\.queue: there is no queue named "Reservatons" \(did you mean "Reservations"\?\)/,
    );
    expect(more).to.deep.equal([]);
  });

  it("are told a key that stands there twice, once", () => {
    expect(
      faults({ menu: [LOWEST, { key: "1", queue: "Group Travel" }], menuText: "1" }),
    ).to.deep.equal([
      `${FLOW}: values.menu[1].key: must differ from values.menu[0].key, got "1" twice: both would name the block "Keep key 1"`,
    ]);
  });

  it("are told a value that Amazon Connect would refuse, with the block and the cure", () => {
    expect(faults({ menuRepeats: "200" })).to.deep.equal([
      `${FLOW}: values.menuRepeats: "200" can't stand in the block "Menu again": use a whole number from 0 to 100 [parameter-value]`,
    ]);
    expect(
      faults({ menu: [LOWEST, { key: "x", queue: "Group Travel" }], menuText: "1" }),
    ).to.deep.equal([
      `${FLOW}: values.menu[1].key: "x" can't stand in the block "Main menu": use one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, *, #, as a string [conditions]`,
    ]);
  });

  it("are refused when a prompt tells other hours than the schedule", () => {
    const [fault, ...more] = faults({
      openingHours: "Monday to Friday 9 am to 5 pm, and Saturday 9 am to 3 pm",
    });
    expect(fault).to.match(
      /^flow "Harbor main menu": values\.openingHours: .*"Closed".*\[announced-hours\]$/s,
    );
    expect(more).to.deep.equal([]);
  });

  it("are told faults of values and of the flow together", () => {
    const found = faults({
      menu: [{ key: "x", queue: "Reservatons" }],
      menuRepeats: "200",
      menuText: "1, press 4",
    });
    expect(found.map((each) => /values\.[\w[\].]+/.exec(each)?.[0])).to.have.members([
      "values.menu[0].queue",
      "values.menu[0].key",
      "values.menuRepeats",
      "values.menuText",
    ]);
  });

  it("are only warned about, once for each rule, where they are as they were found", () => {
    const values = { openingHours: "Monday to Friday 9 am to 5 pm, and Saturday 9 am to 3 pm" };
    const flows = HARBOR_TRAVEL.flows.map((flow) =>
      flow.template === "main-menu.json"
        ? { ...flow, asFound: true, values: { ...flow.values, ...values } }
        : flow,
    );
    const found: string[] = [];
    const warnings = checkFlows(
      { ...HARBOR_TRAVEL, flows },
      HARBOR_TRAVEL.hoursOfOperation,
      (_, problem) => {
        found.push(problem);
      },
    );
    expect(found).to.deep.equal([]);
    const told = warnings.filter(({ rule }) => rule === "announced-hours");
    expect(told.map(({ place }) => place)).to.deep.equal(["flow-templates/main-menu.json"]);
    expect(told[0]?.problem).to.match(/"Closed".*, and \d+ more$/s);
    const rules = warnings
      .filter(({ place }) => place.includes("main-menu"))
      .map(({ rule }) => rule);
    expect(rules).to.deep.equal([...new Set(rules)]);
  });

  it("are refused even then for what Amazon Connect would refuse", () => {
    const flows = HARBOR_TRAVEL.flows.map((flow) => ({
      ...flow,
      asFound: true,
      ...(flow.template === "main-menu.json" && {
        values: { ...flow.values, menuRepeats: "200" },
      }),
    }));
    const found: string[] = [];
    checkFlows({ ...HARBOR_TRAVEL, flows }, HARBOR_TRAVEL.hoursOfOperation, (_, problem) => {
      found.push(problem);
    });
    expect(found).to.have.length(1);
    expect(found[0]).to.include("[parameter-value]");
  });
});
