import { useContext, useState } from "preact/hooks";
import type { VendorDesk, VendorName } from "../../src/stage/types.ts";
import { type About, tell } from "./api.ts";
import { Deed, Doing } from "./doing.tsx";

/** Plans what goes wrong next. */
export function Faults({ vendors, about }: { readonly vendors: readonly VendorDesk[]; readonly about: About }) {
  const act = useContext(Doing);
  const [vendor, setVendor] = useState<VendorName>();
  const [fault, setFault] = useState("stall-body");
  // Kept here and not by the field: each call that arrives draws the page anew, and would put it back.
  const [times, setTimes] = useState("1");
  const at = vendors.find(({ name }) => name === vendor) ?? vendors[0];
  if (at === undefined) return null;
  const isCallback = fault.startsWith("callback:");
  const inject = (event: Event): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const name = fault.replace("callback:", "");
    const path = isCallback ? "callback-faults" : "faults";
    const operation = form.get("operation");
    act(`${name} is planned`, () => tell(path, { vendor: at.name, fault: name, times: Number(times), operation }));
  };
  return (
    <>
      <form class="sheet" onSubmit={inject}>
        <label>
          Vendor
          <select value={at.name} onChange={(event) => setVendor(event.currentTarget.value as VendorName)}>
            {vendors.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          Fault
          <select name="fault" value={fault} onChange={(event) => setFault(event.currentTarget.value)}>
            <optgroup label="The answer to a call">
              {Object.keys(about.faults).map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label="A callback on its way">
              {Object.keys(about.callbackFaults).map((name) => (
                <option key={name} value={`callback:${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <p class="hint">{isCallback ? about.callbackFaults[fault.slice(9)] : about.faults[fault]}</p>
        <label>
          Operation
          <select name="operation" disabled={isCallback}>
            <option value="*">any</option>
            {at.operations.map(({ name, cost }) => (
              <option key={name} value={name}>
                {name}
                {cost === "billed" ? " (billed)" : ""}
              </option>
            ))}
          </select>
        </label>
        <label>
          For the next
          <span class="with-unit">
            <input
              type="number"
              min="1"
              max="1000"
              value={times}
              onInput={(event) => setTimes(event.currentTarget.value)}
              required
            />{" "}
            {isCallback ? "callbacks" : "calls"}
          </span>
        </label>
        <button type="submit" class="button main">
          Inject
        </button>
      </form>
      <h3>Planned</h3>
      <Planned vendors={vendors} />
    </>
  );
}

function Planned({ vendors }: { readonly vendors: readonly VendorDesk[] }) {
  const some = vendors.filter((one) => one.plannedFaults.length + one.callbackFaults.length > 0);
  if (some.length === 0) return <p class="nothing">Nothing goes wrong.</p>;
  return (
    <ul class="planned">
      {some.map(({ name, title, plannedFaults, callbackFaults }) => (
        <li key={name}>
          <b>{title}</b>
          <ul>
            {plannedFaults.map(({ operation, fault, times }, at) => (
              <li key={at}>
                <span class="mark fault">{fault}</span> {operation === "*" ? "any call" : operation}, {times}×
              </li>
            ))}
            {callbackFaults.map((fault, at) => (
              <li key={at}>
                <span class="mark fault">{fault}</span> callback
              </li>
            ))}
          </ul>
          <Deed
            label="Take back"
            full={`Take back the faults of ${title}`}
            what={`${title} works again`}
            work={() => tell("forgive", { vendor: name })}
          />
        </li>
      ))}
    </ul>
  );
}
