import { type Clock, FakeRefusal } from "@x/core/testing";

/** Share of each kind of counterparty; the shares add up to 1. */
const quiet = { exchange_mlrisk_low: 0.7, wallet: 0.2, miner: 0.1 };
const loud = { mixer: 0.5, dark_market: 0.3, scam: 0.1, wallet: 0.1 };
/** What the vendor's documents show for the address of their example. */
const sample = { exchange_mlrisk_high: 0.5, gambling: 0.3, miner: 0.1, mixer: 0.1 };
const sampleAddress = "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh";
const kinds = [
  "atm",
  "dark_market",
  "dark_service",
  "exchange_mlrisk_high",
  "exchange_mlrisk_low",
  "exchange_mlrisk_moderate",
  "exchange_mlrisk_veryhigh",
  "exchange_fraudulent",
  "gambling",
  "illegal_service",
  "miner",
  "mixer",
  "p2p_exchange_mlrisk_high",
  "p2p_exchange_mlrisk_low",
  "marketplace",
  "wallet",
  "payment",
  "ransom",
  "scam",
  "stolen_coins",
];

/** The fake's address analysis: the documents' example and what ends in `bad` or `666` look bad. */
export class KyaDesk {
  readonly #kept = new Map<number, Record<string, unknown>>();
  readonly #times = new Map<number, number>();
  readonly #clock: Clock;
  #lastId = 11;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The old, unstored answer. */
  risk(address: string): Record<string, unknown> {
    const bad = /(?:bad|666)$/i.test(address);
    const isSample = address.toLowerCase() === sampleAddress;
    const signals = {
      ...Object.fromEntries(kinds.map((kind) => [kind, 0])),
      ...(isSample ? sample : bad ? loud : quiet),
    };
    return {
      address,
      transaction_count: 439,
      balance: 0.0367757,
      received: 12.90683409,
      sent: 12.87005839,
      risk_score: bad || isSample ? 0.9 : 0.1,
      signals,
    };
  }

  /** Analyses, stores and answers at once. */
  create(address: string): Record<string, unknown> {
    const kya_id = ++this.#lastId;
    const task = {
      kya_id,
      address: address.toLowerCase(),
      data: this.risk(address.toLowerCase()),
      sdnlist: [],
      txlist: [],
      creation_timestamp: Math.floor(this.#clock.now() / 1000),
      creator_account: "officer@example.com",
      creator_email: "officer@example.com",
      creator_name: "Example Officer",
      customer_reference: null,
    };
    this.#kept.set(kya_id, task);
    this.#times.set(kya_id, this.#clock.now());
    return structuredClone(task);
  }

  /** Every stored answer's id, with when it was made. */
  get all(): readonly { readonly kya_id: number; readonly at: number }[] {
    return [...this.#times].map(([kya_id, at]) => ({ kya_id, at }));
  }

  /** A stored answer again. */
  read(kya_id: number): Record<string, unknown> {
    const task = this.#kept.get(kya_id);
    if (task === undefined) throw new FakeRefusal(404, { code: 40_400, message: "no such result" });
    return structuredClone(task);
  }
}
