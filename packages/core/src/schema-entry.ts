export {
  expected,
  openCode,
  openEnum,
  type OtherNumber,
  type OtherString,
  type Schema,
  type Shape,
  type SchemaDrift,
  schemaFor,
} from "./schema.js";
