import { contracts } from "./contracts.ts";
import { reading } from "./reading.ts";
import { sending } from "./sending.ts";
import { trusting } from "./trusting.ts";
import type { PlantedDefect } from "./types.ts";

/** Every planted defect, in the order of the table. */
export const defects: readonly PlantedDefect[] = [...sending, ...reading, ...trusting, ...contracts];
