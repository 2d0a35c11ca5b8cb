import { useContext, useEffect, useState } from "preact/hooks";
import type { Desk } from "../../src/stage/types.ts";
import { tell } from "./api.ts";
import { Deed, Doing } from "./doing.tsx";
import { dayTime } from "./words.ts";

/** Steps that time is moved by most. */
const steps = [
  ["+1 min", "1m", "one minute"],
  ["+1 h", "1h", "one hour"],
  ["+1 day", "24h", "one day"],
] as const;

/** The sandbox's time, and what moves it. */
export function ClockBar({ clock, ahead }: { readonly clock: Desk["clock"]; readonly ahead: number }) {
  const act = useContext(Doing);
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const time = clock.isRunning ? now + ahead : clock.now;
  const set = (event: Event): void => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("moment");
    if (typeof text !== "string" || text === "") return;
    act("The clock was set", () => tell("clock", { set: new Date(text).toISOString() }));
  };
  return (
    <div class="clock" role="group" aria-label="Clock of the sandbox">
      <time dateTime={new Date(time).toISOString()}>{dayTime(time)}</time>
      <span class="steps">
        {steps.map(([label, advance, words]) => (
          <Deed
            key={advance}
            label={label}
            full={`${label}: move the clock on by ${words}`}
            what={`The clock moved on by ${words}`}
            work={() => tell("clock", { advance })}
          />
        ))}
        <Deed
          label={clock.isRunning ? "Stop" : "Run"}
          full={clock.isRunning ? "Stop the clock" : "Let the clock run"}
          what={clock.isRunning ? "The clock stands still" : "The clock runs"}
          work={() => tell("clock", { running: !clock.isRunning })}
        />
      </span>
      <details class="set">
        <summary>Set…</summary>
        <form onSubmit={set}>
          <label>
            Move on to
            <input type="datetime-local" name="moment" step="1" required />
          </label>
          <button type="submit" class="button main">
            Set
          </button>
        </form>
      </details>
    </div>
  );
}
