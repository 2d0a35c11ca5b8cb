/** Forges callbacks in every way that is known, and counts what was believed. */
import { argosCipher, createArgosReceiver } from "@x/argos/callbacks";
import { AesEcb, AesGcm, fromBase64, toBase64 } from "@x/core/crypto";
import { createKryptogoReceiver } from "@x/kryptogo/callbacks";
import { createKycPortalReceiver } from "@x/kyc-portal/callbacks";
import {
  bearerProof,
  createVerifyVaspReceiver,
  InProcessQueue,
  MemoryStore,
  type ReceiverOptions,
  secretPathProof,
} from "@x/verifyvasp-kyt/callbacks";
import { forgeKytCallback } from "@x/verifyvasp-kyt/testing";
import { report, seed } from "../src/measure.ts";
import { randomFrom } from "../src/random.ts";

const random = randomFrom(seed);
const secret = "s".repeat(43);
const token = "token-of-nobody-0001";
const apiKey = "example-key-0123456789abcdefghijklmnopqr";
const path = `/c/${secret}`;

interface Answering {
  handle(request: {
    method: string;
    path: string;
    header: (name: string) => string | undefined;
    body: string;
  }): Promise<{ readonly status: number; readonly body: string }>;
}

async function post(receive: Answering, body: string, headers: Readonly<Record<string, string>> = {}) {
  const all: Readonly<Record<string, string | undefined>> = { "content-type": "application/json", ...headers };
  return await receive.handle({ method: "POST", path, header: (name) => all[name], body });
}

/** Given up at the first disagreement: the tries in between change nothing. */
const common = (): Pick<ReceiverOptions<never>, "proofs" | "store" | "handOver"> => ({
  proofs: [secretPathProof(secret)],
  store: new MemoryStore(),
  handOver: new InProcessQueue({ retryDelays: [], maxJobs: 100_000 }),
});

await noProof();
await authorizations();
await forgedApprovals();
await bitFlips();
await splices();

async function noProof(): Promise<void> {
  const never = async (): Promise<never> => await Promise.reject(new Error("not asked for"));
  const onEvent = (): void => undefined;
  const builds = [
    () => createVerifyVaspReceiver({ onEvent }),
    () => createKryptogoReceiver({ onEvent, client: { idv: { get: never }, searchTasks: { getSummary: never } } }),
    () => createKycPortalReceiver({ onEvent, client: { companies: { get: never }, individuals: { get: never } } }),
    () => createArgosReceiver({ onEvent, client: { submissions: { get: never } } }),
    () => createArgosReceiver({ onEvent, client: { submissions: { get: never } }, cipher: argosCipher(apiKey) }),
    () => createVerifyVaspReceiver({ onEvent, proofs: [] }),
    () => createVerifyVaspReceiver({ onEvent, proofs: [bearerProof("")] }),
  ];
  let refused = 0;
  for (const build of builds)
    try {
      build();
    } catch (error) {
      if ((error as { code?: unknown }).code === "invalid_configuration") refused++;
    }
  report({
    id: "callbacks-no-proof",
    promise: "A receiver without a proof of the sender is not built",
    wanted: "every way refused",
    seen: `${refused} of ${builds.length} refused`,
    kept: refused === builds.length,
  });
}

async function authorizations(): Promise<void> {
  let handed = 0;
  const receive = createVerifyVaspReceiver({
    proofs: [bearerProof(token)],
    handOver: () => void handed++,
    onEvent: () => undefined,
  });
  const { body } = forgeKytCallback();
  const at = (n: number): string => token.slice(0, n) + (token[n] === "x" ? "y" : "x") + token.slice(n + 1);
  const wrong = [
    undefined,
    "",
    "Bearer",
    "Bearer ",
    token,
    `Bearer ${token}, Bearer ${token}`,
    `Bearer ${token} ${token}`,
    `Bearer  ${token}`,
    `Bearer ${token}=`,
    `Bearer ${token.toUpperCase()}`,
    `Bearer ${token}\u0000`,
    `Basic ${btoa(`x:${token}`)}`,
    `Token ${token}`,
    `bearer${token}`,
    ...Array.from({ length: token.length }, (_, n) => `Bearer ${at(n)}`),
    ...Array.from({ length: token.length }, (_, n) => `Bearer ${token.slice(0, n)}`),
  ];
  while (wrong.length < 200) wrong.push(`Bearer ${Array.from({ length: 20 }, () => letter()).join("")}`);
  let refused = 0;
  for (const authorization of wrong) {
    const answer = await post(receive, body, authorization === undefined ? {} : { authorization });
    if (answer.status === 401 && answer.body === "") refused++;
  }
  const right = await post(receive, body, { authorization: `Bearer ${token}` });
  report({
    id: "callbacks-authorization",
    promise: "A wrong, missing, doubled, padded or cut token is answered 401, without a body",
    wanted: "200 of 200, and the right one is taken",
    seen: `${refused} of ${wrong.length}, the right one ${right.status}, ${handed} handed over`,
    kept: refused === 200 && right.status === 200 && handed === 1,
  });
}

function letter(): string {
  return String.fromCharCode(97 + Math.floor(random() * 26));
}

