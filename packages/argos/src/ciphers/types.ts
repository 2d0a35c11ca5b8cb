/** Encrypts JSON texts for ARGOS and back. One scheme for one project: it never tries another. */
export interface ArgosCipher {
  /** The encrypted form of a JSON text. */
  encrypt(json: string): Promise<string>;
  /**
   * The JSON text of an encrypted form.
   *
   * @throws {@link DecryptionError} whatever is wrong with it, without saying what.
   */
  decrypt(text: string): Promise<string>;
  /** Whether a text that opens proves that somebody with the key made it. Only GCM does. */
  readonly authenticates: boolean;
}

/** Block mode of AES-256. */
export type CipherMode = "aes-256-ecb" | "aes-256-cbc" | "aes-256-gcm";

/** How a key of 32 bytes is made of the secret. */
export type KeyDerivation =
  /** Its first 32 bytes as UTF-8. */
  | "first32"
  /** Its SHA-256. */
  | "sha256"
  /** Yours. */
  | ((secret: string) => Uint8Array | Promise<Uint8Array>);

/** A scheme. Key derivation and encoding are not documented: the defaults are inferred, confirm them with `detectCipher`. */
export interface CipherScheme {
  /** Default `aes-256-ecb`, which the vendor names since 2024-08; projects before it used CBC. */
  readonly mode?: CipherMode | undefined;
  /** Default `first32`, inferred. */
  readonly keyDerivation?: KeyDerivation | undefined;
  /** How encrypted bytes are written. Default `base64`, inferred. */
  readonly encoding?: "base64" | "hex" | "base64url" | undefined;
  /** CBC only: a random IV before each text, or 16 zero bytes for all. Default `prefix`, inferred. */
  readonly iv?: "prefix" | "zero" | undefined;
  /** GCM only: order of IV, text and tag. Default `iv-ct-tag`, inferred. */
  readonly layout?: "iv-ct-tag" | "iv-tag-ct" | undefined;
}

/** A scheme and the secret it uses. */
export interface CipherOptions extends CipherScheme {
  /** What the key is made of, when it is not the API key: the project's `secretKey` for liveform links. */
  readonly secret?: string | undefined;
}
