import { documentedOf } from "@x/core/zod";
import { describe, expect, test } from "vitest";
import { connect } from "./support.js";
import { bySubmissionId, byEmail, byUserId, ofApplicant, specificSubmission, wholeList } from "./vendorSamples.js";
import { listSubmissions } from "../src/endpoints/index.js";
import { documentedFields } from "./documentedFields.js";

describe("the samples of the vendor's page pass in strict mode", () => {
  const strict = { responseValidation: "strict" } as const;

  test.each([
    ["of a specific submission", specificSubmission],
    ["of a read by submission id", bySubmissionId],
    ["of a read by user id", byUserId],
    ["of a read by email", byEmail],
    ["of the whole list", wholeList],
  ])("%s", async (_, sample) => {
    expect(await connect(() => sample, strict).client.submissions.list()).toEqual(sample);
  });

  test("of an applicant's submissions", async () => {
    const { client } = connect(() => ofApplicant, strict);
    expect(await client.submissions.listApplicant({ applicant_id: "a" })).toEqual(ofApplicant);
  });

  test("and a sample with one letter changed does not", async () => {
    const sample = JSON.parse(JSON.stringify(specificSubmission).replace('"attemptCnt"', '"attemptCount"')) as unknown;
    await expect(connect(() => sample, strict).client.submissions.list()).rejects.toThrow("another shape");
  });
});

describe("the vendor's output table", () => {
  interface Node {
    readonly _zod: {
      readonly def: {
        readonly shape?: Readonly<Record<string, Node>>;
        readonly element?: Node;
        readonly innerType?: Node;
        readonly options?: readonly Node[];
      };
    };
  }
  const isTyped = (node: Node | undefined, [name, ...rest]: readonly string[]): boolean => {
    const { shape, element, innerType, options } = node?._zod.def ?? {};
    const inner = innerType ?? element;
    if (inner !== undefined) return isTyped(inner, name === undefined ? [] : [name, ...rest]);
    if (name === undefined) return node !== undefined;
    if (options !== undefined) return options.some((option) => isTyped(option, [name, ...rest]));
    return shape !== undefined && Object.hasOwn(shape, name) && isTyped(shape[name], rest);
  };
  const typed = (field: string): boolean => {
    const path = field.replaceAll("[i]", "").split(".");
    return isTyped(
      documentedOf(listSubmissions.output) as unknown as Node,
      path[0] === "nextpageKey" ? path : ["Items", ...path],
    );
  };

  test("has no field that the types do not have", () => {
    expect(documentedFields.filter((field) => !typed(field))).toEqual([]);
    expect(documentedFields).toHaveLength(88);
  });

  test("would be missed if it had", () => {
    expect(["data.nickname", "kyc.attempts[i].mood", "nextpageKey.page"].filter(typed)).toEqual([]);
  });
});
