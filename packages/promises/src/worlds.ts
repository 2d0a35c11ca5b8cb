import type { BilledOperation } from "./billed.ts";

/** One thing that a vendor made. */
export interface Record_ {
  /** Number of the call that it was made for. */
  readonly n: number;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/** What an operation needs to be looked up: inputs that differ, ids, and the vendor's list. */
type World = (input: never, output: never) => Pick<BilledOperation, "input" | "answer" | "list">;

const idOf = (n: number): number => 100_000 + n;
const isoOf = ({ at }: Record_): string => new Date(at).toISOString();

interface SearchInput {
  readonly tasks: readonly [{ readonly target: object }];
}
const search: World = ({ tasks }: SearchInput) => ({
  input: (n) => ({ tasks: [{ ...tasks[0], customer_reference: `case-${n}` }] }),
  answer: (n) => [{ task_id: idOf(n), timestamp: 1_800_000_000 }],
  // The vendor's own filter.
  list: (all, query) => {
    const records = all.filter(({ n }) => query.get("customer_reference") === `case-${n}`);
    return {
      data: records.map((one) => ({
        task_id: idOf(one.n),
        target: tasks[0].target,
        customer_reference: `case-${one.n}`,
        creation_time: Math.round(one.at / 1000),
        progress: null,
      })),
      paging: { page_number: 1, page_size: 100, total_count: records.length },
    };
  },
});

/** Cases of a tenant that keeps the latest ones in its list. */
const cases =
  (nameField: string, kind: "company" | "individual"): World =>
  (input: Readonly<Record<string, unknown>>) => {
    const detailsOf = (n: number): object => ({
      common: {
        caseCommonId: idOf(n),
        statusId: 0,
        statusName: "Initializing Case",
        status: "Open",
        caseDecision: null,
        complete: 0,
      },
      [kind]:
        kind === "company"
          ? { entityName: `Name ${n}`, countryCodeISO31662: input["codeiso31662"] }
          : { firstName: `Name ${n}`, lastName: input["lastName"], countryCodeISO31662: input["countryCodeiso31662"] },
    });
    return {
      input: (n) => ({ ...input, [nameField]: `Name ${n}` }),
      answer: (n) => ({ caseDetail: { details: detailsOf(n) } }),
      list: (records) => records.slice(-100).map(({ n }) => detailsOf(n)),
    };
  };

const filing: World = (input: object) => ({
  input: (n) => ({ ...input, registryDocumentId: idOf(n) }),
  answer: () => ({ message: "The document was ordered." }),
  list: (records) => ({
    caseDetail: {
      company: {
        registryDocuments: {
          documents: records.map(({ n }) => ({ registrydocumentId: idOf(n), caseDocumentId: idOf(n), name: "Return" })),
        },
      },
    },
  }),
});

const submissionOf = (n: number): string => `sub${String(n).padStart(9, "0")}`;
const submission: World = (input: { readonly email: string }) => ({
  input: (n) => ({ ...input, userid: `user-${n}` }),
  answer: (n) => ({ submissionId: submissionOf(n) }),
  // The vendor's own filter.
  list: (records, query) => ({
    Items: records
      .filter(({ n }) => query.get("userid") === `user-${n}`)
      .map((one) => ({
        submission_id: submissionOf(one.n),
        created_at: isoOf(one),
        email: input.email,
        userid: `user-${one.n}`,
        kyc: { result: "approved" },
      })),
  }),
});

interface VerificationInput {
  readonly assetInfo: object;
}
const verification: World = (input: VerificationInput) => {
  const uuidOf = (n: number): string => `8557f2b2-985e-431f-8d52-${String(n).padStart(12, "0")}`;
  return {
    input: (n) => ({ ...input, assetInfo: { ...input.assetInfo, amount: `1.${n}1` } }),
    answer: (n) => ({ verificationUuid: uuidOf(n), createdAt: "2026-01-01T00:00:00.000Z" }),
    list: (records) => ({
      count: records.length,
      page: 1,
      rpp: 100,
      verifications: records.map((one) => ({
        verificationUuid: uuidOf(one.n),
        assetInfo: { ...input.assetInfo, amount: `1.${one.n}1` },
        createdAt: isoOf(one),
      })),
    }),
  };
};

/** The operations with a look-up. */
export const worlds: Readonly<Record<string, World | undefined>> = {
  createSearchTasks: search,
  createCompany: cases("rawname", "company"),
  importCompany: cases("entityName", "company"),
  createIndividual: cases("firstName", "individual"),
  importIndividual: cases("firstName", "individual"),
  purchaseRegistryFiling: filing,
  createSubmission: submission,
  createVerification: verification,
};
