export {
  expected,
  openCode,
  openEnum,
  type OtherNumber,
  type OtherString,
  type Schema,
  type SchemaDrift,
  schemaFor,
} from "./schema.js";
