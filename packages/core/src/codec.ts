import type { PlacedRequest } from "./place.js";

/**
 * The form in which one vendor's requests and answers travel, where it is not the plain one: encrypted, for one.
 *
 * It sees each request after it was laid out and each answer before it is parsed; nothing else knows of it.
 */
export interface Codec {
  /** The query as it goes over the wire. Not asked when there is none. */
  query(plain: URLSearchParams): Promise<URLSearchParams>;
  /** The JSON body as it goes over the wire. Not asked for forms and files. */
  body(plain: string): Promise<{ readonly text: string; readonly contentType: string }>;
  /**
   * The JSON text of an answer, of an error as well; the text itself when it came plain.
   *
   * @throws {@link CodecFault} when it has no JSON text to give.
   */
  answer(text: string): Promise<string>;
}

/** Why an answer's text could not be had. */
export class CodecFault extends Error {
  /** Sentence for the error; never tells in what way a decryption failed. */
  readonly says: string;
  /** The answer as it came. */
  readonly text: string;

  constructor(says: string, text: string) {
    super(says);
    this.says = says;
    this.text = text;
  }
}

/** A laid-out request in the form of the wire. */
export async function encodePlaced(codec: Codec, placed: PlacedRequest): Promise<PlacedRequest> {
  const [path = "", search] = placed.target.split("?", 2);
  const query = search === undefined ? undefined : await codec.query(new URLSearchParams(search));
  const target = query === undefined ? path : `${path}?${query}`;
  if (typeof placed.body !== "string") return { ...placed, target };
  const { text, contentType } = await codec.body(placed.body);
  return { target, contentType, body: text };
}
