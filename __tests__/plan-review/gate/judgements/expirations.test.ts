import { expect } from "chai";

import {
  archives,
  expiresSooner,
  keepsLonger,
} from "../../../../plan-review/gate/judgements/expirations";

const rule = (settings: object) => ({ status: "Enabled", filter: [{ prefix: "" }], ...settings });
const days = (number: number, more: object = {}) =>
  rule({ expiration: [{ days: number }], ...more });
const oldVersions = (number: number) =>
  rule({ noncurrent_version_expiration: [{ noncurrent_days: number }] });
const kept = (number: number) =>
  rule({
    noncurrent_version_expiration: [{ noncurrent_days: 30, newer_noncurrent_versions: number }],
  });
const moved = (storageClass: string, more: object = {}) =>
  rule({ transition: [{ days: 30, storage_class: storageClass }], ...more });
const recordings = { filter: [{ prefix: "recordings/" }] };

describe("the rules of a bucket's lifecycle", () => {
  const cases: readonly (readonly [what: string, before: object[], after: object[], boolean])[] = [
    ["an expiration appears", [rule({})], [days(365)], true],
    ["an expiration comes sooner", [days(365)], [days(30)], true],
    ["an expiration comes later", [days(30)], [days(365)], false],
    ["an expiration goes", [days(30)], [rule({ expiration: [] })], false],
    ["old versions go sooner", [oldVersions(30)], [oldVersions(1)], true],
    ["old versions are kept longer", [oldVersions(1)], [oldVersions(30)], false],
    ["a rule is turned on", [days(30, { status: "Disabled" })], [days(30)], true],
    ["a rule is turned off", [days(30)], [days(1, { status: "Disabled" })], false],
    ["a rule gets another name", [days(30, { id: "a" })], [days(30, { id: "b" })], false],
    ["rules change places", [days(30), oldVersions(9)], [oldVersions(9), days(30)], false],
    ["a rule gets more objects", [days(30, recordings)], [days(30)], true],
    ["only some objects go sooner", [days(30)], [days(30), days(7, recordings)], true],
    [
      "Terraform fills in what nobody has said",
      [days(30, { prefix: "", filter: [{ prefix: null, and: [], tag: [] }] })],
      [days(30)],
      false,
    ],
    ["objects go on a date", [days(30)], [rule({ expiration: [{ date: "2030-01-01" }] })], true],
    [
      "objects go on a date, and went after a day",
      [days(1)],
      [rule({ expiration: [{ date: "2030-01-01" }] })],
      true,
    ],
    ["the one old version is no longer kept", [kept(1)], [oldVersions(30)], true],
    [
      "Terraform fills in sizes",
      [days(30, { filter: [{ prefix: "a", object_size_greater_than: 0, and: [{ tags: {} }] }] })],
      [days(30, { filter: [{ prefix: "a" }] })],
      false,
    ],
    ["a rule is for all objects, said otherwise", [days(30)], [days(30, { filter: [] })], false],
    [
      "a rule is for other objects",
      [days(30, { filter: [{ prefix: "a" }] })],
      [days(30, { filter: [{ prefix: "b" }] })],
      true,
    ],
    ["days aren't known before the apply", [days(30)], [rule({ expiration: [{}] })], true],
    ["fewer old versions are kept", [kept(5)], [kept(4)], true],
    ["more old versions are kept", [kept(4)], [kept(5)], false],
    ["old versions are no longer counted", [kept(5)], [oldVersions(30)], true],
    ["old versions begin to be counted", [oldVersions(30)], [kept(5)], false],
    [
      "whether a rule counts isn't known",
      [rule({})],
      [{ filter: [{ prefix: "" }], expiration: [{ days: 9 }] }],
      true,
    ],
    [
      "objects go that are said to be marks",
      [rule({})],
      [rule({ expiration: [{ days: 1, expired_object_delete_marker: true }] })],
      true,
    ],
    [
      "objects go on a date, and are said to be marks",
      [rule({})],
      [rule({ expiration: [{ date: "2030-01-01", expired_object_delete_marker: true }] })],
      true,
    ],
    [
      "marks of deletions go, which are no objects",
      [rule({})],
      [rule({ expiration: [{ days: 0, expired_object_delete_marker: true }] })],
      false,
    ],
  ];
  for (const [what, before, after, sooner] of cases) {
    it(`delete ${sooner ? "what they kept" : "nothing more"} where ${what}`, () => {
      expect(expiresSooner(before, after)).to.equal(sooner);
      expect(expiresSooner(after, after)).to.equal(false);
    });
  }

  const uploads = (number: number) =>
    rule({ abort_incomplete_multipart_upload: [{ days_after_initiation: number }] });
  const longer: readonly (readonly [what: string, before: object[], after: object[], boolean])[] = [
    ["an expiration goes", [days(30)], [rule({})], true],
    ["a rule goes", [days(30)], [], true],
    ["a rule is turned off", [days(30)], [days(30, { status: "Disabled" })], true],
    ["an expiration comes in ten years", [days(30)], [days(3653)], false],
    ["an expiration comes after more than ten years", [days(30)], [days(3654)], true],
    ["an expiration came after more than ten years", [days(4000)], [days(9000)], false],
    ["a rule is for fewer objects", [days(30)], [days(30, recordings)], true],
    ["a rule is for more objects", [days(30, recordings)], [days(60)], false],
    ["old versions stay", [oldVersions(30)], [rule({})], true],
    ["old versions stay longer", [oldVersions(30)], [oldVersions(60)], false],
    ["one old version stays for ever", [oldVersions(30)], [kept(1)], true],
    ["more old versions stay for ever", [kept(1)], [kept(2)], false],
    ["uploads that don't end stay", [uploads(7)], [rule({})], true],
    ["uploads that don't end go sooner", [uploads(7)], [uploads(1)], false],
    ["nothing was deleted", [rule({})], [], false],
  ];
  for (const [what, before, after, forEver] of longer) {
    it(`keep ${forEver ? "for ever what they deleted" : "no more"} where ${what}`, () => {
      expect(keepsLonger(before, after)).to.equal(forEver);
      expect(keepsLonger(after, after)).to.equal(false);
    });
  }

  it("delete at once what goes on a date, whatever days stand beside it", () => {
    const both = rule({ expiration: [{ days: 365, date: "2020-01-01" }] });
    expect(expiresSooner([days(365)], [both])).to.equal(true);
  });

  it("delete what they kept where only the apply tells what they are", () => {
    expect(expiresSooner([days(1)], undefined)).to.equal(true);
  });

  for (const readable of ["STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING"]) {
    it(`leave objects readable in ${readable}`, () => {
      expect(archives([], [moved(readable)])).to.equal(false);
    });
  }

  for (const archive of [
    "GLACIER",
    "GLACIER_IR",
    "DEEP_ARCHIVE",
    "ONEZONE_IA",
    "REDUCED_REDUNDANCY",
    "new",
  ]) {
    it(`move objects out of reach with ${archive}`, () => {
      expect(archives([], [moved(archive)])).to.equal(true);
      const old = rule({ noncurrent_version_transition: [{ storage_class: archive }] });
      expect(archives([], [old])).to.equal(true);
      expect(archives([moved(archive)], [moved(archive)])).to.equal(false);
      expect(archives([moved(archive, recordings)], [moved(archive)])).to.equal(true);
      expect(archives([], [moved(archive, { status: "Disabled" })])).to.equal(false);
    });
  }

  it("move objects out of reach where the class isn't known", () => {
    expect(archives([], [rule({ transition: [{ days: 1 }] })])).to.equal(true);
  });
});
