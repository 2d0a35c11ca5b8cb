import type { Place } from "../../src/server/places.ts";
import { Deed } from "./doing.tsx";

/** Base URLs and keys, to be copied into a client or an environment. */
export function Connect({ places }: { readonly places: readonly Place[] }) {
  const all = places.flatMap(({ env }) => Object.entries(env).map(([name, value]) => `${name}=${value}`)).join("\n");
  return (
    <>
      {places.map((place) => {
        const options = optionsOf(place);
        return (
          <section key={place.baseUrl} class="group" aria-label={place.title}>
            <div class="title">
              <h3>{place.title}</h3>
              <Deed
                label="Copy"
                full={`Copy the options of ${place.title}`}
                what="Copied"
                work={() => navigator.clipboard.writeText(options)}
              />
            </div>
            <pre tabIndex={0} role="group" aria-label={`Options of ${place.title}`}>
              {options}
            </pre>
            {place.note === undefined ? null : <p class="hint">{place.note}</p>}
          </section>
        );
      })}
      <section class="group" aria-label="Environment">
        <div class="title">
          <h3>Environment</h3>
          <Deed
            label="Copy"
            full="Copy the environment variables"
            what="Copied"
            work={() => navigator.clipboard.writeText(all)}
          />
        </div>
        <pre tabIndex={0} role="group" aria-label="Environment variables">
          {all}
        </pre>
      </section>
      <p class="hint">The keys are invented and open nothing but this sandbox.</p>
    </>
  );
}

function optionsOf({ options }: Place): string {
  const lines = Object.entries(options).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
  return `{\n${lines.join("\n")}\n}`;
}
