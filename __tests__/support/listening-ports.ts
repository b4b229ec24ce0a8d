import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/**
 * The TCP ports on which this process or one that it started listens, as Linux tells: what a browser on
 * this machine could reach.
 */
export function listeningPorts(): number[] {
  const sockets = new Set(family(process.pid).flatMap(socketsOf));
  return ["/proc/net/tcp", "/proc/net/tcp6"]
    .flatMap((table) => readFileSync(table, "utf8").trim().split("\n").slice(1))
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode = ""]) => state === LISTENS && sockets.has(inode))
    .map(([, local = ""]) => parseInt(local.split(":")[1] ?? "", 16));
}

const LISTENS = "0A";

/** A process, and all below it. */
function family(root: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const found = [root];
  for (const parent of found) {
    found.push(...parents.filter(([, its]) => its === parent).map(([child]) => child));
  }
  return found;
}

function parentOf(processId: string): number | undefined {
  return unlessGone(() => {
    const fields = readFileSync(`/proc/${processId}/stat`, "utf8").split(") ")[1]?.split(" ");
    return Number(fields?.[1]);
  });
}

function socketsOf(processId: number): string[] {
  const folder = `/proc/${processId}/fd`;
  const files = unlessGone(() => readdirSync(folder)) ?? [];
  return files.flatMap((file) => {
    const target = unlessGone(() => readlinkSync(`${folder}/${file}`)) ?? "";
    return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
  });
}

/** Processes come and go while they are counted. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
