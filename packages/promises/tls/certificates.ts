import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate with its key. */
interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Certificates for this machine, made by `openssl`, right and wrong ones. */
export interface Certificates {
  /** File of the authority that clients are told to trust. */
  readonly trusted: string;
  readonly right: Certificate;
  readonly wrongHost: Certificate;
  readonly expired: Certificate;
  readonly selfSigned: Certificate;
  readonly untrusted: Certificate;
  remove(): void;
}

/** Makes them in a folder of their own. Throws when `openssl` is missing. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), "tls-"));
  const openssl = (...args: string[]): void => {
    const { error, status, stderr } = spawnSync("openssl", args, { cwd: folder, encoding: "utf8" });
    if (error !== undefined)
      throw new Error("openssl is not installed, so nothing was tried. Debian: apt-get install openssl");
    if (status !== 0) throw new Error(`openssl ${args[0]} failed: ${stderr}`);
  };
  const key = (name: string): void =>
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", `${name}.key`);
  const authority = (name: string): void => {
    key(name);
    openssl("req", "-x509", "-key", `${name}.key`, "-out", `${name}.crt`, "-days", "30", "-subj", `/CN=${name}`);
  };
  const signed = (name: string, by: string, host: string, ...validity: string[]): Certificate => {
    key(name);
    openssl("req", "-new", "-key", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${host}`);
    writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${host}\nbasicConstraints=CA:FALSE\n`);
    const into = ["-out", `${name}.crt`, "-extfile", `${name}.ext`];
    openssl("x509", "-req", "-in", `${name}.csr`, "-CA", `${by}.crt`, "-CAkey", `${by}.key`, ...into, ...validity);
    return read(name);
  };
  const read = (name: string): Certificate => ({
    key: readFileSync(join(folder, `${name}.key`), "utf8"),
    cert: readFileSync(join(folder, `${name}.crt`), "utf8"),
  });
  authority("trusted");
  authority("stranger");
  key("self");
  const self = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  openssl("req", "-x509", "-key", "self.key", "-out", "self.crt", "-days", "30", ...self);
  const certificates: Certificates = {
    trusted: join(folder, "trusted.crt"),
    right: signed("right", "trusted", "DNS:localhost", "-days", "30"),
    wrongHost: signed("host", "trusted", "DNS:elsewhere.test", "-days", "30"),
    expired: signed("expired", "trusted", "DNS:localhost", "-days", "0"),
    selfSigned: read("self"),
    untrusted: signed("untrusted", "stranger", "DNS:localhost", "-days", "30"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  // It is over at the end of the second in which it was made, says Deno.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1100);
  return certificates;
}
