/** What a process of the screening is told, by its environment. */
export interface Settings {
  /** Port of Redis on this machine. */
  readonly redisPort: number;
  readonly databaseUrl: string;
  readonly vendorUrl: string;
  readonly apiKey: string;
  /** Where the vendor reaches the receiver. */
  readonly callbackUrl: string;
  /** Makes the secret at the end of each task's callback URL: at least 32 random characters. */
  readonly callbackKey: string;
  /** Milliseconds after which a search that cannot be found was not ordered: 360,000 unless you know better. */
  readonly settleMs: number;
  /** Milliseconds after which a callback counts as lost. */
  readonly overdueMs: number;
  /** Milliseconds after which a dead worker's job goes to another. */
  readonly lockMs: number;
}

const names: Readonly<Record<keyof Settings, string>> = {
  redisPort: "REDIS_PORT",
  databaseUrl: "DATABASE_URL",
  vendorUrl: "VENDOR_URL",
  apiKey: "VENDOR_API_KEY",
  callbackUrl: "CALLBACK_URL",
  callbackKey: "CALLBACK_KEY",
  settleMs: "SETTLE_MS",
  overdueMs: "OVERDUE_MS",
  lockMs: "LOCK_MS",
};

/** Reads what {@link toEnvironment} wrote. */
export function fromEnvironment(environment: NodeJS.ProcessEnv): Settings {
  const read = (name: keyof Settings): string => {
    const value = environment[names[name]];
    if (value === undefined) throw new Error(`${names[name]} is not set`);
    return value;
  };
  return {
    redisPort: Number(read("redisPort")),
    databaseUrl: read("databaseUrl"),
    vendorUrl: read("vendorUrl"),
    apiKey: read("apiKey"),
    callbackUrl: read("callbackUrl"),
    callbackKey: read("callbackKey"),
    settleMs: Number(read("settleMs")),
    overdueMs: Number(read("overdueMs")),
    lockMs: Number(read("lockMs")),
  };
}

export function toEnvironment(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [name, String(settings[key as keyof Settings])]),
  );
}
