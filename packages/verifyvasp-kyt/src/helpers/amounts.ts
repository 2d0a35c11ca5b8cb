/** Compares two decimal strings exactly: no digit passes through a floating-point number.
 *
 * @param a - A decimal string, such as `1820.17`.
 * @param b - Another one.
 * @returns Less than 0, 0 or more than 0, as `sort` wants it. `1.50` equals `1.5`.
 * @throws {RangeError} when one of them is no decimal string; it is not quoted.
 *
 * @example
 * if (compareAmounts(alert.alertAmount ?? "0", "1000") >= 0) hold(transfer);
 */
export function compareAmounts(a: string, b: string): number {
  const [left, right] = [read(a), read(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = scaled(left, scale) - scaled(right, scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/**
 * Adds decimal strings exactly.
 *
 * @param amounts - Decimal strings.
 * @returns Their sum, with as many decimals as the longest of them has.
 * @throws {RangeError} when one of them is no decimal string; it is not quoted.
 *
 * @example
 * sumAmounts(["0.1", "0.2"]); // "0.3"
 */
export function sumAmounts(amounts: Iterable<string>): string {
  const all = [...amounts].map(read);
  const scale = Math.max(0, ...all.map((one) => one.scale));
  const sum = all.reduce((total, one) => total + scaled(one, scale), 0n);
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return `${sum < 0n ? "-" : ""}${whole}${scale === 0 ? "" : `.${digits.slice(-scale)}`}`;
}

interface Decimal {
  readonly units: bigint;
  /** Digits after the point. */
  readonly scale: number;
}

function read(amount: string): Decimal {
  const [, sign, whole, fraction = ""] =
    /^([+-]?)(\d{1,256})(?:\.(\d{1,256}))?$/.exec(typeof amount === "string" ? amount.trim() : "") ?? [];
  if (whole === undefined) throw new RangeError("An amount has to be a decimal string, such as 1820.17.");
  const units = BigInt(whole + fraction);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

function scaled({ units, scale }: Decimal, to: number): bigint {
  return units * 10n ** BigInt(to - scale);
}
