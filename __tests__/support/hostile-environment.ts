import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What a developer's shell may hold, each of which would break the sandbox or lead out of it: a profile,
 * proxies, certificates, settings of Terraform and of interpreters, and the README's own example.
 */
export function hostileEnvironment(): {
  readonly variables: Readonly<Record<string, string>>;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  writeFileSync(join(folder, "moto.py"), 'raise SystemExit("PYTHONPATH was heeded")\n');
  const nowhere = "http://127.0.0.1:9";
  const variables = {
    AWS_PROFILE: "a-real-account",
    AWS_ACCESS_KEY_ID: "AKIAREAL",
    AWS_SESSION_TOKEN: "real",
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_ENDPOINT_URL_S3: nowhere,
    AWS_CA_BUNDLE: "/nowhere/ca.pem",
    REQUESTS_CA_BUNDLE: "/nowhere/ca.pem",
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    http_proxy: nowhere,
    https_proxy: nowhere,
    NO_PROXY: "",
    no_proxy: "",
    PYTHONPATH: folder,
    GIT_DIR: folder,
    TF_CLI_ARGS: "-no-such-option",
    TF_CLI_ARGS_version: "-no-such-option",
    TF_CLI_ARGS_init: "-no-such-option",
    TF_CLI_ARGS_plan: "-destroy",
    TF_CLI_ARGS_apply: "-no-such-option",
    TF_WORKSPACE: "another",
    TF_DATA_DIR: "/nowhere",
    TF_LOG: "trace",
    TF_LOG_PATH: join(folder, "terraform.log"),
    TF_VAR_initial_passwords: '{"peter.parker":"Passw0rd"}',
  };
  return {
    variables,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sets variables of this process. @returns what restores them */
export function setVariables(variables: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}