async function forgedApprovals(): Promise<void> {
  let believed = 0;
  let dropped = 0;
  const onJob = ({ outcome }: { readonly outcome: string }): void => {
    if (outcome === "given_up" || outcome === "no_news") dropped++;
  };
  const portalCase = {
    caseDetail: { details: { common: { caseCommonId: 1, statusId: 3, status: "Open", caseDecision: null } } },
  };
  const receivers = [
    createKryptogoReceiver({
      ...common(),
      onJob,
      client: {
        idv: { get: async ({ idv_id }) => await Promise.resolve({ idv_task_id: idv_id, audit_status: "Rejected" }) },
        searchTasks: {
          getSummary: async ({ task_id }) =>
            await Promise.resolve({ task_id, audit_time: 7, update_time: 7, report: { accepted: false } }),
        },
      },
      onEvent: (event) => void (event.kind !== "unknown" && event.verdict === "accepted" && believed++),
    }),
    createArgosReceiver({
      ...common(),
      onJob,
      client: {
        submissions: {
          get: async ({ submission_id }) => await Promise.resolve({ submission_id, kyc: { result: "rejected" } }),
        },
      },
      onEvent: (event) =>
        void (event.kind !== "unknown" && (event.state === "approved" || event.kind === "approved") && believed++),
    }),
    createKycPortalReceiver({
      ...common(),
      onJob,
      client: {
        companies: { get: async () => await Promise.resolve(portalCase) },
        individuals: { get: async () => await Promise.resolve(portalCase) },
      },
      onEvent: (event) => void (event.eventType === "CaseClosed" && believed++),
    }),
  ] as const;
  const bodies = [
    (n: number) => [
      { idv_task_id: n, state: 0, audit_status: "Accepted", audit_timestamp: 99 },
      { task_id: n, progress: 100, audit_time: 99, update_time: 99, report: { accepted: true } },
    ],
    (n: number) => [{ webhook_trigger: "approved", submission_id: `s${n}`, kyc_result: { status: "approved" } }],
    (n: number) => [{ eventType: "CaseClosed", body: { caseCommonId: `${n}`, caseDecision: "Accepted" } }],
  ] as const;
  let sent = 0;
  for (let n = 0; n < 1000; n++) {
    const which = n % 3;
    const variants = bodies[which as 0 | 1 | 2](1 + Math.floor(random() * 50));
    const forged = { ...variants[n % variants.length], nonce: n };
    const receive = receivers[which as 0 | 1 | 2];
    if ((await post(receive, JSON.stringify(forged))).status === 200) sent++;
  }
  for (const receive of receivers) await receive.idle();
  report({
    id: "callbacks-forged-approvals",
    promise:
      "A forged approval of a record that is rejected is not handed on, though its sender knows the URL's secret",
    wanted: "0 of 1,000",
    seen: `${believed} of ${sent} that were let in; ${dropped} dropped as no news or given up`,
    kept: believed === 0 && sent === 1000 && dropped > 900,
  });
}

async function bitFlips(): Promise<void> {
  const cipher = argosCipher(apiKey, { mode: "aes-256-gcm", layout: "iv-ct-tag" });
  const known = JSON.stringify({ webhook_trigger: "approved", submission_id: "abc", pad: "" });
  const plain = known.replace('"pad":""', `"pad":"${"x".repeat(1024 - known.length)}"`);
  const gcm = new AesGcm(new TextEncoder().encode(apiKey).subarray(0, 32), { layout: "iv-ct-tag" });
  const sealed = await gcm.encrypt(new TextEncoder().encode(plain));
  let handed = 0;
  const receive = createArgosReceiver({
    cipher,
    handOver: () => void handed++,
    client: { submissions: { get: async () => await Promise.resolve(null) } },
    onEvent: () => undefined,
  });
  let refused = 0;
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const flipped = sealed.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if ((await post(receive, JSON.stringify({ data: toBase64(flipped) }))).status === 401) refused++;
  }
  const whole = await post(receive, JSON.stringify({ data: toBase64(sealed) }));
  const bits = sealed.length * 8;
  report({
    id: "callbacks-bit-flips",
    promise: "A GCM callback of 1,024 bytes with one bit changed, anywhere in text, IV or tag, is refused",
    wanted: "8,192 of 8,192 of the text, and all of IV and tag",
    seen: `${refused} of ${bits} refused; unchanged ${whole.status}, ${handed} handed over`,
    kept: refused === bits && bits >= 8192 && whole.status === 200 && handed === 1,
  });
}

async function splices(): Promise<void> {
  const cipher = argosCipher(apiKey);
  const ecb = new AesEcb(new TextEncoder().encode(apiKey).subarray(0, 32));
  const sealOf = async (id: string, trigger: string): Promise<Uint8Array> =>
    await ecb.encrypt(new TextEncoder().encode(`{"submission_id":"${id}","webhook_trigger":"${trigger}"}`));
  let opened = 0;
  let approved = 0;
  const receive = createArgosReceiver({
    ...common(),
    cipher,
    client: {
      submissions: {
        get: async ({ submission_id }) => await Promise.resolve({ submission_id, kyc: { result: "rejected" } }),
      },
    },
    onEvent: (event) => void (event.kind === "approved" && approved++),
  });
  for (let n = 0; n < 200; n++) {
    // Of this length the id ends with a block, so that another webhook's trigger can follow it.
    const [a, b] = ["a", "b"].map((name) => `${name}${String(n).padStart(27, "0")}`) as [string, string];
    const [first, second] = [await sealOf(a, "rejected"), await sealOf(b, "approved")];
    const spliced = new Uint8Array([...first.subarray(0, 48), ...second.subarray(48)]);
    const text = toBase64(spliced);
    const plain = JSON.parse(await cipher.decrypt(text)) as Record<string, unknown>;
    if (plain["submission_id"] === a && plain["webhook_trigger"] === "approved") opened++;
    if (fromBase64(text) !== undefined) await post(receive, JSON.stringify({ data: text }));
  }
  await receive.idle();
  report({
    id: "callbacks-ecb-splice",
    promise: "Two ECB webhooks put together into an approval open, and are not handed on",
    wanted: "0 handed on of 200 that open",
    seen: `${approved} handed on of ${opened} that open`,
    kept: approved === 0 && opened === 200,
  });
}
