export { fixtures } from "./fixtures/index.js";
