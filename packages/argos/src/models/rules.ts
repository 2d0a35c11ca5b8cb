import * as z from "zod/mini";

/**
 * A rule over several fields of an input, checked even when one of them is wrong: everything is told at once.
 *
 * @param holds - Whether the rule is kept; fields may be of any type here.
 * @param path - Field to name in the error.
 * @param expected - What would be right. Printed, so it holds no value.
 */
export function rule<T extends object>(
  holds: (input: T) => boolean,
  path: keyof T & string,
  expected: string,
): z.core.$ZodCheck<T> {
  return z.refine<T>((input) => holds(input), {
    path: [path],
    params: { expected },
    when: ({ value }) => typeof value === "object" && value !== null,
  });
}
