import type { Spoilers } from "./mutant";

const STORAGE = "aws_connect_instance_storage_config.storage";

export const STACK_MUTANTS = {
  providersAllowlist: {
    "a provider that runs programs": ({ json }) => {
      const { required_providers: providers } = json.terraform as {
        required_providers: Record<string, unknown>;
      };
      providers.external = { source: "hashicorp/external", version: "2.3.5" };
    },
    "a provider that is configured only": (draft) => {
      draft.section("provider").null = [{}];
    },
  },
  noKeys: {
    "a provisioner": (draft) => {
      draft.at("aws_connect_instance.instance").provisioner = { "local-exec": { command: "id" } };
    },
    "a connection within a block": (draft) => {
      draft.at("aws_s3_bucket.bucket").timeouts = [{ connection: { host: "example.com" } }];
    },
    "a provisioner of a data source": (draft) => {
      draft.section("data").aws_region = { here: { provisioner: [] } };
    },
  },
  bannedTypes: {
    "an access key": (draft) => {
      draft.add("aws_iam_access_key.key", { user: "somebody" });
    },
    "a program that runs in every plan": (draft) => {
      draft.section("data").external = { program: { program: ["id"] } };
    },
    "one more function that Terraform calls": (draft) => {
      draft.add("aws_lambda_invocation.another", { function_name: "another", input: "{}" });
    },
  },
  noSecrets: {
    "an access key's id": (draft) => {
      draft.at("aws_connect_instance.instance").tags = { Key: `AKIA${"A".repeat(16)}` };
    },
    "a private key": (draft) => {
      draft.section("locals").key = "-----BEGIN RSA PRIVATE KEY-----";
    },
    "a GitHub token": (draft) => {
      draft.section("output").token = { value: `ghp_${"a".repeat(36)}` };
    },
    "a Slack token": (draft) => {
      draft.section("locals").slack = "xoxb-1234567890-abc";
    },
    "a session's key id": (draft) => {
      draft.section("locals").session = `ASIA${"B".repeat(16)}`;
    },
  },
  frozenAddresses: {
    "a renamed construct": (draft) => {
      draft.add("aws_connect_instance.center", draft.at("aws_connect_instance.instance"));
      draft.remove("aws_connect_instance.instance");
    },
    "a number that is gone": (draft) => {
      draft.remove("aws_connect_phone_number.phone_number");
    },
    "something guarded that nobody listed": (draft) => {
      draft.add("aws_s3_bucket.another", { lifecycle: { prevent_destroy: true } });
    },
  },
  sensitiveVars: {
    "passwords that show": (draft) => {
      draft.section("variable").initial_passwords = { type: "map(string)" };
    },
    "one more secret that shows": (draft) => {
      draft.section("variable").api_token = { type: "string", sensitive: false };
    },
  },
  uniqueAttr: {
    "two storages in one folder": (draft) => {
      const { storage_config: same } = draft.at(`${STORAGE}_call_recordings`);
      draft.at(`${STORAGE}_chat_transcripts`).storage_config = structuredClone(same);
    },
    "a storage without a folder": (draft) => {
      draft.at(`${STORAGE}_call_recordings`).storage_config = { s3_config: { bucket_prefix: "" } };
    },
  },
} satisfies Readonly<Record<string, Spoilers>>;
