import { useContext, useState } from "preact/hooks";
import type { VendorDesk } from "../../src/stage/types.ts";
import { tell } from "./api.ts";
import { Doing } from "./doing.tsx";

/** Where callbacks go, and callbacks that are made up. */
export function Callbacks({ vendors }: { readonly vendors: readonly VendorDesk[] }) {
  return (
    <>
      <p class="hint">
        A callback goes to the URL that its request names; where none is named, to the one below. To repeat one that was
        sent, open it under Traffic.
      </p>
      {vendors.map((vendor) => (
        <VendorCallbacks key={vendor.name} vendor={vendor} />
      ))}
    </>
  );
}

function VendorCallbacks({ vendor: { name, title, callbackUrl, callbackKinds } }: { readonly vendor: VendorDesk }) {
  const act = useContext(Doing);
  const [url, setUrl] = useState(callbackUrl ?? "");
  const keep = (event: Event): void => {
    event.preventDefault();
    act(url === "" ? `${title} keeps its callbacks` : `${title} calls back there`, () =>
      tell("callback-url", { vendor: name, url }),
    );
  };
  const send = (event: Event): void => {
    event.preventDefault();
    const kind = new FormData(event.currentTarget as HTMLFormElement).get("kind");
    act(`A made-up ${kind as string} was sent`, () => tell("callbacks/send", { vendor: name, kind, url }));
  };
  return (
    <section class="group" aria-label={title}>
      <h3>{title}</h3>
      <form class="sheet" onSubmit={keep}>
        <label>
          Callback URL
          <input
            type="url"
            value={url}
            placeholder="http://127.0.0.1:8080/hooks"
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button plain" aria-label={`Use this callback URL for ${title}`}>
          Use
        </button>
      </form>
      <form class="sheet" onSubmit={send}>
        <label>
          Made-up callback
          <select name="kind">
            {callbackKinds.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </label>
        <button
          type="submit"
          class="button plain"
          disabled={url === ""}
          aria-label={`Send a made-up callback of ${title}`}
        >
          Send
        </button>
      </form>
    </section>
  );
}
