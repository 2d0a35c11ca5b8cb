import { useState } from "preact/hooks";
import type { Call, SentCallback } from "../../src/stage/types.ts";
import { tell } from "./api.ts";
import { Deed } from "./doing.tsx";
import { Json } from "./json.tsx";
import { clockTime, short, statusText, toneOf } from "./words.ts";

interface Parts {
  readonly calls: readonly Call[];
  readonly callbacks: readonly SentCallback[];
}

/** Entries that are shown; older ones are still in the sandbox. */
const shownAtMost = 150;

/** Calls and callbacks in one list, newest first. */
export function Traffic({ calls, callbacks }: Parts) {
  const entries = [
    ...calls.map((call) => ({ key: `call-${call.id}`, at: call.at, id: call.id, row: <CallRow call={call} /> })),
    ...callbacks.map((one) => ({ key: `back-${one.id}`, at: one.at, id: one.id, row: <CallbackRow callback={one} /> })),
  ]
    .toSorted((a, b) => b.at - a.at || b.id - a.id)
    .slice(0, shownAtMost);
  if (entries.length === 0)
    return (
      <div class="empty">
        <p>Nothing has been called yet.</p>
        <p>Point a client at a base URL under Connect; its calls appear here.</p>
      </div>
    );
  return (
    <ol class="traffic">
      {entries.map(({ key, row }) => (
        <li key={key}>{row}</li>
      ))}
    </ol>
  );
}

function CallRow({ call }: { readonly call: Call }) {
  const { vendor, operation, method, path, at, status, elapsedMs, cost, fault } = call;
  return (
    <details class="entry">
      <summary>
        <time>{clockTime(at)}</time>
        <span class="way" aria-label="Call" title="Call">
          →
        </span>
        <span class="what">
          <b>{operation ?? "no such path"}</b>
          <small>
            {short[vendor]} · {method} {path}
          </small>
        </span>
        <span class="marks">
          {cost === "billed" ? <span class="mark billed">billed</span> : null}
          {fault === undefined ? null : <span class="mark fault">{fault}</span>}
        </span>
        <span class={`status ${toneOf(status, fault)}`}>{statusText(status, "waiting", "broken")}</span>
        <span class="ms">{elapsedMs === undefined ? "" : `${elapsedMs} ms`}</span>
      </summary>
      <div class="bodies">
        <Json title="Request" value={call.request} />
        <Json title="Answer" value={call.response} />
      </div>
    </details>
  );
}

function CallbackRow({ callback }: { readonly callback: SentCallback }) {
  const { id, vendor, kind, subject, at, url, status, elapsedMs, fault, repeats } = callback;
  const [to, setTo] = useState("");
  return (
    <details class="entry back">
      <summary>
        <time>{clockTime(at)}</time>
        <span class="way" aria-label="Callback" title="Callback">
          ←
        </span>
        <span class="what">
          <b>{kind}</b>
          <small>
            {short[vendor]} · {subject} {url === undefined ? "· nobody named a URL" : `· to ${url}`}
          </small>
        </span>
        <span class="marks">
          {repeats === undefined ? null : <span class="mark">again</span>}
          {fault === undefined ? null : <span class="mark fault">{fault}</span>}
        </span>
        <span class={`status ${toneOf(status)}`}>
          {statusText(status, url === undefined ? "kept" : "on its way", fault === "lost" ? "lost" : "no answer")}
        </span>
        <span class="ms">{elapsedMs === undefined ? "" : `${elapsedMs} ms`}</span>
      </summary>
      <div class="bodies">
        <form class="inline" onSubmit={(event) => event.preventDefault()}>
          <label>
            Send it again to
            <input
              type="url"
              value={to}
              placeholder={url === undefined ? "http://127.0.0.1:8080/hooks" : "where it went before"}
              onInput={(event) => setTo(event.currentTarget.value)}
            />
          </label>
          <Deed
            label="Send again"
            kind="main"
            full={`Send again: callback ${id}`}
            what="The callback was sent again"
            work={() => tell(`callbacks/${id}/repeat`, { url: to })}
          />
        </form>
        <Json title="Body" value={callback.body} />
      </div>
    </details>
  );
}
