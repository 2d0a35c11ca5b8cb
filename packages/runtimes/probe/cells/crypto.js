import { argosCipher } from "@x/argos";
import { equal, thrown } from "../assert.js";
import { sealedArgos } from "../clients.js";

const encodings = ["base64", "hex", "base64url"];
const derivations = ["first32", "sha256"];

/** The ARGOS codec: reads what OpenSSL wrote, writes the same where that is defined, notices tampering, and carries calls. */
export async function crypto(lab) {
  const { secret, plain, sealed } = lab.vectors;
  for (const [mode, text] of Object.entries(sealed))
    equal(`${mode} of OpenSSL`, await argosCipher(secret, { mode }).decrypt(text), plain);
  equal("ECB writes the same", await argosCipher(secret).encrypt(plain), sealed["aes-256-ecb"]);
  for (const mode of Object.keys(sealed))
    for (const encoding of encodings)
      for (const keyDerivation of derivations) {
        const cipher = argosCipher(secret, { mode, encoding, keyDerivation });
        equal(`${mode}, ${encoding}, ${keyDerivation}`, await cipher.decrypt(await cipher.encrypt(plain)), plain);
      }
  const gcm = argosCipher(secret, { mode: "aes-256-gcm", encoding: "hex" });
  const whole = await gcm.encrypt(plain);
  const flipped = whole.at(-1) === "0" ? "1" : "0";
  await thrown("a tampered GCM", () => gcm.decrypt(whole.slice(0, -1) + flipped));
  await carried(lab);
}

/** The same codec under a client: what travels is sealed, what comes back is plain. */
async function carried(lab) {
  const { sealedSubmission: submission_id } = lab.there;
  const read = await sealedArgos(lab).submissions.get({ submission_id });
  equal("sealed submission", read.submission_id, submission_id);
}
