import type { BillLine, Call } from "../../src/stage/types.ts";
import { short } from "./words.ts";

/** What was done and costs money, and what it would have cost. */
export function Bill({ lines, calls }: { readonly lines: readonly BillLine[]; readonly calls: readonly Call[] }) {
  const billable = calls.filter(({ cost, status }) => cost === "billed" && status !== undefined).length;
  if (lines.length === 0) return <p class="nothing">Nothing was billed.</p>;
  const sums = Map.groupBy(
    lines.flatMap(({ price }) => price ?? []),
    ({ unit }) => unit,
  );
  return (
    <>
      <table>
        <caption>{billable} calls of billed operations; this is what the vendors did for them</caption>
        <thead>
          <tr>
            <th scope="col">Vendor</th>
            <th scope="col">Operation</th>
            <th scope="col" class="number">
              Units
            </th>
            <th scope="col" class="number">
              Would cost
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ vendor, operation, units, price }) => (
            <tr key={`${vendor}-${operation}`}>
              <td>{short[vendor]}</td>
              <td class="mono">{operation}</td>
              <td class="number">{units}</td>
              <td class="number">{price === undefined ? "no public price" : `${price.amount} ${price.unit}`}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Together
            </th>
            <td class="number">{lines.reduce((sum, { units }) => sum + units, 0)}</td>
            <td class="number">
              {[...sums].map(([unit, all]) => `${all.reduce((sum, { amount }) => sum + amount, 0)} ${unit}`).join(", ")}
            </td>
          </tr>
        </tfoot>
      </table>
      <p class="hint">
        Dollars are the portal's public price list; contracts differ. KryptoGO publishes no prices: its points are
        invented.
      </p>
    </>
  );
}
