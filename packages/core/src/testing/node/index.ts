export { serve, type Served } from "./serve.js";
