import { clientSettings } from "./account";

type Names = readonly (string | RegExp)[];

/** What any program may know of the machine that it runs on. */
const MACHINE: Names = [
  ...["PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME"],
  ...["LANG", "LANGUAGE", /^LC_/, "TZ", "TERM", "COLORTERM", "COLUMNS", "NO_COLOR", "CI"],
  // Version managers put stand-ins on the PATH, which look here for the program itself.
  ...["PYENV_ROOT", "PYENV_VERSION", "ASDF_DIR", "ASDF_DATA_DIR"],
  // Windows starts nothing without them.
  ...["SYSTEMROOT", "SystemRoot", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA"],
];

/** How to get out of this machine, for what downloads. */
const NETWORK: Names = [/^(HTTPS?|ALL|NO)_PROXY$/i, "SSL_CERT_FILE", "SSL_CERT_DIR"];

/** Where Terraform and its providers come from. What would change what it does to a stack is left out. */
const TERRAFORM: Names = [
  ...["TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR", /^TF_TOKEN_/],
  ...["KW_TERRAFORM_MIRROR", "KW_TERRAFORM_RELEASES", "KW_DOWNLOADS"],
];

/** Credentials, and what programs that keep credentials (`credential_process`) need themselves. */
const CREDENTIALS: Names = [
  /^AWS_/,
  ...[/^XDG_/, "SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "GPG_TTY", "GNUPGHOME"],
];

/** The one variable of the configuration. */
const VARIABLES: Names = ["TF_VAR_initial_passwords"];

const LOOPBACK = "127.0.0.1,localhost";

function only(environment: NodeJS.ProcessEnv, ...allowed: readonly Names[]): NodeJS.ProcessEnv {
  const names = allowed.flat();
  const kept = Object.entries(environment).filter(([name]) =>
    names.some((each) => (typeof each === "string" ? each === name : each.test(name))),
  );
  return Object.fromEntries(kept);
}

/**
 * For a program that needs nothing but this machine: moto, git, a compiler, a synth. Neither
 * credentials nor proxies, nor settings of its interpreter (NODE_OPTIONS, PYTHONPATH).
 *
 * @param environment - The process's own, as in all functions here.
 */
export function machineEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return only(environment, MACHINE);
}

/** For pip, which installs moto. */
export function installerEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return only(environment, MACHINE, NETWORK, [/^PIP_/]);
}

/** For Terraform where no account is concerned. */
export function terraformEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return only(environment, MACHINE, NETWORK, TERRAFORM);
}

/**
 * For Terraform and AWS clients that must not reach a real account: they find the sandbox, and none of
 * this machine's credentials, profiles, endpoints and certificates, nor passwords that are real.
 *
 * @param endpoint - The sandbox's.
 * @param region - The region of what is deployed.
 */
export function sandboxEnvironment(
  environment: NodeJS.ProcessEnv,
  endpoint: string,
  region: string,
): NodeJS.ProcessEnv {
  return {
    ...terraformEnvironment(environment),
    ...clientSettings(endpoint, region),
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    NO_PROXY: LOOPBACK,
    no_proxy: LOOPBACK,
  };
}

/** For Terraform on a real account, with the person's credentials and first passwords. */
export function accountEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return only(environment, MACHINE, NETWORK, TERRAFORM, CREDENTIALS, VARIABLES);
}

/** Terraform's variables that {@link accountEnvironment} leaves out, so that a person can be told. */
export function leftOut(environment: NodeJS.ProcessEnv): string[] {
  const kept = accountEnvironment(environment);
  return Object.keys(environment)
    .filter((name) => name.startsWith("TF_") && kept[name] === undefined)
    .sort();
}
