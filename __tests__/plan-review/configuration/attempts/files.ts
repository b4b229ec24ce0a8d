import { set } from "../change";
import type { Attempt } from "./attempt";

const FUNCTION = "resource.aws_lambda_function.vanity_numbers_function";

/** Files of the runner's, and code from elsewhere. */
export const FILES: readonly Attempt[] = [
  [
    "a flow out of a file",
    set("resource.aws_connect_contact_flow.kwglobal_main_menu.filename", "/proc/self/environ"),
    "resource.aws_connect_contact_flow.kwglobal_main_menu.filename isn't among",
  ],
  [
    "a function out of a bucket",
    set(`${FUNCTION}.s3_bucket`, "evil"),
    `${FUNCTION}.s3_bucket isn't among`,
  ],
  [
    "a function out of an image",
    set(`${FUNCTION}.image_uri`, "evil"),
    `${FUNCTION}.image_uri isn't among`,
  ],
  ["a function with a layer", set(`${FUNCTION}.layers`, ["arn"]), `${FUNCTION}.layers isn't among`],
  [
    "a function without a hash",
    set(`${FUNCTION}.source_code_hash`, undefined),
    `${FUNCTION}.source_code_hash is missing`,
  ],
  [
    "a hash that Terraform computes",
    set(`${FUNCTION}.source_code_hash`, '${filebase64sha256("x")}'),
    `${FUNCTION}.source_code_hash must be plain, without "\${filebase64sha256(`,
  ],
  ...[
    ...["/proc/self/environ", "assets/../../secrets.zip", "assets/${var.x}", "./assets/a/b.zip"],
    ...[
      "assets/a//0123456789ABCDEF0123456789ABCDEF/b.zip",
      "~/.aws/credentials",
      "assets/a/b.zip\n",
    ],
  ].map((file): Attempt => [
    `a function out of ${JSON.stringify(file)}`,
    set(`${FUNCTION}.filename`, file),
    `${FUNCTION}.filename must be a zip in assets/, where cdktf copies it to, got ${JSON.stringify(file)}`,
  ]),
];
