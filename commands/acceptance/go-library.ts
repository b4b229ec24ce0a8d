import { randomBytes } from "node:crypto";

import * as sdk from "@aws-sdk/client-connect";

import { formatGo } from "./go-format";
import { type GoValue, Literal, textOf, Unreadable } from "./go-value";

/** What of other packages the tests' configurations need, by the name as it is written. */
export const LIBRARY: Readonly<Record<string, (...args: readonly GoValue[]) => GoValue>> = {
  "fmt.Sprintf": (format, ...args) => formatGo(textOf(format, "a format"), args),
  "strconv.Itoa": (value) => String(Number(value)),
  "strconv.FormatBool": (value) => (value === true ? "true" : "false"),
  "strings.Repeat": (text, times) => textOf(text, "a text").repeat(Number(times)),
  string: (value = null) => value,
  "acctest.ConfigCompose": (...parts) =>
    parts.map((part) => textOf(part, "a part of a configuration")).join("\n"),
  "acctest.RandomEmailAddress": (domain) => `${random()}@${textOf(domain, "a domain")}`,
  "acctest.RandomDomainName": () => `${random()}.com`,
  "acctest.RandomWithPrefix": (_test, prefix) => named(textOf(prefix, "a prefix")),
  "sdkacctest.RandomWithPrefix": (prefix) => named(textOf(prefix, "a prefix")),
  "sdkacctest.RandString": (length) => letters(Number(length)),
  "sdkacctest.RandStringFromCharSet": (length) => letters(Number(length)),
  "regexache.MustCompile": (pattern = null) => pattern,
  "regexp.MustCompile": (pattern = null) => pattern,
};

/** The enums of Connect's SDK, by name: the SDKs for Go and JavaScript are made from one model. */
const ENUMS = Object.entries<unknown>(sdk).filter(
  (entry): entry is [string, Readonly<Record<string, string>>] =>
    typeof entry[1] === "object" &&
    entry[1] !== null &&
    Object.values(entry[1]).every((value) => typeof value === "string"),
);

/**
 * A constant of another package: an enum's value of Connect's SDK (`connect.QueueStatusEnabled`), an
 * attribute's name (`names.AttrDescription`), a text of the tests' own (`acctest.CtBasic`).
 *
 * @param name - As it is written.
 * @returns Undefined where no such constant is known.
 */
export function constantOf(name: string): string | undefined {
  const [packageName = "", constant = ""] = name.split(".");
  if (name === "acctest.ResourcePrefix") return "tf-acc-test";
  if (packageName === "names" && constant.startsWith("Attr")) return snakeCase(constant.slice(4));
  if (packageName === "acctest" && constant.startsWith("Ct")) {
    return constant.slice(2).toLowerCase();
  }
  if (!["connect", "awstypes", "types"].includes(packageName)) return undefined;
  for (const [shape, values] of ENUMS) {
    if (!constant.startsWith(shape)) continue;
    const suffix = constant.slice(shape.length);
    const value = Object.values(values).find((each) => pascalCase(each) === suffix);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The items of a slice of texts, as `ImportStateVerifyIgnore` is. */
export function textsOf(value: GoValue | undefined, what: string): readonly string[] {
  if (value === undefined) return [];
  if (!(value instanceof Literal)) throw new Unreadable(`${what} is no list`);
  return value.items.map((item) => textOf(item, what));
}

const random = () => letters(10);

const named = (prefix: string) => `${prefix}-${randomBytes(6).readUIntBE(0, 6)}`;

const letters = (length: number) =>
  Array.from(randomBytes(length), (byte) => String.fromCharCode(97 + (byte % 26))).join("");

/** `CONTACT_FLOW` → `ContactFlow`, as the SDKs for Go name an enum's value. */
const pascalCase = (value: string) =>
  value
    .split(/[_-]/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase())
    .join("");

/** `KMSKeyID` → `kms_key_id`. */
const snakeCase = (name: string) =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
