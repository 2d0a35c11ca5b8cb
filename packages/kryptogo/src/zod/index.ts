export { zodOf, type ZodSchema } from "@x/core/zod";
