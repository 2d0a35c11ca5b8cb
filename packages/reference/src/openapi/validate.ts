import { validate as validateByReadme } from "@readme/openapi-parser";
import { Validator } from "@seriousme/openapi-schema-validator";

/** Faults that two validators made by others find in a document. */
export async function faultsOf(document: object): Promise<readonly string[]> {
  const readme = await validateByReadme(structuredClone(document) as never);
  const seriousme = await new Validator().validate(structuredClone(document) as never);
  return [
    ...(readme.valid ? [] : readme.errors.map((one) => `@readme/openapi-parser: ${one.message}`)),
    ...(seriousme.valid ? [] : [`@seriousme/openapi-schema-validator: ${JSON.stringify(seriousme.errors)}`]),
  ];
}
