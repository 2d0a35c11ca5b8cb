import type { PlantedDefect } from "./types.ts";

const core = { in: "packages/core" } as const;

/** Defects in tokens, and in whom a receiver believes. */
export const trusting: readonly PlantedDefect[] = [
  {
    ...core,
    defect: "A thousand calls ask for a thousand tokens",
    file: "packages/core/src/auth/client-credentials.ts",
    find: "this.#fetching ??= this.#fetch(call)",
    put: "this.#fetching = this.#fetch(call)",
    run: "test/unit/tokens-on-sockets.test.ts",
    test: "1,000 concurrent calls without a token make 1 token request",
  },
  {
    ...core,
    defect: "A search of three minutes starts on a token that lives for ten seconds",
    file: "packages/core/src/auth/client-credentials.ts",
    find: "Math.min(remainingMs + marginMs, lifeMs / 2)",
    put: "Math.min(marginMs, lifeMs / 2)",
    run: "test/unit/client-credentials.test.ts",
    test: "on a clock that is moved a 180 s search with 405 s used goes out on token-2",
  },
  {
    ...core,
    defect: "A refused token is renewed for ever",
    file: "packages/core/src/exchange.ts",
    find: "if (this.#renewed || this.#used === undefined) return false;",
    put: "if (this.#used === undefined) return false;",
    run: "test/unit/renewal.test.ts",
    test: "on a clock that is moved a 401 that takes six seconds is not followed by a third request",
  },
  {
    ...core,
    defect: "Only the last byte of a secret is compared",
    file: "packages/core/src/receiver/secret.ts",
    find: "differing |= (one[at] ?? 0) ^ (other[at] ?? 0)",
    put: "differing = (one[at] ?? 0) ^ (other[at] ?? 0)",
    run: "test/unit/secret.test.ts",
    test: "secrets of which one is right of 3,000 wrong ones none is taken",
  },
  {
    ...core,
    defect: "Of several proofs one is enough",
    file: "packages/core/src/receiver/receiver.ts",
    find: "holds = (held instanceof Promise ? await held : held) && holds;",
    put: "holds = (held instanceof Promise ? await held : held) || (holds && proof !== this.#proofs[0]);",
    run: "test/unit/receiver.test.ts",
    test: "a proof one of two proofs",
  },
  {
    ...core,
    defect: "A receiver without a proof is built, and believes everybody",
    file: "packages/core/src/receiver/option-issues.ts",
    find: "else if (unauthenticated === undefined && !proven)",
    put: "else if (unauthenticated === null && !proven)",
    run: "test/unit/receiver.test.ts",
    test: "a receiver is not built without a proof",
  },
  {
    ...core,
    defect: "A callback that was handled is handled again",
    file: "packages/core/src/receiver/once.ts",
    find: 'if (turn !== "mine") return turn;',
    put: 'if (turn === "busy") return turn;',
    run: "test/unit/receiver-events.test.ts",
    test: "a callback is acknowledged as the vendor wants it and handled once, copies included",
  },
  {
    ...core,
    defect: "Two processes claim the same key of the store",
    file: "packages/core/src/store/memory-store.ts",
    find: "if (this.#read(key) !== undefined) return false;",
    put: "",
    run: "test/unit/store.test.ts",
    test: "the memory store lets one of 100 simultaneous puts through",
  },
];
