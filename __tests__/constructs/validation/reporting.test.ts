import { expect } from "chai";

import type {
  ContactCenterValue,
  Environment,
  RecordingsValue,
} from "../../../constructs/value/contact-center-value";
import { checkReporting, unwatched } from "../../../constructs/validation/reporting";
import { warningText } from "../../../constructs/validation/warnings/warning";
import { KWGLOBAL } from "../../../kwglobal";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";
import { DEV, PROD } from "../../support/synthesized";

function faults(
  change: Partial<ContactCenterValue>,
  where: Partial<Environment> = {},
): readonly string[] {
  const found: string[] = [];
  checkReporting({ ...HARBOR_TRAVEL, ...change }, { ...PROD, ...where }, (place, problem) => {
    found.push(`${place}: ${problem}`);
  });
  return found;
}

const recordings = (change: Partial<RecordingsValue>) => ({
  recordings: { ...HARBOR_TRAVEL.recordings, ...change },
});

describe("Recordings and reporting of a value", () => {
  it("are accepted as KWGlobal wrote them", () => {
    expect(faults(KWGLOBAL)).to.deep.equal([]);
  });

  it("analyse only calls of which both sides are recorded, in a language with its region", () => {
    expect(faults(recordings({ participants: ["Agent"] }))).to.deep.equal([
      'recordings: analyticsLanguage needs the recording of "Agent" and "Customer", got ["Agent"]: record both or drop it',
    ]);
    expect(faults(recordings({ analyticsLanguage: "english" }))).to.deep.equal([
      'recordings: analyticsLanguage must be a code such as "en-US", got "english"',
    ]);
  });

  it("may leave calls unrecorded, and not analysed", () => {
    const { analyticsLanguage: _none, ...unread } = HARBOR_TRAVEL.recordings;
    expect(faults({ recordings: { ...unread, participants: [] } })).to.deep.equal([]);
  });

  it("are stored more cheaply from 30 days on, as S3 wants it, and deleted later than that", () => {
    expect(faults(recordings({ infrequentAccessAfterDays: 29 }))).to.deep.equal([
      "recordings: infrequentAccessAfterDays must be a whole number from 30 on, got 29",
    ]);
    expect(faults(recordings({ expireAfterDays: 90 }))).to.deep.equal([
      'recordings: expireAfterDays must be "never" or a whole number above infrequentAccessAfterDays (90), got 90',
    ]);
    expect(faults(recordings({ expireAfterDays: 365 }))).to.deep.equal([]);
  });

  it("hear of silence of whole hours, a day at most", () => {
    const silent = (silentHours: number) =>
      faults({ reporting: { ...HARBOR_TRAVEL.reporting, silentHours } });
    expect(silent(2)).to.deep.equal([]);
    expect(silent(0.5)).to.deep.equal([
      "reporting: silentHours must be a whole number from 1 to 24, got 0.5",
    ]);
    expect(silent(25)).to.deep.equal([
      "reporting: silentHours must be a whole number from 1 to 24, got 25",
    ]);
  });

  it("have a budget of whole dollars", () => {
    const budget = (dollarsADay: number) =>
      faults({ reporting: { ...HARBOR_TRAVEL.reporting, dollarsADay } });
    expect(budget(50)).to.deep.equal([]);
    expect(budget(0.5)).to.deep.equal([
      "reporting: dollarsADay must be a whole number from 1 on, got 0.5",
    ]);
  });

  it("have thresholds that can be reached", () => {
    const reporting = { ...HARBOR_TRAVEL.reporting, queueSize: 0, queueWaitSeconds: 1.5 };
    expect(faults({ reporting })).to.deep.equal([
      "reporting: queueSize must be a whole number from 1 on, got 0",
      "reporting: queueWaitSeconds must be a whole number from 1 on, got 1.5",
    ]);
  });

  it("tell addresses, each once", () => {
    const alarmEmails = ["supervisors", "a.b@kwglobal.com", "a-b@kwglobal.com"];
    expect(faults({}, { alarmEmails })).to.deep.equal([
      'alarmEmails: must be addresses such as "name@company.com", got "supervisors"',
      'alarmEmails: "a-b@kwglobal.com" would get the same Terraform address as an earlier one',
    ]);
  });

  it("warn of names that CloudWatch can't show", () => {
    expect(unwatched(HARBOR_TRAVEL, PROD)).to.deep.equal([]);
    const queues = HARBOR_TRAVEL.queues.map((queue) => ({ ...queue, name: "Atención" })).slice(1);
    expect(unwatched({ ...HARBOR_TRAVEL, queues }, DEV).map(warningText)).to.deep.equal([
      'queue "Atención": it has no alarms, since CloudWatch can\'t show its name; name it with letters without accents, digits and . , - _ / # : $ @ | & { } + ? % [not-watchable]',
    ]);
  });
});
