import type { VaspList } from "../../endpoints/neighbours/listVasps.js";
import type { Vasp } from "../../models/vasp.js";
import { otherVaspId } from "./verificationDesk.js";

const common = { createdAt: "2021-09-27T01:48:38.000Z", updatedAt: "2021-11-09T07:31:54.000Z" } as const;

/** Two VASPs that do not exist, one by each protocol. */
const vasps: readonly Vasp[] = [
  {
    health: "UP",
    vaspId: otherVaspId,
    vaspName: "Example Exchange",
    legalName: "Example Exchange Pte. Ltd.",
    jurisdiction: "Singapore",
    isAlliance: true,
    country: "Singapore",
    countryCode: "SG",
    protocol: "VERIFYVASP",
    licensedStatus: "Regulated",
    vaspStatus: "VERIFIED-MEMBER",
    ...common,
  },
  {
    health: "DOWN",
    vaspId: "27372039731940770",
    vaspName: "Sample Exchange",
    isAlliance: false,
    protocol: "CODE",
    licensedStatus: null,
    vaspStatus: "INTEROPERATED",
    ...common,
  },
];

/** The VASPs that a protocol reaches. */
export function vaspList(protocol: "VERIFYVASP" | "CODE" | "ALL"): VaspList {
  return { vasps: structuredClone(vasps.filter((one) => protocol === "ALL" || one.protocol === protocol)) };
}
