import { objectOf } from "../../../contact-flow/json";
import { type Configuration, list, text } from "../configuration";
import { code, facts, html, table } from "../../support/html";
import type { Section } from "./section";

const KINDS: Readonly<Record<string, string>> = {
  CALL_RECORDINGS: "Call recordings",
  CHAT_TRANSCRIPTS: "Chat transcripts",
  SCHEDULED_REPORTS: "Scheduled reports",
  CONTACT_EVALUATIONS: "Contact evaluations",
};

const IDENTITY: Readonly<Record<string, string>> = {
  CONNECT_MANAGED: "Amazon Connect",
  SAML: "a SAML identity provider",
  EXISTING_DIRECTORY: "a directory service",
};

const onOff = (value: unknown): string => (value === true ? "on" : "off");

/** Where the center stands and what callers dial. */
export function instanceSection(configuration: Configuration): Section {
  const instance = configuration.one("aws_connect_instance");
  const number = configuration.one("aws_connect_phone_number");
  const alias = text(instance.instance_alias);
  const identity = text(instance.identity_management_type);
  const flow = text(objectOf(configuration.desired("phoneNumberFlow").flow).name);
  const [provider] = list(objectOf(configuration.section("provider")).aws);
  const kind = text(number.type) === "DID" ? "a direct number" : "a toll-free number";
  const where = text(number.prefix) === "" ? text(number.country_code) : text(number.prefix);
  const key = configuration.all("aws_kms_alias").map((each) => text(each.name));
  const [logs] = configuration
    .all("aws_cloudwatch_log_group")
    .filter(({ name }) => text(name).startsWith("/aws/connect/"));
  return {
    id: "instance",
    title: "Instance and number",
    body: html`${facts([
        ["Instance", html`<strong>${alias}</strong>`],
        ["Agents sign in at", code(`${alias.toLowerCase()}.my.connect.aws`)],
        ["Region", text(objectOf(provider).region)],
        ["Number", `${kind}, beginning with ${where}`],
        ["The number is answered by", html`<a href="#flows">${flow}</a>`],
        ["Calls in", onOff(instance.inbound_calls_enabled)],
        ["Calls out", onOff(instance.outbound_calls_enabled)],
        ["Users are managed by", IDENTITY[identity] ?? identity],
        [
          "Flow logs",
          logs === undefined
            ? onOff(instance.contact_flow_logs_enabled)
            : html`${onOff(instance.contact_flow_logs_enabled)}, ${code(text(logs.name))}, kept
              ${text(logs.retention_in_days)} days`,
        ],
      ])}
      <h3>What is stored</h3>
      ${table(
        ["What", "Bucket", "Prefix", "Encrypted with"],
        configuration.all("aws_connect_instance_storage_config").map((storage) => {
          const { s3_config: s3 } = objectOf(storage.storage_config);
          const encrypted = objectOf(objectOf(s3).encryption_config).encryption_type === "KMS";
          return [
            KINDS[text(storage.resource_type)] ?? text(storage.resource_type),
            code(configuration.read(objectOf(s3).bucket_name)),
            code(text(objectOf(s3).bucket_prefix)),
            encrypted ? key.map((name) => code(name)) : "S3's own key",
          ];
        }),
      )}`,
  };
}
