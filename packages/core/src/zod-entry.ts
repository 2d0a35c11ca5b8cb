export { documentedOf, zodOf, type ZodSchema } from "./zod.js";
