import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface CliOptions {
  readonly port: number;
  readonly host: string | undefined;
  readonly json: boolean;
  readonly seed: number | undefined;
  readonly scenario: string | undefined;
  readonly state: string | undefined;
  /** A command to run against the sandbox. */
  readonly command: readonly string[];
}

/** Port unless another one is named. */
const usualPort = 4010;

export const help = `The four compliance vendors on your machine, with a page to watch and drive them.

  sandbox [options]                 starts them; Ctrl-C ends them
  sandbox [options] -- COMMAND …    starts them, runs the command against them, and ends

Options
  --port N         port (default ${usualPort}; 0 takes a free one)
  --host ADDRESS   address to listen at (default 127.0.0.1, which only this machine reaches)
  --seed N         begin with made-up tasks, cases and submissions; the same number makes the same ones
  --scenario FILE  run the steps of a JSON file, then end: 0 when all of them held
  --state FILE     keep what happens in FILE, and go on from it; without it nothing is kept
  --json           print JSON, one object a line
  --version        print the version
  -h, --help       print this

The command gets KRYPTOGO_BASE_URL, KRYPTOGO_API_KEY, KYC_PORTAL_BASE_URL, KYC_PORTAL_CLIENT_ID,
KYC_PORTAL_CLIENT_SECRET, ARGOS_BASE_URL, ARGOS_API_KEY, ARGOS_ENCRYPTED_BASE_URL, VERIFYVASP_BASE_URL,
VERIFYVASP_CALLBACK_TOKEN and SANDBOX_URL.

Exit codes
  0  ended by Ctrl-C, or the scenario held and the command succeeded
  1  a step of the scenario failed, or the command did
  2  the command line or a file cannot be used
  3  the port is taken
`;

/** A command line that cannot be used. */
export class UsageError extends Error {}

/** Reads the command line. */
export function readOptions(given: readonly string[]): CliOptions | "help" | "version" {
  const cut = given.indexOf("--");
  const [args, command] = cut < 0 ? [given, []] : [given.slice(0, cut), given.slice(cut + 1)];
  const values = parsed(args);
  if (values.help) return "help";
  if (values.version) return "version";
  const { host, scenario, state, json } = values;
  return {
    port: whole("--port", values.port, 65_535),
    host,
    json,
    seed: values.seed === undefined ? undefined : whole("--seed", values.seed, 2 ** 31),
    scenario,
    state,
    command,
  };
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: String(usualPort) },
        host: { type: "string" },
        seed: { type: "string" },
        scenario: { type: "string" },
        state: { type: "string" },
        json: { type: "boolean", default: false },
        version: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return values;
  } catch (error) {
    const [what] = (error as Error).message.split(". ");
    throw new UsageError(`${what}. See sandbox --help.`);
  }
}

function whole(name: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`${name} takes a whole number from 0 to ${most}.`);
}
