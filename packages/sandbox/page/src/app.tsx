import { useEffect, useState } from "preact/hooks";
import type { VendorName } from "../../src/stage/types.ts";
import { type About, read, tell } from "./api.ts";
import { Bill } from "./bill.tsx";
import { Callbacks } from "./callbacks.tsx";
import { ClockBar } from "./clock-bar.tsx";
import { Connect } from "./connect.tsx";
import { Deed, type Do, Doing } from "./doing.tsx";
import { Faults } from "./faults.tsx";
import { useSandbox } from "./store.ts";
import { Subjects } from "./subjects.tsx";
import { Tabs } from "./tabs.tsx";
import { Timeline } from "./timeline.tsx";
import { Traffic } from "./traffic.tsx";
import { short, vendorNames } from "./words.ts";

/** The page. */
export function App() {
  const shown = useSandbox();
  const [about, setAbout] = useState<About>();
  const [vendor, setVendor] = useState<VendorName>();
  const [said, setSaid] = useState<{ readonly text: string; readonly isBad: boolean }>();
  const { desk, calls, callbacks, isLive, ahead } = shown;
  useEffect(() => {
    void read<About>("about").then(setAbout, () => undefined);
  }, []);
  const act: Do = (what, work) => {
    work().then(
      (done) => setSaid({ text: statusNote(what, done), isBad: false }),
      (error: Error) => setSaid({ text: `${what}: ${error.message}`, isBad: true }),
    );
  };
  if (desk === undefined || about === undefined)
    return (
      <main class="loading">
        <p role="status">Waiting for the sandbox…</p>
      </main>
    );
  const fits = ({ vendor: of }: { readonly vendor: VendorName }): boolean => vendor === undefined || of === vendor;
  const vendors = desk.vendors.filter(({ name }) => vendor === undefined || name === vendor);
  const open = vendors.reduce((sum, one) => sum + one.subjects.length, 0);
  const planned = vendors.reduce((sum, one) => sum + one.plannedFaults.length + one.callbackFaults.length, 0);
  const someCalls = calls.filter(fits);
  const someCallbacks = callbacks.filter(fits);
  return (
    <Doing.Provider value={act}>
      <header class="top">
        <h1>
          <img src="icon.svg" alt="" width="26" height="26" /> Sandbox
        </h1>
        <p class={isLive ? "live" : "live lost"} role="status">
          {isLive ? "Live" : "Not connected"}
        </p>
        <ClockBar clock={desk.clock} ahead={ahead} />
        <Deed label="Begin anew" kind="danger" what="Everything was forgotten" work={startAnew} />
      </header>
      <nav class="vendors" aria-label="Vendors">
        {[undefined, ...vendorNames].map((name) => (
          <button
            type="button"
            key={name ?? "all"}
            class="chip"
            aria-pressed={vendor === name}
            onClick={() => setVendor(name)}
          >
            {name === undefined ? "All vendors" : short[name]}
          </button>
        ))}
      </nav>
      <main class="page">
        <section class="watch" aria-labelledby="traffic-title">
          <div class="title">
            <h2 id="traffic-title">Traffic</h2>
            <p>
              {someCalls.length} calls, {someCallbacks.length} callbacks
            </p>
          </div>
          <Timeline calls={someCalls} callbacks={someCallbacks} />
          <Traffic calls={someCalls} callbacks={someCallbacks} />
        </section>
        <section class="drive" aria-label="Controls">
          <Tabs
            tabs={[
              { id: "subjects", label: "Cases and tasks", count: open, panel: () => <Subjects vendors={vendors} /> },
              {
                id: "faults",
                label: "Faults",
                count: planned,
                panel: () => <Faults vendors={vendors} about={about} />,
              },
              { id: "callbacks", label: "Callbacks", panel: () => <Callbacks vendors={vendors} /> },
              { id: "bill", label: "Bill", panel: () => <Bill lines={desk.bill.filter(fits)} calls={someCalls} /> },
              { id: "connect", label: "Connect", panel: () => <Connect places={about.places.filter(fits)} /> },
            ]}
          />
        </section>
      </main>
      <p class={`said ${said === undefined ? "" : said.isBad ? "bad" : "good"}`} role="status" aria-live="polite">
        {said?.text}
        {said !== undefined && (
          <button type="button" class="close" aria-label="Close this note" onClick={() => setSaid(undefined)}>
            ×
          </button>
        )}
      </p>
    </Doing.Provider>
  );
}

/** Forgets everything, if that is really meant. */
async function startAnew(): Promise<unknown> {
  if (!confirm("Forget every task, case, call and callback?")) throw new Error("nothing was done.");
  return await tell("reset");
}

/** A callback that was sent says how it was answered. */
function statusNote(what: string, done: unknown): string {
  const { status } = (done ?? {}) as { readonly status?: number };
  if (status === undefined) return `${what}.`;
  return status === 0 ? `${what}: nobody answered.` : `${what}: answered ${status}.`;
}
