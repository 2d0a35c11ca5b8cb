import { createReceiver, type Mailbox, type Receiver, type ReceiverOptions } from "@x/core";
import { isFinalKyt } from "../models/isFinalKyt.js";
import { requestSubject, verificationSubject } from "../models/kytSubjects.js";
import { receiveVerifyVaspCallback, type VerifyVaspCallback } from "./parseVerifyVaspCallback.js";

/** Options of {@link verifyVaspReceiver}. */
export interface VerifyVaspReceiverOptions extends ReceiverOptions<VerifyVaspCallback> {
  /** Where `assess()` waits for KYT results. With a shared store, in any process. */
  readonly results?: Mailbox | undefined;
}

/** The enclave's constant acknowledgement. */
export const ackBody = '{"result":true}';

/** The enclave waits one second; half of it is for the way. */
const budgetMs = 500;

/** Milliseconds that a store may keep a letter box waiting: the application has the event by then. */
const mailMs = 200;

/**
 * Builds what receives the enclave's callbacks, of all five types, on one URL.
 *
 * It answers 200 with `{"result":true}` to everything that was handed over, to every copy of it and to types that are
 * not documented; 401 to who proves nothing; 503 when the event is not safe yet and has to come again.
 *
 * The proof is the enclave's own setting: `bearerProof(token)` for `VEGA_VERIFICATION_AUTHORIZATION_TOKEN`,
 * `headerProof(name, token)` where `VEGA_VERIFICATION_AUTHORIZATION_KEY` names another header. There is nothing to read
 * a KYT result back from, so this proof is all there is.
 *
 * @param options - Proof, store, and who takes events over.
 * @returns A function from a web `Request` to its `Response`.
 * @throws {@link ConfigurationError} when no proof is set up.
 *
 * @example
 * const receive = verifyVaspReceiver({ proofs: [bearerProof(token)], store, results, handle: (callback) => queue.add(callback) });
 */
export function verifyVaspReceiver(options: VerifyVaspReceiverOptions): Receiver {
  const { results, handle, onError } = options;
  return createReceiver<VerifyVaspCallback>(
    {
      vendor: "VerifyVASP",
      parse: receiveVerifyVaspCallback,
      key: callbackKey,
      acknowledge: () => new Response(ackBody, { headers: { "content-type": "application/json" } }),
      budgetMs,
      withoutStore: "take",
    },
    {
      ...options,
      handle: async (callback) => {
        const posted = results === undefined ? undefined : post(results, callback, onError);
        await handle(callback);
        await posted;
      },
    },
  );
}

/** What copies of one callback have in common. */
async function callbackKey(callback: VerifyVaspCallback, digest: () => Promise<string>): Promise<string> {
  if (callback.kind === "kyt") {
    const { requestId, status } = callback.payload.riskAssessment.chainalysisKYT;
    const key = `kyt:${requestId}:${status}`;
    if (key.length <= 200) return key;
  }
  return `${callback.kind}:${await digest()}`;
}

async function post(
  results: Mailbox,
  callback: VerifyVaspCallback,
  onError: ((error: unknown) => void) | undefined,
): Promise<void> {
  if (callback.kind !== "kyt" || !isFinalKyt(callback.payload)) return;
  const { verificationUuid, riskAssessment } = callback.payload;
  const { requestId, apiType = "", direction = "" } = riskAssessment.chainalysisKYT;
  const letter = JSON.stringify(callback.payload);
  const putting = Promise.all([
    results.put(requestSubject(requestId), letter),
    results.put(verificationSubject(verificationUuid, apiType, direction), letter),
  ]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, mailMs);
  });
  try {
    await Promise.race([putting, enough]);
  } catch (error) {
    onError?.(error);
  } finally {
    clearTimeout(timer);
    putting.catch(() => undefined);
  }
}
