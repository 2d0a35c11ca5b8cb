/**
 * With `PARSERS=1` a vendor's tests run on its sources as they are built: core's parsers in the place of `zod/mini`.
 *
 * `tsup-parser.ts` does the same for the build.
 */
export function parserAlias(): { readonly find: RegExp; readonly replacement: string }[] {
  return process.env["PARSERS"] === "1" ? [{ find: /^zod\/mini$/, replacement: "@x/core/parser" }] : [];
}
