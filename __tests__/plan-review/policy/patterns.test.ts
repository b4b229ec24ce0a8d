import { expect } from "chai";
import fc from "fast-check";

import { areApart, isArnWithin, isWithin } from "../../../plan-review/policy/patterns";

/** Every text of up to five characters, one of which stands for all that no pattern names. */
const TEXTS = (function texts(length: number): string[] {
  if (length === 0) return [""];
  const shorter = texts(length - 1);
  return [
    ...shorter,
    ...shorter
      .filter((text) => text.length === length - 1)
      .flatMap((text) => [`${text}a`, `${text}b`, `${text}#`]),
  ];
})(5);

const matcher = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 4 });

describe("IAM's patterns", () => {
  const within: readonly (readonly [inner: string, outer: string, is: boolean])[] = [
    ["s3:GetObject", "s3:GetObject", true],
    ["s3:GetObject", "s3:Get*", true],
    ["s3:Get*", "s3:GetObject", false],
    ["s3:Get*", "s3:*", true],
    ["s3:GetObject", "s3:?etObject", true],
    ["s3:?etObject", "s3:GetObject", false],
    ["s3:?etObject", "s3:?etObject", true],
    ["s3:*etObject", "s3:?etObject", false],
    ["anything", "*", true],
    ["", "*", true],
    ["*", "", false],
    ["*", "**", true],
    ["**", "*", true],
    ["a", "", false],
    ["", "a", false],
    ["ab", "a", false],
    ["a*b", "a*", true],
    ["a*b", "*b", true],
    ["a*b", "*a*b*", true],
    ["ab", "a*b", true],
    ["a", "a?", false],
    ["a", "A", false],
    ["a/${aws:username}/*", "a/*", true],
    ["a/${aws:username}", "a/${aws:username}", true],
    ["a/${aws:username}/x", "a/${aws:username}/*", true],
    ["a/u", "a/${aws:username}", false],
    ["a/${aws:username}", "a/u", false],
    ["a/${aws:username}", "a/?", false],
    ["a/${aws:username}x", "a/${aws:userid}x", false],
    ["a*", "a${aws:username}", false],
    ["${*}", "*", true],
    ["*", "${*}", false],
    ["${*}", "?", true],
    ["${?}x", "?x", true],
    ["?x", "${?}x", false],
    ["${$}{a}", "${a}", false],
    ["${a}", "${$}{a}", false],
    ["${*}x", "${*}?", true],
    ["\n", "*", true],
    ["\n", "?", true],
    ["😀", "?", true],
  ];

  for (const [inner, outer, is] of within) {
    it(`${inner} is ${is ? "" : "not "}within ${outer}`, () => {
      expect(isWithin(inner, outer)).to.equal(is);
    });
  }

  it("is within another one only if that one matches all of its texts", () => {
    fc.assert(
      fc.property(pattern, pattern, (inner, outer) => {
        if (!isWithin(inner, outer)) return;
        for (const text of TEXTS) {
          if (matcher(inner).test(text)) expect(text).to.match(matcher(outer));
        }
      }),
    );
  });

  it("are apart if, and only if, no text is matched by both", () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom("", "a", "*", "?b", "b*", "*a*", "a?"), (one, other) => {
        const shared = TEXTS.filter((text) => matcher(one).test(text) && matcher(other).test(text));
        expect(areApart(one, other), shared[0]).to.equal(shared.length === 0);
        expect(areApart(other, one), shared[0]).to.equal(shared.length === 0);
      }),
    );
  });

  it("with a variable may have any text in common with another", () => {
    expect(areApart("a/${aws:username}", "a/u")).to.equal(false);
    expect(areApart("a/u", "a/${aws:username}")).to.equal(false);
    expect(areApart("a/${aws:username}", "b/u")).to.equal(true);
    expect(areApart("a${*}", "ab")).to.equal(true);
  });
});

describe("patterns of ARNs", () => {
  const cases: readonly (readonly [inner: string, outer: string, is: boolean])[] = [
    ["arn:aws:s3:::b", "*", true],
    ["*", "*", true],
    ["arn:aws:s3:::b/k", "arn:aws:s3:::b/*", true],
    ["arn:aws:logs:r:1:log-group:g:*", "arn:aws:logs:r:1:log-group:*", true],
    ["arn:aws:logs:r:1:log-group:g:log-stream:s", "arn:aws:logs:r:1:log-group:g*", true],
    ["arn:aws:iam::1:role/r", "arn:aws:iam::*:role/r", true],
    ["arn:aws:iam::*:role/r", "arn:aws:iam::*:role/*", true],
    ["arn:aws:s3:::a:b", "arn:aws:s3:::*b", false],
    ["arn:aws:s3:::ab", "arn:aws:s3:::*b", true],
    ["arn:aws:s3:::a:b", "arn:aws:s3:::a?b", false],
    ["arn:aws:s3:::a-b", "arn:aws:s3:::a?b", true],
    ["arn:aws:s3:::a:", "arn:aws:s3:::a?", false],
    ["arn:aws:s3:::a-", "arn:aws:s3:::a?", true],
    ["arn:aws:s3:::a?b", "arn:aws:s3:::a?b*", true],
    ["arn:aws:s3:::a?b", "arn:aws:s3:::???*", true],
    ["arn:aws:s3:::*", "arn:aws:s3:::*:x", false],
    ["arn:aws:s3:::a*x", "arn:aws:s3:::*x", true],
    // A wildcard at a segment's end may reach beyond it, one in its midst may not.
    ["arn:*:x", "arn:*x", false],
    ["arn:*:x", "arn:*:x", true],
    ["arn:a*:x", "arn:*:x", true],
    ["arn:a*b:x", "arn:*:x", true],
    ["arn:x*", "arn:*y", false],
    ["arn:x*", "arn:*?", false],
    ["arn:${aws:username}x", "arn:*x", false],
    ["arn:${aws:username}x", "arn:*", true],
    ["arn:${aws:username}", "arn:?", false],
  ];

  for (const [inner, outer, is] of cases) {
    it(`${inner} is ${is ? "" : "not "}within ${outer}`, () => {
      expect(isArnWithin(inner, outer)).to.equal(is);
    });
  }
});
