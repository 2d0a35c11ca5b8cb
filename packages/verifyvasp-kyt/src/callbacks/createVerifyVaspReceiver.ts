import { createReceiver, type Mailbox, type Receiver, type ReceiverOptions, type Told } from "@x/core/callbacks";
import { isFinalKyt } from "../models/isFinalKyt.js";
import { requestSubject, verificationSubject } from "../models/kytSubjects.js";
import { receiveVerifyVaspCallback, type VerifyVaspCallback } from "./parseVerifyVaspCallback.js";

/** Options of {@link createVerifyVaspReceiver}. */
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
 * It answers 200 with `{"result":true}` to everything that was taken, to every copy of it and to types that are not
 * documented; 401 to who proves nothing; 503 when it could not be handed over and has to come again.
 *
 * The proof is the enclave's own setting: `bearerProof(token)` for `VEGA_VERIFICATION_AUTHORIZATION_TOKEN`,
 * `headerProof(name, token)` where `VEGA_VERIFICATION_AUTHORIZATION_KEY` names another header. There is nothing to read
 * a KYT result back from, so this proof is all there is; and nothing to find a lost one by, so give `handOver` a queue
 * that outlives the process.
 *
 * @param options - Proof, store, queue, and your work.
 * @returns A function from a web `Request` to its `Response`, with `handle` and `work`.
 * @throws `ConfigurationError` when no proof is set up.
 *
 * @example
 * const receive = createVerifyVaspReceiver({ proofs: [bearerProof(token)], store, handOver: bullHandOver(queue), onEvent });
 */
export function createVerifyVaspReceiver(options: VerifyVaspReceiverOptions): Receiver {
  const { results, onError } = options;
  return createReceiver<VerifyVaspCallback, VerifyVaspCallback>(
    {
      vendor: "VerifyVASP",
      parse: receiveVerifyVaspCallback,
      key: callbackKey,
      subject: (callback) => (callback.kind === "kyt" && callback.subject.length <= 200 ? callback.subject : undefined),
      tell: async (callback) => {
        if (results !== undefined) await post(results, callback, onError);
        return toldOf(callback);
      },
      acknowledgement: { status: 200, headers: { "content-type": "application/json" }, body: ackBody },
      budgetMs,
      withoutStore: "take",
    },
    options,
  );
}

/** What copies of one callback have in common. */
async function callbackKey(callback: VerifyVaspCallback, digest: () => string | Promise<string>): Promise<string> {
  if (callback.kind === "kyt") {
    const { requestId, status } = callback.payload.riskAssessment.chainalysisKYT;
    const key = `kyt:${requestId}:${status}`;
    if (key.length <= 200) return key;
  }
  return `${callback.kind}:${await digest()}`;
}

/** States of an assessment only go forward; all else is an event of its own. */
function toldOf(event: VerifyVaspCallback): Told<VerifyVaspCallback> {
  if (event.kind !== "kyt") return { event, state: "", rank: 0, final: false };
  const { status } = event.payload.riskAssessment.chainalysisKYT;
  const final = isFinalKyt(event.payload);
  return { event, state: status, rank: final ? 2 : status === "REGISTERED" ? 0 : 1, final };
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
