import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { readReviews, type Review, writeReview } from "../../../plan-review/report/review";

const REVIEW: Review = {
  environment: "prod",
  changes: true,
  accepted: true,
  summary: "### prod: 1 created",
  drifted: [],
  plan: "+ resource",
};

describe("The review of a plan, as it reaches another job", () => {
  let folder: string;
  let digest: string;
  const said: string[] = [];
  const { error } = console;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "review-"));
    digest = writeReview(join(folder, "review-prod"), REVIEW);
    said.length = 0;
    console.error = (line: string) => said.push(line);
  });

  afterEach(() => {
    console.error = error;
    rmSync(folder, { recursive: true });
  });

  const read = (variables: Readonly<Record<string, string>>) =>
    readReviews(folder, ["prod"], variables);

  it("is the one that its job has written", () => {
    expect(read({ REVIEW_PROD: digest })).to.deep.equal([["prod", REVIEW]]);
    expect(said).to.deep.equal([]);
  });

  it("is none where its job has failed", () => {
    expect(read({})).to.deep.equal([["prod", undefined]]);
    expect(read({ REVIEW_PROD: "" })).to.deep.equal([["prod", undefined]]);
    expect(said).to.deep.equal([]);
  });

  it("is none where another job has left one of that name, and it says so", () => {
    writeReview(join(folder, "review-prod"), { ...REVIEW, summary: "### prod: no changes" });
    expect(read({ REVIEW_PROD: digest })).to.deep.equal([["prod", undefined]]);
    expect(said[0]).to.include("the review of prod is left out").and.include("digest differs");
  });

  it("is none where it is a link or isn't there, and others are read none the less", () => {
    const file = join(folder, "review-prod", "review.json");
    rmSync(file);
    expect(read({ REVIEW_PROD: digest })).to.deep.equal([["prod", undefined]]);
    writeFileSync(join(folder, "elsewhere.json"), "{}");
    symlinkSync(join(folder, "elsewhere.json"), file);
    const dev = writeReview(join(folder, "review-dev"), { ...REVIEW, environment: "dev" });
    const reviews = readReviews(folder, ["prod", "dev"], { REVIEW_PROD: digest, REVIEW_DEV: dev });
    expect(reviews.map(([, review]) => review?.environment)).to.deep.equal([undefined, "dev"]);
    expect(said[0]).to.include("is not there");
    expect(said[1]).to.include("must be an ordinary file, and no link");
  });
});
