import { listSearchTasks } from "@x/kryptogo/endpoints";
import { costSync, type Figures } from "../measure.ts";
import { page, text } from "../payload.ts";
import { peer } from "../peers.ts";
import { byHand } from "../schemas/hand.ts";
import { jsonSchema } from "../schemas/json-schema.ts";
import { valibotPage } from "../schemas/valibot.ts";
import { zodPage } from "../schemas/zod.ts";

/** Ways to check {@link page}; each is given the parsed value. The floor is first. */
export const validations: Readonly<Record<string, () => (value: unknown) => unknown>> = {
  "hand-written: check and rebuild": () => byHand,
  "JSON.parse of the text": () => () => JSON.parse(text) as unknown,
  ours: () => (value) => listSearchTasks.output.accepts(value),
  zod: () => {
    const schema = zodPage();
    return (value) => schema.parse(value);
  },
  "zod, eval forbidden": () => {
    peer<{ config(options: object): void }>("zod").config({ jitless: true });
    const schema = zodPage();
    return (value) => schema.parse(value);
  },
  "zod/mini": () => {
    const schema = zodPage("zod/mini");
    return (value) => schema.parse(value);
  },
  valibot: () => valibotPage(),
  "ajv, compiled": () => {
    const { default: Ajv } = peer<{ default: new () => { compile(s: object): (value: unknown) => unknown } }>("ajv");
    return new Ajv().compile(jsonSchema);
  },
  "typebox, compiled": () => {
    const { default: compile } = peer<{ default: (s: object) => { Check(value: unknown): unknown } }>(
      "typebox/compile",
    );
    const compiled = compile(jsonSchema);
    return (value) => compiled.Check(value);
  },
};

/** Processor time of one check. */
export function validated(name: string): Figures {
  const check = validations[name]?.();
  if (check === undefined) throw new Error(`There is no case ${name}.`);
  if (check(page) === false) throw new Error(`${name} refuses the page.`);
  const broken = structuredClone(page) as { data: { target: { name: unknown } }[] };
  broken.data[6]!.target.name = 5;
  const refused = ((): boolean => {
    try {
      return check(broken) === false;
    } catch {
      return true;
    }
  })();
  if (!refused && name !== "JSON.parse of the text") throw new Error(`${name} takes a page that is broken.`);
  return { us: costSync(() => check(page), { warm: 8000, each: 8000 }) };
}
