import { expect } from "chai";

import { attributeDifferences, attributesIn } from "../../../commands/drill/attributes";

/** A plan's JSON of an account whose ids are its own. */
const account = (id: string, more: object = {}) => ({
  prior_state: {
    values: {
      root_module: {
        resources: [
          {
            address: "aws_connect_instance.center",
            type: "aws_connect_instance",
            values: {
              id: `1234567${id}-0000`,
              arn: `arn:aws:connect:instance/1234567${id}-0000`,
              created_time: `2026-11-2${id}T10:00:0${id}Z`,
              alias: "kwglobal",
            },
            sensitive_values: {},
          },
          {
            address: "aws_connect_user.mary",
            type: "aws_connect_user",
            values: {
              instance_id: `1234567${id}-0000`,
              password: `Secret-${id}`,
              tags: { center: `arn:aws:connect:instance/1234567${id}-0000/user` },
              max: 5,
              owner_id: "123456789012",
              force_destroy: id === "1" ? false : null,
              members: (id === "1" ? ["a", "b"] : ["b", "a"]).map(
                (part) => `${part}${id}-0000000000`,
              ),
              ...more,
            },
            sensitive_values: { password: true },
          },
          ...["a", "b"].map((part) => ({
            address: `aws_connect_queue.${part}`,
            type: "aws_connect_queue",
            values: { queue_id: `${part}${id}-0000000000` },
            sensitive_values: {},
          })),
          {
            address: "aws_lambda_invocation.set",
            type: "aws_lambda_invocation",
            values: { function_name: "f", input: `run ${id}` },
            sensitive_values: {},
          },
        ],
      },
    },
  },
});

describe("what the things of a recovered account are compared by", () => {
  const wanted = attributesIn(account("1"));

  it("is each attribute; ids, times, passwords and runs are each account's own", () => {
    expect(attributeDifferences(wanted, attributesIn(account("2")))).to.deep.equal([]);
    expect(JSON.stringify(wanted)).not.to.include("Secret");
  });

  it("names what differs, is lacking or is too much", () => {
    const found = attributesIn(account("2", { max: 6, note: "new" }));
    const { "aws_connect_instance.center": instance, ...others } = found;
    expect(attributeDifferences(wanted, { ...others, "a.b": instance ?? {} })).to.deep.equal([
      "the state lacks aws_connect_instance.center",
      "aws_connect_user.mary: max is 6, not 5",
      'aws_connect_user.mary: note is "new", not missing',
      "the state has what nobody wants: a.b",
    ]);
  });
});
