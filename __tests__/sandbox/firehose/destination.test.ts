import { expect } from "chai";

import {
  delimiterOf,
  notPlayed,
  objectKey,
  type S3Destination,
} from "../../../sandbox/firehose/destination";

const BucketARN = "arn:aws:s3:::bucket";
const STREAM = { name: "records", version: "2" };
const ARRIVED = new Date("2026-11-24T09:05:07.120Z");

const processing = (Type: string, ParameterValue?: string): S3Destination => ({
  BucketARN,
  ProcessingConfiguration: {
    Enabled: true,
    Processors: [
      {
        Type,
        ...(ParameterValue !== undefined && {
          Parameters: [{ ParameterName: "Delimiter", ParameterValue }],
        }),
      },
    ],
  },
});

describe("Firehose's S3 destination", () => {
  it("names an object by stream, version and when its first record came", () => {
    const key = objectKey({ BucketARN, CompressionFormat: "GZIP" }, STREAM, ARRIVED);
    expect(key).to.match(
      /^2026\/11\/24\/09\/records-2-2026-11-24-09-05-07-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.gz$/,
    );
  });

  it("writes the time where the prefix asks for it, and then no folders of its own", () => {
    const Prefix =
      "a/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/!{timestamp:HH-mm-ss}/";
    expect(objectKey({ BucketARN, Prefix }, STREAM, ARRIVED)).to.match(
      /^a\/year=2026\/month=11\/day=24\/09-05-07\/records-2-[^/]*[\da-f]$/,
    );
  });

  it("keeps a prefix without a time, and its own folders behind it", () => {
    expect(objectKey({ BucketARN, Prefix: "a/b-" }, STREAM, ARRIVED)).to.match(
      /^a\/b-2026\/11\/24\/09\/records-/,
    );
  });

  it("puts a delimiter behind a record only where one is asked for", () => {
    expect(delimiterOf({ BucketARN })).to.equal("");
    expect(delimiterOf(processing("AppendDelimiterToRecord", "\\n"))).to.equal("\n");
    expect(delimiterOf(processing("AppendDelimiterToRecord", "|"))).to.equal("|");
    const off = processing("AppendDelimiterToRecord", "|");
    const { ProcessingConfiguration } = off;
    expect(
      delimiterOf({
        ...off,
        ProcessingConfiguration: { ...ProcessingConfiguration, Enabled: false },
      }),
    ).to.equal("");
  });

  it("says what of it the sandbox doesn't play", () => {
    expect(notPlayed(processing("AppendDelimiterToRecord", "\\n"))).to.deep.equal([]);
    expect(notPlayed(processing("Lambda"))).to.deep.equal(["the processor Lambda"]);
    const rest = {
      BucketARN,
      CompressionFormat: "Snappy",
      Prefix: "!{timestamp:YYYY}/!{partitionKeyFromQuery:customer}/!{timestamp:dd}/",
      DataFormatConversionConfiguration: { Enabled: true },
      DynamicPartitioningConfiguration: { Enabled: true },
    };
    expect(notPlayed(rest)).to.deep.equal([
      "the compression Snappy",
      "the conversion of formats",
      "dynamic partitioning",
      "!{timestamp:YYYY} in the prefix",
      "!{partitionKeyFromQuery:customer} in the prefix",
    ]);
  });
});
